package org.initbench.report;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The style and the scripts that a page carries within itself.
 *
 * @param style CSS
 * @param scripts scripts, in the order of execution
 * @param licences licence texts of the scripts that others wrote
 */
public record PageAssets(String style, List<String> scripts, List<String> licences) {
    static final String D3 = "d3-7.9.0.min.js";
    static final String PLOT = "plot-0.6.17.umd.min.js";

    public PageAssets {
        scripts = List.copyOf(scripts);
        licences = List.copyOf(licences);
    }

    /**
     * Reads them from the class path.
     *
     * @throws IOException if one is missing
     */
    static PageAssets load() throws IOException {
        return with(text("charts.js"), text("page.js"));
    }

    /**
     * The same for a comparison of bundles.
     *
     * @throws IOException if one is missing
     */
    static PageAssets ofComparisons() throws IOException {
        return with(text("compare.js"));
    }

    private static PageAssets with(String... own) throws IOException {
        return new PageAssets(
                text("report.css"),
                Stream.concat(Stream.of(text(D3), text(PLOT)), Stream.of(own)).toList(),
                List.of(text("d3.LICENSE.txt"), text("plot.LICENSE.txt")));
    }

    /**
     * The content security policy under which these scripts run and no other, and nothing is loaded from anywhere: a browser
     * enforces what the page promises.
     */
    public String policy() {
        String hashes = scripts.stream().map(PageAssets::hash).collect(Collectors.joining(" "));
        return "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none';"
                + " script-src " + hashes;
    }

    private static String hash(String script) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            byte[] digest = sha.digest(script.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String text(String name) throws IOException {
        try (InputStream stream = PageAssets.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new FileNotFoundException("not on the class path: org/initbench/report/" + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
