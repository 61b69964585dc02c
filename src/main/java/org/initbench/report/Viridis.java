package org.initbench.report;

import java.util.Locale;

/**
 * The sequential palette <em>viridis</em> (van der Walt and Smith, matplotlib, CC0): even in lightness and legible to the
 * colour-blind. Eleven anchors of the published table, interpolated in sRGB.
 */
final class Viridis {
    private static final int[] ANCHORS = {
        0x440154, 0x482475, 0x414487, 0x355f8d, 0x2a788e, 0x21918c, 0x22a884, 0x44bf70, 0x7ad151, 0xbddf26, 0xfde725
    };

    private Viridis() {}

    /**
     * A colour as {@code #rrggbb}.
     *
     * @param position 0 (dark violet) to 1 (yellow); values outside are taken as the nearer end
     */
    static String colour(double position) {
        return String.format(Locale.ROOT, "#%06x", rgb(position));
    }

    /** Black or white: the ink that contrasts more with the colour at this position (WCAG 2 relative luminance). */
    static String ink(double position) {
        double luminance = luminance(rgb(position));
        return (luminance + 0.05) * (luminance + 0.05) > 1.05 * 0.05 ? "#000" : "#fff";
    }

    private static int rgb(double position) {
        double place = Math.min(Math.max(position, 0), 1) * (ANCHORS.length - 1);
        int index = Math.min((int) place, ANCHORS.length - 2);
        int colour = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int from = ANCHORS[index] >> shift & 255;
            int to = ANCHORS[index + 1] >> shift & 255;
            colour |= (int) Math.round(from + (place - index) * (to - from)) << shift;
        }
        return colour;
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
