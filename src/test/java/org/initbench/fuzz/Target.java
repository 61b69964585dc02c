package org.initbench.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Something that reads a file.
 *
 * @param name what it is, for messages
 * @param file the file that is damaged; it lies where the reader looks for it
 * @param seeds sound contents of the file, two at least
 * @param reader reads it
 */
record Target(String name, Path file, List<Seed> seeds, Reader reader) {

    Target {
        seeds = List.copyOf(seeds);
    }

    /** A sound content. */
    interface Seed {
        byte[] bytes();
    }

    /** Reads the file; may throw the errors that are the user's to mend, and no other. */
    interface Reader {
        void read() throws IOException;
    }
}
