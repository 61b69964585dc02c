package org.initbench.hypothesis;

/**
 * Where a hypothesis is tested: one comparison.
 *
 * @param first task of the first arm
 * @param second task of the second arm: the same, or that of another network, optimizer or control
 */
public record Place(String first, String second) {

    /** Both arms on one task. */
    public static Place of(String task) {
        return new Place(task, task);
    }
}
