package org.initbench.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.initbench.common.UsageException;

/** The folder that a bundle is to be made in. What is no bundle's is never touched. */
public final class BundleFolder {

    private BundleFolder() {}

    /**
     * Checks that a bundle may be made in a folder.
     *
     * @throws UsageException if it is a file, or holds anything but what a process left that was ended while it made a bundle
     */
    public static void requireFree(Path folder) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new UsageException("the output folder " + folder + " is a file; name a folder that does not exist");
        }
        requireOutside(folder);
        try {
            if (Files.exists(folder) && !isFree(BundleWriter.list(folder, ""))) {
                throw new UsageException("the output folder " + folder
                        + " is not empty, and nothing is ever overwritten; name one that does not exist");
            }
        } catch (IOException e) {
            throw new UsageException("the output folder " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Makes sure that what is to be written does not lie within a bundle, which holds what its manifest tells and no more.
     *
     * @param file a file or folder, there or not
     * @throws UsageException if a folder above it is a bundle
     */
    public static void requireOutside(Path file) {
        Path above = file.toAbsolutePath().normalize().getParent();
        while (above != null) {
            if (Files.exists(above.resolve(BundleFiles.STUDY))
                    && Files.exists(above.resolve(BundleFiles.ENVIRONMENT))) {
                throw new UsageException(file + " lies in the bundle " + above + "; name a place outside of it");
            }
            above = above.getParent();
        }
    }

    /** Whether there is nothing, or, beside a lock, only what is written before a folder is a bundle. */
    private static boolean isFree(List<Path> entries) {
        Set<String> names = entries.stream()
                .map(entry -> String.valueOf(entry.getFileName()))
                .collect(Collectors.toSet());
        boolean locked = names.remove(BundleFiles.LOCK);
        names.remove(BundleFiles.PARTS);
        names.remove(BundleFiles.STUDY + DurableFiles.TEMPORARY);
        for (String begun : BundleFiles.BEFORE_STUDY) {
            names.remove(begun);
            names.remove(begun + DurableFiles.TEMPORARY);
        }
        return entries.isEmpty() || (locked && names.isEmpty());
    }

    /**
     * Makes the folder of a bundle to be, unless it is there, and takes the right to measure into it.
     *
     * @throws UsageException if a bundle may not or cannot be made there, or another process has the right
     */
    public static BundleLock claim(Path folder) {
        requireFree(folder);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw cannotWrite(folder, e);
        }
        return BundleLock.of(folder);
    }

    static UsageException cannotWrite(Path folder, Exception e) {
        return new UsageException(
                "cannot write to the output folder " + folder + " (" + e.getMessage()
                        + "); name a folder that can be made and written to",
                e);
    }
}
