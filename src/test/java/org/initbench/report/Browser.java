package org.initbench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A headless Chromium, where one is installed. */
final class Browser {
    private Browser() {}

    /** A page after its scripts ran: its elements, and what went wrong. */
    record Page(String dom, List<String> errors) {

        /** Number of charts whose label begins so. */
        long svgs(String label) {
            return Pattern.compile("<svg[^>]*aria-label=\"" + label)
                    .matcher(dom)
                    .results()
                    .count();
        }
    }

    /**
     * Opens a page; skips the test where there is no browser.
     *
     * @param folder where the browser may write
     */
    static Page open(Path folder, Path page) throws IOException, InterruptedException {
        Optional<Path> browser = find();
        assumeTrue(browser.isPresent(), "no Chromium on the path");
        Path dom = folder.resolve("dom.html");
        Path log = folder.resolve("log.txt");
        Process process = new ProcessBuilder(
                        browser.get().toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--enable-logging=stderr",
                        "--hide-scrollbars",
                        "--allow-file-access-from-files",
                        "--virtual-time-budget=200000",
                        "--window-size=1440,1000",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--dump-dom",
                        page.toUri().toString())
                .redirectOutput(dom.toFile())
                .redirectError(log.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("Chromium ended").isTrue();
        List<String> errors = Files.readString(log)
                .lines()
                .filter(line -> line.contains("CONSOLE"))
                .toList();
        return new Page(Files.readString(dom), errors);
    }

    private static Optional<Path> find() {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            for (String name : List.of("chromium", "chromium-browser", "google-chrome")) {
                Path file = Path.of(folder, name);
                if (Files.isExecutable(file)) {
                    return Optional.of(file);
                }
            }
        }
        return Optional.empty();
    }
}
