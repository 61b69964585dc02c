package org.initbench.run;

/**
 * A line of a file, as messages name it.
 *
 * @param file the file
 * @param number its number, from 1
 */
record Line(String file, long number) {
    @Override
    public String toString() {
        return file + ", line " + number;
    }
}
