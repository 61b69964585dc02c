package org.initbench.compare;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How far the runs that two bundles share are equal to the bit.
 *
 * @param runs runs in both bundles
 * @param equalStarts those whose initial parameters are equal to the bit
 * @param equal those that are equal to the bit from the start to the end, curves included
 * @param parted of the others the first epoch at which the recorded curves differ, ascending; a curve is recorded at every epoch up to
 *     20 and then at about 40 a decade, so that they parted at that epoch or between the point before and it
 */
public record RunAgreement(int runs, int equalStarts, int equal, List<Double> parted) {

    public RunAgreement {
        parted = List.copyOf(parted);
    }

    static RunAgreement of(List<RunPair> pairs) {
        return new RunAgreement(
                pairs.size(),
                (int) pairs.stream().filter(RunPair::equalStart).count(),
                (int) pairs.stream().filter(RunPair::equal).count(),
                pairs.stream()
                        .map(RunPair::partedAt)
                        .flatMapToDouble(OptionalDouble::stream)
                        .sorted()
                        .boxed()
                        .toList());
    }

    /** Whether all runs are equal to the bit. */
    public boolean allEqual() {
        return equal == runs;
    }

    /** The epoch by which half of the runs that part have parted; empty if none does. */
    public OptionalDouble medianParting() {
        return parted.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(parted.get((parted.size() - 1) / 2));
    }
}
