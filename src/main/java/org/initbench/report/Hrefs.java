package org.initbench.report;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/** Ways to files as links. */
final class Hrefs {
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:/.*");

    private Hrefs() {}

    /**
     * A link to a file.
     *
     * @param path its path with slashes, relative or absolute
     */
    static String of(String path) {
        boolean drive = DRIVE.matcher(path).matches();
        boolean led = path.startsWith(".") || path.startsWith("/");
        String whole = drive ? "/" + path : led ? path : "./" + path;
        try {
            return (drive ? "file://" : "") + new URI(null, null, whole, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("not a path: " + path, e);
        }
    }
}
