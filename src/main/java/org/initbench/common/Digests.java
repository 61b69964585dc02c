package org.initbench.common;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 digests, written as 64 lower-case hexadecimal digits or as the first 16 of them. */
public final class Digests {
    private static final int SHORT = 16;
    private static final int BUFFER = 1 << 16;

    private Digests() {}

    /** A fresh SHA-256, for content that arrives piece by piece; {@link #hex} ends it. */
    public static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Ends a digest: 64 hexadecimal digits. */
    public static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** SHA-256 of the bytes. */
    public static String sha256(byte[] bytes) {
        MessageDigest digest = newSha256();
        digest.update(bytes);
        return hex(digest);
    }

    /** SHA-256 of what is left of the stream, which stays open. */
    public static String sha256(InputStream in) throws IOException {
        MessageDigest digest = newSha256();
        byte[] buffer = new byte[BUFFER];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            digest.update(buffer, 0, n);
        }
        return hex(digest);
    }

    /** SHA-256 of the file's bytes. */
    public static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return sha256(in);
        }
    }

    /**
     * The first 16 digits: 64 bits, enough to tell the runs of any study apart.
     *
     * @throws IllegalArgumentException if there are fewer
     */
    public static String shortForm(String hex) {
        if (hex.length() < SHORT) {
            throw new IllegalArgumentException("a digest of at least 16 digits is needed, not '" + hex + "'");
        }
        return hex.substring(0, SHORT);
    }
}
