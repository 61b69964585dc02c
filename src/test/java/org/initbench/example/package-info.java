/** The README's examples, compiled. */
@NullMarked
package org.initbench.example;

import org.jspecify.annotations.NullMarked;
