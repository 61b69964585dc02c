package org.initbench.run;

import java.io.IOException;
import java.nio.file.Path;
import org.initbench.common.DataException;
import org.initbench.common.Digests;

/**
 * Where a shard came from that a bundle was merged from: an entry of {@code shards.json}.
 *
 * @param shard which share of the study it held
 * @param manifest SHA-256 of the shard's manifest, which identifies its bytes
 * @param environment the machine and the software that it was made with
 */
public record ShardOrigin(Shard shard, String manifest, Environment environment) {

    /**
     * The origin of a finished shard.
     *
     * @throws DataException if it is damaged
     */
    public static ShardOrigin of(Path folder) {
        Path manifest = folder.resolve(BundleFiles.MANIFEST);
        try {
            return new ShardOrigin(
                    BundleReader.readShard(folder), Digests.sha256(manifest), BundleReader.readEnvironment(folder));
        } catch (IOException e) {
            throw new DataException(manifest + ": cannot be read: " + e.getMessage(), e);
        }
    }
}
