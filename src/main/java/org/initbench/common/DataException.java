package org.initbench.common;

/**
 * Input data is missing or damaged: a data set, a bundle. The command line ends with exit code 4.
 *
 * <p>The message names the file, the line or key where there is one, what was found and what would be right.
 */
public final class DataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DataException(String message) {
        super(message);
    }

    public DataException(String message, Throwable cause) {
        super(message, cause);
    }
}
