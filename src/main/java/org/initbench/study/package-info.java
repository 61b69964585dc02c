/**
 * Studies: from a YAML file to a plan, from the plan to blocks of runs, from the blocks to a bundle.
 */
@NullMarked
package org.initbench.study;

import org.jspecify.annotations.NullMarked;
