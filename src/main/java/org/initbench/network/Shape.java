package org.initbench.network;

/**
 * What one sample is at some place of a network: a map of {@code height × width} positions with {@code channels} features
 * each, stored position by position, row-major. A sequence of T steps has height T and width 1; a plain vector is 1 × 1.
 *
 * @param height rows of an image, or steps of a sequence
 * @param width columns of an image
 * @param channels features of a position
 */
public record Shape(int height, int width, int channels) {

    public Shape {
        if (height < 1 || width < 1 || channels < 1) {
            throw new IllegalArgumentException(
                    "every extent of a shape is at least 1: " + height + "x" + width + "x" + channels);
        }
    }

    /** A plain vector. */
    public static Shape vector(int features) {
        return new Shape(1, 1, features);
    }

    /** A sequence of vectors. */
    public static Shape sequence(int steps, int features) {
        return new Shape(steps, 1, features);
    }

    /**
     * The inverse of {@link #toString()}.
     *
     * @throws IllegalArgumentException if the text is neither a number of features nor {@code height x width x channels}
     */
    public static Shape parse(String text) {
        String[] extents = text.split("x", -1);
        try {
            return switch (extents.length) {
                case 1 -> vector(Integer.parseInt(text));
                case 3 ->
                    new Shape(Integer.parseInt(extents[0]), Integer.parseInt(extents[1]), Integer.parseInt(extents[2]));
                default -> throw new NumberFormatException();
            };
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not a shape, such as 64 or 8x8x1: " + text, e);
        }
    }

    /** Number of positions. */
    public int positions() {
        return height * width;
    }

    /** Number of values. */
    public int size() {
        return positions() * channels;
    }

    /** The same positions with another number of features. */
    public Shape withChannels(int features) {
        return new Shape(height, width, features);
    }

    @Override
    public String toString() {
        return positions() == 1 ? "" + channels : height + "x" + width + "x" + channels;
    }
}
