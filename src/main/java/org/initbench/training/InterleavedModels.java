package org.initbench.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.initbench.network.Dense;
import org.initbench.network.Network;
import org.initbench.network.Parameter;
import org.initbench.task.DataOrder;
import org.initbench.task.Samples;
import org.initbench.task.Task;

/**
 * Models of a tiny dense network, {@code [rows, columns, models]}: products are elementwise too, so that one call serves many
 * models. Models come in tiles, each as many as a cache holds with what it needs to train them.
 *
 * <p>Where the loss is measured on the only batch, samples keep their natural order and are constants of the arithmetic.
 */
final class InterleavedModels implements StackedModels {

    /**
     * Multiply-adds of a forward pass up to which a network is tiny. In stacks of 1024, interleaved models took 0.1 to 0.7 of the
     * time of slices up to here, about as long at 3000, and longer from 4000 on. With two workers tiny products would gain
     * nothing from the second one, whatever the stack: each call of the BLAS passes a lock.
     */
    static final int TINY = 2000;

    static final int TILE = 1024;

    private static final double SHRINK = 0.9;

    private final Task task;
    private final List<Parameter> parameters;
    private final TileWorkspace workspace;
    private final int width;
    private final List<Tile> tiles = new ArrayList<>();
    private final List<ParameterArrays> copies = new ArrayList<>();
    private final LaneBatches batches;
    private int models;
    private boolean forwarded;

    /**
     * Allocates models whose weights are all zero.
     *
     * @param task a task that {@link #suits}
     * @param order the order of the training samples, of which a task that is evaluated on its batch makes no use
     * @param replicates for each model, the replicate whose data order it follows
     */
    InterleavedModels(Task task, DataOrder order, int[] replicates) {
        this.task = task;
        parameters = task.network().parameters();
        models = replicates.length;
        batches = new LaneBatches(task, order, replicates);
        width = width(models);
        workspace = new TileWorkspace(task, width);
        for (int first = 0; first < models; first += width) {
            tiles.add(new Tile(task, workspace, Rows.roundedUp(Math.min(width, models - first))));
        }
    }

    /** Lanes of every tile but the last. */
    private static int width(int models) {
        int count = (models + TILE - 1) / TILE;
        return Rows.roundedUp((models + count - 1) / count);
    }

    /** Whether models of a task are interleaved; the number of models has no say in it. */
    static boolean suits(Task task) {
        return Double.isInfinite(task.gradientClip())
                && task.network().layers().stream().allMatch(Dense.class::isInstance)
                && multiplyAdds(task) <= TINY;
    }

    private static long multiplyAdds(Task task) {
        Network network = task.network();
        long weights = network.parameters().stream()
                .mapToLong(p -> (long) p.rows() * p.inputs())
                .sum();
        return weights * task.batchSize();
    }

    @Override
    public void write(int slot, List<double[]> values) {
        double[] all = new double[task.parameters()];
        int next = 0;
        for (int i = 0; i < parameters.size(); i++) {
            Parameter parameter = parameters.get(i);
            if (values.size() != parameters.size() || values.get(i).length != parameter.size()) {
                throw new IllegalArgumentException("expected " + parameters.size() + " parameters, of them "
                        + parameter.size() + " values for " + parameter.name());
            }
            System.arraycopy(values.get(i), 0, all, next, parameter.size());
            next += parameter.size();
        }
        tile(slot).write(slot % width, all);
        forwarded = false;
    }

    @Override
    public List<double[]> read(int slot) {
        double[] all = tile(slot).parameters().lane(slot % width);
        List<double[]> values = new ArrayList<>();
        int next = 0;
        for (Parameter parameter : parameters) {
            values.add(Arrays.copyOfRange(all, next, next + parameter.size()));
            next += parameter.size();
        }
        return values;
    }

    private Tile tile(int slot) {
        return tiles.get(slot / width);
    }

    /** {@inheritDoc} What the last forward pass computed moves with it. */
    @Override
    public void remove(int slot) {
        int last = models - 1;
        if (slot != last) {
            tile(last).copyLane(last % width, tile(slot), slot % width);
        }
        tile(last).clear(last % width);
        batches.move(last, slot);
        models = last;
        shrink();
    }

    /** Drops the last tile when it is empty, and makes it narrower when that spares a tenth of all lanes. */
    private void shrink() {
        int index = tiles.size() - 1;
        Tile last = tiles.get(index);
        int used = models - index * width;
        int lanes = Rows.roundedUp(used);
        if (used > 0 && index * width + lanes > SHRINK * (index * width + last.lanes())) {
            return;
        }
        tiles.remove(index);
        if (used > 0) {
            Tile narrow = new Tile(task, workspace, lanes);
            last.copyLanes(narrow, used);
            tiles.add(narrow);
        }
        last.close();
    }

    @Override
    public void forward(int step) {
        if (!forwarded) {
            batches.moveTo(step);
            for (int i = 0; i < tiles.size(); i++) {
                forwardTile(i);
            }
            forwarded = true;
        }
    }

    private void forwardTile(int tile) {
        int first = tile * width;
        tiles.get(tile).network().setSamples(batches, first, Math.min(width, models - first));
        tiles.get(tile).forward();
    }

    @Override
    public void update(int step) {
        batches.moveTo(step);
        for (int i = 0; i < tiles.size(); i++) {
            if (!forwarded) {
                forwardTile(i);
            }
            tiles.get(i).update(step + 1);
        }
        forwarded = false;
    }

    @Override
    public Observation observe() {
        int samples = task.batchSize();
        double[] predicted =
                new double[models * tiles.get(0).network().predictions().count()];
        for (int first = 0; first < models; first += width) {
            tile(first).network().predictions().transpose(Math.min(width, models - first), samples, predicted, first);
        }
        int outputs = task.network().layers().size() - 1;
        return new Observation(
                task.loss(), task.data().training().targetWidth(), predicted, slot -> output(outputs, slot));
    }

    /** What layer {@code layer} of a model put out in the last forward pass, {@code [samples, units]}. */
    private double[] output(int layer, int slot) {
        int samples = task.batchSize();
        double[] values = tile(slot).network().output(layer).lane(slot % width);
        double[] transposed = new double[values.length];
        int units = values.length / samples;
        for (int i = 0; i < values.length; i++) {
            transposed[i % samples * units + i / samples] = values[i];
        }
        return transposed;
    }

    /** A pass of slices: the models that it works for are copied. */
    @Override
    public SamplePass newPass(Samples samples) {
        int together = NativeSamplePass.together(task, samples, models);
        ParameterArrays slices = new ParameterArrays(task, together, false);
        copies.add(slices);
        NetworkPass pass = new NetworkPass(task, new Blueprint(task, samples.count(), false), slices, together);
        pass.bind(together);
        return new NativeSamplePass(task, samples, pass, (first, count) -> {
            for (int i = 0; i < count; i++) {
                slices.write(i, read(first + i));
            }
            return 0;
        });
    }

    /** Bytes of native memory that so many models take. */
    static long bytes(Task task, int models) {
        long kept = (long) task.parameters() * (1 + task.optimizer().states())
                + InterleavedNetwork.activationRows(task)
                + InterleavedNetwork.batchRows(task);
        return (Rows.roundedUp(models) * kept + (long) width(models) * TileWorkspace.rows(task))
                * NativeArray.bytes(task.precision());
    }

    @Override
    public void close() {
        tiles.forEach(Tile::close);
        workspace.close();
        copies.forEach(ParameterArrays::close);
    }
}
