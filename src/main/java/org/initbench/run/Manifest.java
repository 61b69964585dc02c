package org.initbench.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.initbench.common.Digests;

/** The checksums of a bundle's raw files, in the format that {@code sha256sum --check} reads. */
final class Manifest {
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  ([A-Za-z0-9][A-Za-z0-9._-]*)");

    private static final long MAX_BYTES = 64 << 10;

    private Manifest() {}

    static boolean exists(Path bundle) {
        return Files.exists(bundle.resolve(BundleFiles.MANIFEST));
    }

    /** Digests the raw files that are there and writes the manifest. */
    static void write(Path bundle) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String name : BundleFiles.REQUIRED) {
            text.append(line(bundle, BundleFiles.stored(bundle, name)));
        }
        for (String name : BundleFiles.OPTIONAL) {
            if (Files.exists(bundle.resolve(name))) {
                text.append(line(bundle, name));
            }
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        DurableFiles.write(bundle.resolve(BundleFiles.MANIFEST), out -> out.write(bytes));
    }

    private static String line(Path bundle, String name) throws IOException {
        return Digests.sha256(bundle.resolve(name)) + "  " + name + "\n";
    }

    /** Compares every named file with its checksum. */
    static void verify(Path bundle, Findings findings) {
        Path file = bundle.resolve(BundleFiles.MANIFEST);
        List<String> lines;
        try {
            if (Files.size(file) > MAX_BYTES) {
                findings.add(file + ": larger than " + MAX_BYTES + " bytes");
                return;
            }
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            findings.add(file + ": cannot be read: " + e.getMessage());
            return;
        }
        Set<String> named = new LinkedHashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            String place = file + ", line " + (i + 1);
            Matcher line = LINE.matcher(lines.get(i));
            if (!line.matches()) {
                findings.add(place + ": '" + lines.get(i) + "' is not a SHA-256 digest, two spaces and a file name");
            } else if (!named.add(line.group(2))) {
                findings.add(place + ": " + line.group(2) + " is named twice");
            } else {
                verifyFile(bundle.resolve(line.group(2)), line.group(1), findings);
            }
        }
        BundleFiles.REQUIRED.stream()
                .filter(name -> !named.contains(BundleFiles.stored(bundle, name)))
                .forEach(name -> findings.add(file + ": does not name " + name));
        BundleFiles.OPTIONAL.stream()
                .filter(name -> Files.exists(bundle.resolve(name)) && !named.contains(name))
                .forEach(name -> findings.add(file + ": does not name " + name));
        BundleFiles.PACKED_IF_LARGE.stream()
                .filter(name ->
                        Files.exists(bundle.resolve(name)) && Files.exists(bundle.resolve(BundleFiles.packed(name))))
                .forEach(name -> findings.add(
                        bundle + ": holds both " + name + " and " + BundleFiles.packed(name) + "; one is expected"));
    }

    private static void verifyFile(Path file, String expected, Findings findings) {
        if (!Files.isRegularFile(file)) {
            findings.add(file + ": missing");
            return;
        }
        try {
            String actual = Digests.sha256(file);
            if (!actual.equals(expected)) {
                findings.add(file + ": changed since it was written: its SHA-256 is " + Digests.shortForm(actual)
                        + "…, the manifest says " + Digests.shortForm(expected) + "…");
            }
        } catch (IOException e) {
            findings.add(file + ": cannot be read: " + e.getMessage());
        }
    }
}
