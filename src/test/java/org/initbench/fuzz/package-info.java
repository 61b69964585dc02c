/** Files that a random hand has damaged: whoever reads them ends in a message, never in a crash. */
@NullMarked
package org.initbench.fuzz;

import org.jspecify.annotations.NullMarked;
