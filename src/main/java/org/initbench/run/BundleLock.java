package org.initbench.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.initbench.common.UsageException;
import org.jspecify.annotations.Nullable;

/**
 * The right to measure into a bundle, which one process has at a time: an exclusive lock of the system on a file in the bundle,
 * which says who holds it. The lock ends with its process, however that ends, so that a file left behind by a killed process is no
 * obstacle; it tells that the study has not come to its end. On a file system without locks every process has the right.
 *
 * <p>The process that trains is another one than the one that was started, and may outlive it for a moment. It holds a lock of its
 * own, and {@link #of} waits for the end of such an orphan.
 */
public final class BundleLock implements AutoCloseable {

    /** An orphan ends as soon as it notices that its parent has. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final long PAUSE_MILLIS = 50;
    private static final int LONGEST_NOTE = 1000;

    /** The locks of this process: a file that it opened and closed once more would be unlocked by that. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final @Nullable FileChannel channel;
    private boolean ended;

    private BundleLock(Path file, @Nullable FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock of a bundle, and waits until nobody trains for it any more.
     *
     * @param folder the bundle, or a folder that is to become one; it exists
     * @throws UsageException if another process holds it, or it has come to its end meanwhile; the message says who
     */
    static BundleLock of(Path folder) {
        Path file = folder.resolve(BundleFiles.LOCK);
        BundleLock lock = attempt(file)
                .orElseThrow(() -> new UsageException("another process is measuring into " + folder + holder(file)
                        + "; wait for its end, or name another folder with --output"));
        if (lock.channel != null && Files.notExists(file)) {
            lock.close();
            throw new UsageException("another process has just finished " + folder);
        }
        lock.sign();
        try {
            ofFork(folder).close();
        } catch (UsageException e) {
            lock.close();
            throw e;
        }
        return lock;
    }

    /**
     * Takes the lock of the process that trains for a bundle, and waits for it as long as an orphan may hold it.
     *
     * @param folder the bundle
     * @throws UsageException if another process goes on to train for it
     */
    static BundleLock ofFork(Path folder) {
        Path parts = folder.resolve(BundleFiles.PARTS);
        Path file = parts.resolve(BundleFiles.FORK_LOCK);
        if (!Files.isDirectory(parts)) {
            return new BundleLock(file, null);
        }
        Instant end = Instant.now().plus(PATIENCE);
        Optional<BundleLock> lock = attempt(file);
        while (lock.isEmpty() && Instant.now().isBefore(end)) {
            pause();
            lock = attempt(file);
        }
        BundleLock own =
                lock.orElseThrow(() -> new UsageException("a process of a study that was ended still trains for "
                        + folder + holder(file) + "; end it, and try again"));
        own.sign();
        return own;
    }

    /** The lock, without a lock of the system where there are none; empty if another process has it. */
    private static Optional<BundleLock> attempt(Path file) {
        if (HELD.contains(key(file))) {
            return Optional.empty();
        }
        FileChannel channel = null;
        try {
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                close(channel);
                return Optional.empty();
            }
            HELD.add(key(file));
            return Optional.of(new BundleLock(file, channel));
        } catch (OverlappingFileLockException e) {
            close(channel);
            return Optional.empty();
        } catch (IOException e) {
            close(channel);
            return Optional.of(new BundleLock(file, null));
        }
    }

    /** Says who holds the lock, in the file itself. What cannot be written there is no reason not to measure. */
    private void sign() {
        if (channel == null) {
            return;
        }
        String text = "process " + ProcessHandle.current().pid() + " on " + EnvironmentProbe.hostName() + " since "
                + Instant.now().truncatedTo(ChronoUnit.SECONDS);
        try {
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
        } catch (IOException e) {
            // whoever is refused learns less
            return;
        }
    }

    /** Who holds a lock, in brackets; empty if the file does not say. */
    private static String holder(Path file) {
        if (HELD.contains(key(file))) {
            return " (this one)";
        }
        try {
            if (Files.size(file) > LONGEST_NOTE) {
                return "";
            }
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .replaceAll("\\p{Cntrl}", " ")
                    .strip();
            return text.isEmpty() ? "" : " (" + text + ")";
        } catch (IOException e) {
            return "";
        }
    }

    /** Says that the study has come to its end: nothing is left behind when the lock is given up. */
    public void end() {
        ended = true;
    }

    @Override
    public void close() {
        boolean gone = ended && deleted();
        close(channel);
        if (channel != null) {
            HELD.remove(key(file));
        }
        if (ended && !gone) {
            deleted();
        }
    }

    /** Some systems delete no file that is open, some folders cannot be written to; a file that stays is no obstacle. */
    private boolean deleted() {
        try {
            Files.delete(file);
            return true;
        } catch (NoSuchFileException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static Path key(Path file) {
        return file.toAbsolutePath().normalize();
    }

    private static void close(@Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new IllegalStateException("a lock could not be released", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UsageException("interrupted while another process was waited for", e);
        }
    }
}
