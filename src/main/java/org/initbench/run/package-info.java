/**
 * What was measured: the record of a run, the environment it ran in, and the bundle that holds both on disk.
 *
 * <p>Whoever has a bundle can redo every statistic; nothing here needs the native libraries.
 */
@NullMarked
package org.initbench.run;

import org.jspecify.annotations.NullMarked;
