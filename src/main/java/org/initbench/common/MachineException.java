package org.initbench.common;

/**
 * The machine lacks what was rightly asked of it, such as memory. The command line ends with exit code 1.
 *
 * <p>The message says what is needed, what there is, and what would help.
 */
public final class MachineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MachineException(String message) {
        super(message);
    }
}
