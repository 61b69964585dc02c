package org.initbench.common;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Independent streams of random numbers, each derived from what it is for.
 *
 * <p>A stream's state is the SHA-256 digest of its name, so that streams of different names are independent, none depends
 * on how many others were made, and all are the same on every machine. The generator is xoshiro256++ (Blackman and Vigna
 * 2021).
 */
public final class Streams {

    private Streams() {}

    /**
     * The stream of that name.
     *
     * @param seed the study's seed
     * @param name parts of the name, joined by {@code |}; for weights: task, replicate, layer, parameter
     */
    public static UniformRandomProvider of(long seed, Object... name) {
        StringBuilder text = new StringBuilder("initbench|").append(seed);
        for (Object part : name) {
            text.append('|').append(part);
        }
        ByteBuffer digest = ByteBuffer.wrap(sha256(text.toString()));
        long[] state = {digest.getLong(), digest.getLong(), digest.getLong(), digest.getLong()};
        return RandomSource.XO_SHI_RO_256_PP.create(state);
    }

    /**
     * Numbers of the open interval (0, 1): the centres of 2⁵² equal cells, so that u and 1 − u are equally likely and an
     * inverse distribution function is never asked for 0 or 1.
     *
     * @param stream where they are drawn from
     * @param count how many
     */
    public static double[] uniforms(UniformRandomProvider stream, int count) {
        double[] u = new double[count];
        for (int i = 0; i < count; i++) {
            u[i] = ((stream.nextLong() >>> 12) + 0.5) * 0x1.0p-52;
        }
        return u;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
