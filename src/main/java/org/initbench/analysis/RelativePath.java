package org.initbench.analysis;

import java.nio.file.Path;

/** How one folder is reached from another, alike on every system. */
final class RelativePath {
    private RelativePath() {}

    /**
     * The way to a folder, with slashes; {@code .} if both are the same; the absolute path where there is no way, as between two drives.
     */
    static String of(Path from, Path to) {
        Path start = from.toAbsolutePath().normalize();
        Path end = to.toAbsolutePath().normalize();
        if (start.getRoot() == null || !start.getRoot().equals(end.getRoot())) {
            return end.toString().replace('\\', '/');
        }
        String way =
                start.relativize(end).toString().replace(start.getFileSystem().getSeparator(), "/");
        return way.isEmpty() ? "." : way;
    }
}
