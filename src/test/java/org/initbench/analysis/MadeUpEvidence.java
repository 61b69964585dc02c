package org.initbench.analysis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.initbench.hypothesis.Arm;
import org.initbench.hypothesis.Hypotheses;
import org.initbench.hypothesis.Measure;
import org.jspecify.annotations.Nullable;

/** Epochs that are drawn at random: log-normal, correlated by replicate, with failures. */
final class MadeUpEvidence implements Evidence {
    static final double BUDGET = 1000;

    private final Map<String, Map<Arm, Sample>> samples = new TreeMap<>();
    private final UniformRandomProvider random;
    private final ZigguratSampler.NormalizedGaussian normal;

    MadeUpEvidence(UniformRandomProvider random) {
        this.random = random;
        normal = ZigguratSampler.NormalizedGaussian.of(random);
    }

    /** What an arm does: median epochs, spread of their logarithm, share of runs that converge. */
    record Law(double median, double spread, double converge) {}

    /** Adds both arms of a task, in pairs. */
    MadeUpEvidence add(String task, int n, Arm first, Law a, Arm second, Law b) {
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            double shared = normal.sample();
            x[i] = epochs(a, shared);
            y[i] = epochs(b, shared);
        }
        return put(task, first, Sample.of(BUDGET, x)).put(task, second, Sample.of(BUDGET, y));
    }

    private double epochs(Law law, double shared) {
        boolean fails = random.nextDouble() >= law.converge();
        double time = law.median() * Math.exp(law.spread() * (shared + normal.sample()) / Math.sqrt(2));
        return fails ? Double.POSITIVE_INFINITY : time;
    }

    MadeUpEvidence put(String task, Arm arm, Sample sample) {
        samples.computeIfAbsent(task, t -> new HashMap<>()).put(arm, sample);
        return this;
    }

    @Override
    public String bundle() {
        return "made-up";
    }

    @Override
    public Hypotheses hypotheses() {
        return Hypotheses.none();
    }

    Sample sample(String task, Arm arm) {
        return Objects.requireNonNull(samples.getOrDefault(task, Map.of()).get(arm));
    }

    @Override
    public Optional<Start> start(String task, Arm arm) {
        return Optional.ofNullable(samples.getOrDefault(task, Map.of()).get(arm))
                .map(MadeUpEvidence::start);
    }

    private static Start start(Sample sample) {
        return new Start(sample, Map.of());
    }

    @Override
    public List<Start> others(String task, Arm arm, @Nullable String initializer) {
        return samples.getOrDefault(task, Map.of()).entrySet().stream()
                .filter(e -> !e.getKey().equals(arm))
                .filter(e -> initializer == null || e.getKey().initializer().equals(initializer))
                .map(e -> start(e.getValue()))
                .toList();
    }

    @Override
    public Optional<Effect> within(String task, Arm arm, Measure measure, double tail) {
        return Optional.empty();
    }
}
