package org.initbench.common;

/**
 * The program was asked for something that cannot be: a wrong option, an unknown name, a study file with a mistake, a
 * folder that may not be written to. The command line ends with exit code 2.
 *
 * <p>The message says what is wrong, where, and what would be right.
 */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }

    public UsageException(String message, Throwable cause) {
        super(message, cause);
    }
}
