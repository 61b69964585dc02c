/**
 * Second opinions on what networks compute: the definitions of {@code network} and {@code optimizer}, interpreted by plain
 * loops with a tape of derivatives and by SameDiff. What the engine computes is compared with these, and these with each
 * other and with PyTorch's modules.
 */
@NullMarked
package org.initbench.oracle;

import org.jspecify.annotations.NullMarked;
