package org.initbench.cli;

/** What the program tells the shell. */
public final class ExitCodes {
    /** Done. */
    public static final int DONE = 0;

    /** The program or the machine failed: a bug, a full disk, too little memory. */
    public static final int FAILURE = 1;

    /** The program was called wrongly, or with a mistake in a study file. */
    public static final int USAGE = 2;

    /** A comparison or validation found a difference. */
    public static final int DIFFERENCE = 3;

    /** Input data is missing or damaged. */
    public static final int DATA = 4;

    /** Ctrl-C, as shells have it: 128 and the number of the signal. */
    public static final int INTERRUPTED = 130;

    private ExitCodes() {}
}
