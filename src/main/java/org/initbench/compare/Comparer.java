package org.initbench.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.initbench.analysis.Holm;
import org.initbench.analysis.KeyFindings;
import org.initbench.common.UsageException;
import org.initbench.run.Bundle;
import org.initbench.run.Environment;
import org.jspecify.annotations.Nullable;

/**
 * Compares bundles with a first one. Only the first stays in memory: the others are added one after another.
 *
 * <p>A function of the bundles and the margin alone; nothing in it is drawn at random.
 */
public final class Comparer {
    private final Bundle first;
    private final int bundles;
    private final double margin;
    private final List<BundleInfo> infos = new ArrayList<>();
    private final List<Environment> environments = new ArrayList<>();
    private final List<BundlePair> pairs = new ArrayList<>();
    private @Nullable KeyFindings wholeFirst;

    /**
     * Begins a comparison.
     *
     * @param first the bundle that every other is compared with
     * @param bundles number of bundles that will be compared, the first included
     * @param margin ratio of epochs above 1 up to which they are equivalent
     */
    public Comparer(Bundle first, int bundles, double margin) {
        this.first = first;
        this.bundles = bundles;
        this.margin = margin;
        infos.add(BundleInfo.of(0, first));
        environments.add(first.environment());
    }

    /**
     * Adds a bundle.
     *
     * @throws UsageException if it cannot be compared with the first: it says why, and what could be
     */
    public void add(Bundle other) {
        BundleInfo info = BundleInfo.of(infos.size(), other);
        CommonRuns common = CommonRuns.of(first, other);
        Comparability comparability = new Comparability(infos.get(0), first, info, other);
        comparability.require(common);
        infos.add(info);
        environments.add(other.environment());
        pairs.add(pair(info.label(), other, common, comparability.leftOut()));
    }

    private BundlePair pair(String label, Bundle other, CommonRuns common, List<String> leftOut) {
        int intervals = first.study().tasks().size() * (bundles - 1);
        List<RunPair> all = common.all();
        KeyFindings own = ownFindings(common);
        KeyFindings others = KeyFindings.of(common.restrict(other), bundles);
        return BundlePair.of(
                label,
                common,
                leftOut,
                RunAgreement.of(all),
                Outcomes.of(all, intervals),
                common.byTask().entrySet().stream()
                        .map(task -> TaskAgreement.of(task.getKey(), task.getValue(), margin, intervals))
                        .toList(),
                ScaleAgreement.of(own.best(), others.best()),
                VerdictAgreement.of(own.verdicts(), others.verdicts()),
                Speed.of(first, other, common));
    }

    /** What the first bundle finds in the common runs; found once for all bundles that share all of its runs. */
    private KeyFindings ownFindings(CommonRuns common) {
        if (common.onlyFirst() > 0) {
            return KeyFindings.of(common.restrict(first), bundles);
        }
        if (wholeFirst == null) {
            wholeFirst = KeyFindings.of(first, bundles);
        }
        return wholeFirst;
    }

    /** The comparison of all bundles that were added, at least one. */
    public StudyComparison result() {
        List<BundlePair> judged = adjusted(pairs);
        Accord accord = judged.stream()
                .map(BundlePair::accord)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        List<Difference> differences = Environments.differences(environments);
        return new StudyComparison(
                StudyComparison.SCHEMA,
                accord,
                margin,
                infos,
                differences,
                judged,
                ComparisonWords.answer(judged, environments, differences, margin),
                ComparisonWords.caveats(infos, judged));
    }

    /** Holm's adjustment over all tests of outcomes: of each bundle that of all tasks together, and one a task. */
    private static List<BundlePair> adjusted(List<BundlePair> pairs) {
        double[] adjusted = Holm.adjust(pairs.stream()
                .flatMap(pair -> Stream.concat(
                        Stream.of(pair.outcomes()), pair.tasks().stream().map(TaskAgreement::outcomes)))
                .mapToDouble(Outcomes::p)
                .toArray());
        List<BundlePair> result = new ArrayList<>();
        int from = 0;
        for (BundlePair pair : pairs) {
            int to = from + 1 + pair.tasks().size();
            result.add(adjusted(pair, Arrays.copyOfRange(adjusted, from, to)));
            from = to;
        }
        return result;
    }

    private static BundlePair adjusted(BundlePair pair, double[] p) {
        List<TaskAgreement> tasks = new ArrayList<>();
        for (TaskAgreement task : pair.tasks()) {
            tasks.add(task.adjusted(p[tasks.size() + 1]));
        }
        return pair.with(pair.outcomes().adjusted(p[0]), tasks);
    }
}
