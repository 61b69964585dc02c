package org.initbench.training;

import java.util.ArrayList;
import java.util.List;
import org.initbench.network.Shape;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The squares around each position, as rows. A square's positions lie at the same distances in memory for every position, so
 * that each of them is one strided copy of the whole stack; what lies outside the map is then set to zero.
 */
final class PatchesNode extends Node {

    private final Node x;
    private final Shape map;
    private final int kernel;
    private final List<Block> outside;

    PatchesNode(Node x, Shape map, int kernel) {
        super(x.rows(), kernel * kernel * map.channels(), x);
        this.x = x;
        this.map = map;
        this.kernel = kernel;
        if (kernel % 2 == 0 || x.columns() != map.channels() || x.rows() % map.positions() != 0) {
            throw new IllegalArgumentException("no " + kernel + "x" + kernel + " patches of " + x.rows() + "x"
                    + x.columns() + " as maps of " + map);
        }
        outside = outside();
    }

    @Override
    void emitForward(Program program) {
        for (int tap = 0; tap < kernel * kernel; tap++) {
            int shift = shift(tap);
            int place = tap * map.channels();
            program.add(models -> {
                long positions = (long) models * rows();
                long first = Math.max(0, -shift);
                new StridedCopy(
                                positions - Math.abs(shift),
                                map.channels(),
                                new StridedCopy.Place(
                                        x.storage().valueArray(), (first + shift) * map.channels(), map.channels()),
                                new StridedCopy.Place(storage().valueArray(), first * columns() + place, columns()))
                        .run();
            });
        }
        program.add(models -> clearOutside(storage().valueArray(), models));
    }

    /** Adds each place of the squares to the position that it shows; one that lies outside the map adds zero. */
    @Override
    void emitBackward(Program program) {
        if (!x.trainable()) {
            return;
        }
        int margin = shift(kernel * kernel - 1) * map.channels();
        program.add(models -> clearOutside(storage().derivativeArray(), models));
        Program.Scratch shifted = program.scratch(Program.FIRST, x.storage().slice(), margin);
        program.add(models -> shifted.clearMargin(models));
        boolean first = x.storage().claimDerivatives();
        for (int tap = 0; tap < kernel * kernel; tap++) {
            int place = tap * map.channels();
            long shift = (long) shift(tap) * map.channels();
            program.add(models -> new StridedCopy(
                            (long) models * rows(),
                            map.channels(),
                            new StridedCopy.Place(storage().derivativeArray(), place, columns()),
                            new StridedCopy.Place(shifted.array(), shifted.start(), map.channels()))
                    .run());
            boolean set = first && tap == 0;
            program.elementwise(models -> {
                INDArray sum = x.storage().derivatives(models);
                INDArray added = shifted.array()
                        .part(shifted.start() - shift, models * x.storage().slice());
                return List.of(
                        set
                                ? ElementwiseOperation.copied(sum, added)
                                : ElementwiseOperation.named("add", sum, sum, added));
            });
        }
    }

    /** Positions between a position and the one that a place of its square shows. */
    private int shift(int tap) {
        int down = tap / kernel - kernel / 2;
        int right = tap % kernel - kernel / 2;
        return down * map.width() + right;
    }

    private void clearOutside(NativeArray patches, int models) {
        for (Block block : outside) {
            StridedCopy.fill(
                    (long) models * rows() / block.every,
                    block.width,
                    0,
                    new StridedCopy.Place(patches, block.first, (long) block.every * columns()));
        }
    }

    /** The elements that lie outside the map: for each position of the map, the places of its square. */
    private List<Block> outside() {
        List<Block> blocks = new ArrayList<>();
        for (int position = 0; position < map.positions(); position++) {
            for (int down = 0; down < kernel; down++) {
                addOutside(blocks, position, down);
            }
        }
        return blocks;
    }

    private void addOutside(List<Block> blocks, int position, int down) {
        int y = position / map.width() + down - kernel / 2;
        int x0 = position % map.width() - kernel / 2;
        boolean rowOutside = y < 0 || y >= map.height();
        int left = rowOutside ? kernel : Math.max(0, -x0);
        int right = rowOutside ? 0 : Math.max(0, x0 + kernel - map.width());
        addBlock(blocks, position, down * kernel, left);
        addBlock(blocks, position, down * kernel + kernel - right, right);
    }

    private void addBlock(List<Block> blocks, int position, int place, int places) {
        if (places > 0) {
            blocks.add(new Block(
                    (long) position * columns() + (long) place * map.channels(),
                    places * map.channels(),
                    map.positions()));
        }
    }

    /**
     * Elements that follow one another at a position of every map.
     *
     * @param first index of the first one in the first map
     * @param width their number
     * @param every positions between two of them
     */
    private record Block(long first, int width, int every) {}
}
