package org.initbench.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/** Damages bytes: flips, cuts, repeats and moves them, and puts in what readers stumble over. */
final class Mutator {

    /** What numbers, quotes, YAML, JSON, CSV and paths are made of, at their limits and beyond. */
    private static final List<String> WORDS = List.of(
            "NaN",
            "-0.0",
            "1e999",
            "-1",
            "2147483648",
            "99999999999999999999",
            "0x1p-3",
            ".nan",
            ".inf",
            "null",
            "~",
            "true",
            "\"",
            "'",
            "\\",
            "\\u0000",
            ",",
            ",,",
            "\r",
            "\n",
            "\r\n\r\n",
            "\t",
            "[",
            "]",
            "{",
            "}",
            ": ",
            "- ",
            "? ",
            "|\n",
            ">\n",
            "&a ",
            "*a",
            "<<: ",
            "!!java.net.URL ",
            "!x ",
            "%YAML 9.9\n",
            "---\n",
            "...\n",
            "#",
            "\uFEFF",
            "\u0000",
            "\u2028",
            "\uD83D\uDE00",
            "../",
            "<script>",
            "${x}");

    private final UniformRandomProvider random;

    /**
     * A mutator.
     *
     * @param random where its choices come from
     */
    Mutator(UniformRandomProvider random) {
        this.random = random;
    }

    /** One change of some bytes in half of the cases, up to eight in the others; they may take pieces of others. */
    byte[] mutate(byte[] original, byte[] other) {
        byte[] bytes = original.clone();
        int changes = random.nextBoolean() ? 1 : 1 + random.nextInt(8);
        for (int i = 0; i < changes; i++) {
            bytes = change(bytes, other);
        }
        return bytes;
    }

    private byte[] change(byte[] bytes, byte[] other) {
        int at = random.nextInt(bytes.length + 1);
        int end = Math.min(bytes.length, at + 1 + length());
        return switch (random.nextInt(9)) {
            case 0 -> flipped(bytes, at);
            case 1 -> replaced(bytes, at, Math.min(bytes.length, at + 1), randomBytes(1));
            case 2 -> replaced(bytes, at, end, new byte[0]);
            case 3 -> replaced(bytes, at, at, Arrays.copyOfRange(bytes, at, end));
            case 4 -> replaced(bytes, at, at, word());
            case 5 -> replaced(bytes, at, end, word());
            case 6 -> replaced(bytes, at, at, randomBytes(1 + random.nextInt(20)));
            case 7 -> Arrays.copyOf(bytes, at);
            default -> replaced(bytes, at, end, piece(other));
        };
    }

    /** Short mostly, long now and then. */
    private int length() {
        return random.nextInt(10) == 0 ? random.nextInt(2000) : random.nextInt(12);
    }

    private byte[] word() {
        String word = WORDS.get(random.nextInt(WORDS.size()));
        int times = random.nextInt(50) == 0 ? 1 + random.nextInt(5000) : 1;
        return word.repeat(times).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] piece(byte[] other) {
        int from = random.nextInt(other.length + 1);
        return Arrays.copyOfRange(other, from, Math.min(other.length, from + length()));
    }

    private byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] flipped(byte[] bytes, int at) {
        byte[] changed = bytes.clone();
        if (at < changed.length) {
            changed[at] ^= (byte) (1 << random.nextInt(8));
        }
        return changed;
    }

    private static byte[] replaced(byte[] bytes, int from, int to, byte[] by) {
        byte[] changed = new byte[bytes.length - (to - from) + by.length];
        System.arraycopy(bytes, 0, changed, 0, from);
        System.arraycopy(by, 0, changed, from, by.length);
        System.arraycopy(bytes, to, changed, from + by.length, bytes.length - to);
        return changed;
    }
}
