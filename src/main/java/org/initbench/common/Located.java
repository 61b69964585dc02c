package org.initbench.common;

/**
 * A scalar of a file, with the line that it stands on.
 *
 * @param text the scalar as written
 * @param line its line, from 1
 */
public record Located(String text, int line) {}
