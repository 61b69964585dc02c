package org.initbench.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.initbench.common.UsageException;
import org.jspecify.annotations.Nullable;

/**
 * The right to measure into a bundle, which one process has at a time: an exclusive lock on the bundle's study file, given
 * up when it is closed or the process ends, however it ends. On a file system without locks every process has the right.
 */
public final class BundleLock implements AutoCloseable {
    private final @Nullable FileChannel channel;

    private BundleLock(@Nullable FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @throws UsageException if another process measures into the bundle
     */
    static BundleLock of(Path bundle) {
        FileChannel channel = null;
        try {
            channel = FileChannel.open(bundle.resolve(BundleFiles.STUDY), StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw inUse(bundle, channel);
            }
            return new BundleLock(channel);
        } catch (OverlappingFileLockException e) {
            throw inUse(bundle, channel);
        } catch (IOException e) {
            close(channel);
            return new BundleLock(null);
        }
    }

    private static UsageException inUse(Path bundle, @Nullable FileChannel channel) {
        close(channel);
        return new UsageException("another process is measuring into " + bundle
                + "; wait for its end, or name another folder with --output");
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

    @Override
    public void close() {
        close(channel);
    }
}
