package org.initbench.task;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.initbench.common.DataException;

/**
 * A compressed file of unsigned bytes in the IDX format of MNIST: the magic bytes 0, 0, 8 (for unsigned bytes) and the number
 * of dimensions, each extent as four bytes, highest first, then the values, the last dimension fastest.
 */
final class IdxFile {
    private static final int UNSIGNED_BYTES = 0x800;

    private final byte[] content;
    private final int[] extents;

    private IdxFile(byte[] content, int[] extents) {
        this.content = content;
        this.extents = extents;
    }

    /**
     * Reads a file.
     *
     * @param file the file
     * @param dimensions the number of dimensions it must have
     * @throws DataException if it is missing, cut off, or something else
     */
    static IdxFile read(Path file, int dimensions) {
        byte[] content = content(file);
        int header = Integer.BYTES * (1 + dimensions);
        if (content.length < header) {
            throw damaged(file, "it ends after " + content.length + " bytes, within its header");
        }
        ByteBuffer start = ByteBuffer.wrap(content);
        int magic = start.getInt();
        if (magic != UNSIGNED_BYTES + dimensions) {
            throw damaged(
                    file,
                    String.format(
                            "it starts with 0x%08x, an IDX file of %d-dimensional bytes with 0x%08x",
                            magic, dimensions, UNSIGNED_BYTES + dimensions));
        }
        int[] extents = new int[dimensions];
        long values = 1;
        for (int d = 0; d < dimensions; d++) {
            extents[d] = start.getInt();
            if (extents[d] < 0 || values * extents[d] > Integer.MAX_VALUE) {
                throw damaged(file, "its header asks for more than can be read");
            }
            values *= extents[d];
        }
        if (content.length - header != values) {
            throw damaged(
                    file, "its header announces " + values + " values, but " + (content.length - header) + " follow");
        }
        return new IdxFile(content, extents);
    }

    private static byte[] content(Path file) {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return in.readAllBytes();
        } catch (NoSuchFileException e) {
            throw new DataException(file + " is missing", e);
        } catch (EOFException | ZipException e) {
            throw damaged(file, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new DataException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static DataException damaged(Path file, String problem) {
        return new DataException(file + " is damaged: " + problem);
    }

    /** Length along a dimension. */
    int extent(int dimension) {
        return extents[dimension];
    }

    /** The value at a place, all dimensions run through; 0 to 255. */
    int value(int place) {
        return content[Integer.BYTES * (1 + extents.length) + place] & 0xff;
    }

    /** Feeds the content as it is uncompressed, header included: how it was compressed does not matter. */
    void feed(MessageDigest digest) {
        digest.update(content);
    }
}
