package org.initbench.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The commit of a source tree, asked of the {@code git} command. Where there is no git, no repository, or the tree only
 * lies inside somebody else's repository, the commit is {@code unknown}.
 *
 * @param commit the commit's hash, or {@code unknown}
 * @param dirty whether files differ from that commit or are not in it
 */
record GitState(String commit, boolean dirty) {
    /** Nothing is known of the source tree. */
    static final GitState UNKNOWN = new GitState("unknown", false);

    /** Long enough for a machine that does much else: a study that was begun goes on only where the commit is known to be the same. */
    private static final long TIMEOUT_SECONDS = 10;

    private static final String COMMIT = "# branch.oid ";

    /** The state of the source tree whose top folder this is. */
    static GitState of(Path sourceRoot) {
        try {
            Path root = sourceRoot.toRealPath();
            Optional<String> top = git(root, "rev-parse", "--show-toplevel");
            if (top.isEmpty() || !Path.of(top.get().strip()).toRealPath().equals(root)) {
                return UNKNOWN;
            }
            return git(root, "status", "--porcelain=v2", "--branch")
                    .map(GitState::parse)
                    .orElse(UNKNOWN);
        } catch (IOException e) {
            return UNKNOWN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return UNKNOWN;
        }
    }

    /** Reads the output of {@code git status --porcelain=v2 --branch}. */
    static GitState parse(String status) {
        String commit = "unknown";
        boolean dirty = false;
        for (String line : status.lines().toList()) {
            if (line.startsWith(COMMIT)) {
                String oid = line.substring(COMMIT.length());
                commit = oid.matches("[0-9a-f]{40,64}") ? oid : "unknown";
            } else if (!line.startsWith("#") && !line.isBlank()) {
                dirty = true;
            }
        }
        return new GitState(commit, dirty);
    }

    private static Optional<String> git(Path root, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-C", root.toString()));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile("initbench-git", ".txt");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectOutput(output.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
            Process process = builder.start();
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            return process.exitValue() == 0 ? Optional.of(Files.readString(output)) : Optional.empty();
        } finally {
            Files.deleteIfExists(output);
        }
    }
}
