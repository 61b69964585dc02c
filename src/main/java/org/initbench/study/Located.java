package org.initbench.study;

/**
 * A scalar of a study file, with the line that it stands on.
 *
 * @param text the scalar as written
 * @param line its line, from 1
 */
record Located(String text, int line) {}
