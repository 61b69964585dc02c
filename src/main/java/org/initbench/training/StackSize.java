package org.initbench.training;

import org.initbench.task.Task;

/**
 * How many models of a task train together. A result does not depend on it, its cost does: the call of an operation costs as
 * much as the arithmetic on some thousand elements, so that a stack must not be small; and what an operation writes should
 * still be in the core's second-level cache when the next one reads it, so that it must not be large either.
 *
 * <p>The rule: as many models as let the average operation of a training step write a quarter of the second-level cache (it
 * reads two operands as a rule), {@value #LARGEST} at most, and no more than the memory holds. Cost of a model's step by stack
 * size, over that at the best size (second-level cache 1 MiB, best of 7 to 9 interleaved rounds on a shared machine, good to
 * about 10 %):
 *
 * <table>
 * <caption>Measured cost by stack size</caption>
 * <tr><th>task</th><th>bytes an operation</th><th>rule</th><th>1</th><th>4</th><th>8</th><th>16</th><th>32</th><th>64</th>
 * <th>128</th><th>256</th></tr>
 * <tr><td>xor-2-2-1</td><td>32</td><td>2048</td><td>18.8</td><td>5.5</td><td>3.2</td><td>2.1</td><td>1.7</td><td>1.3</td>
 * <td>1.2</td><td>1.0</td></tr>
 * <tr><td>iris-mlp-tanh</td><td>280</td><td>936</td><td>20.1</td><td>3.2</td><td>1.8</td><td>1.3</td><td>1.5</td><td>1.2</td>
 * <td>1.0</td><td>1.0</td></tr>
 * <tr><td>digits-mlp-tanh</td><td>3243</td><td>80</td><td>2.0</td><td>1.3</td><td>1.0</td><td>1.1</td><td>1.1</td>
 * <td>1.0</td><td>1.0</td><td>1.3</td></tr>
 * <tr><td>digits-mlp-tanh-d30</td><td>4176</td><td>62</td><td>1.8</td><td>1.1</td><td>1.2</td><td>1.0</td><td>1.2</td>
 * <td>1.0</td><td>1.0</td><td>1.1</td></tr>
 * <tr><td>digits-lstm</td><td>7252</td><td>36</td><td>1.4</td><td>1.0</td><td>1.1</td><td>1.0</td><td>1.0</td><td>1.0</td>
 * <td>1.2</td><td>1.3</td></tr>
 * <tr><td>digits-transformer</td><td>21955</td><td>11</td><td>1.4</td><td>1.1</td><td>1.0</td><td>1.0</td><td>1.0</td>
 * <td>1.2</td><td>1.3</td><td></td></tr>
 * <tr><td>digits-mlp-tanh-w256</td><td>22357</td><td>11</td><td>1.2</td><td>1.0</td><td>1.0</td><td>1.0</td><td>1.2</td>
 * <td>1.4</td><td>1.6</td><td>1.5</td></tr>
 * <tr><td>digits-cnn</td><td>24651</td><td>10</td><td>1.1</td><td>1.0</td><td>1.1</td><td>1.1</td><td>1.2</td><td>1.2</td>
 * <td>1.3</td><td>1.3</td></tr>
 * </table>
 */
public final class StackSize {

    /** Most models that the rule puts into a stack. */
    public static final int LARGEST = 2048;

    private static final int OPERATIONS_IN_CACHE = 4;

    private StackSize() {}

    /**
     * The size by the rule, at least 1, where memory is no matter.
     *
     * @param task the task
     * @param cacheBytes second-level cache of one core
     */
    public static int best(Task task, long cacheBytes) {
        double each = new Blueprint(task, task.batchSize(), true).bytesPerOperation();
        return (int) Math.max(1, Math.min(LARGEST, cacheBytes / (OPERATIONS_IN_CACHE * each)));
    }

    /**
     * The largest size up to {@code most} whose stack fits into memory; 0 if not even one model does.
     *
     * @param task the task
     * @param most most models, at least 1
     * @param modelsPerReplicate models of a stack that share mini-batches, at least 1
     * @param memoryBytes native memory of the stack
     */
    public static int fitting(Task task, int most, int modelsPerReplicate, long memoryBytes) {
        int fits = 0;
        int tooLarge = most + 1;
        while (tooLarge - fits > 1) {
            int size = fits + (tooLarge - fits) / 2;
            if (bytes(task, size, modelsPerReplicate) <= memoryBytes) {
                fits = size;
            } else {
                tooLarge = size;
            }
        }
        return fits;
    }

    /** Bytes of a stack of models that are ordered by replicate and begin anywhere. */
    private static long bytes(Task task, int models, int modelsPerReplicate) {
        int replicates = Math.min(models, (models - 2 + modelsPerReplicate) / modelsPerReplicate + 1);
        return Stack.bytes(task, models, replicates);
    }
}
