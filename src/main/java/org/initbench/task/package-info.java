/**
 * Tasks: data set, network architecture, loss, optimizer, batch size, threshold levels and budget.
 *
 * <p>Two models of one task are identical networks. {@link org.initbench.task.Tasks} is the register.
 */
@NullMarked
package org.initbench.task;

import org.jspecify.annotations.NullMarked;
