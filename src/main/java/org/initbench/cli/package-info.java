/**
 * The command line: one class a command. Works with neither JMH nor ND4J on the class path.
 */
@NullMarked
package org.initbench.cli;

import org.jspecify.annotations.NullMarked;
