package org.initbench.analysis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.initbench.hypothesis.Arm;
import org.initbench.hypothesis.Hypotheses;
import org.initbench.hypothesis.Measure;
import org.jspecify.annotations.Nullable;

/** A bundle of which epochs are drawn at random: log-normal, correlated by replicate, with failures. */
final class MadeUpEvidence implements Evidence {
    static final double BUDGET = 1000;

    private final Map<String, Map<Arm, Start>> starts = new TreeMap<>();
    private final Map<String, double[]> growths = new HashMap<>();
    private final Map<String, double[][]> losses = new HashMap<>();
    private final String bundle;
    private final Hypotheses hypotheses;
    private final UniformRandomProvider random;
    private final ZigguratSampler.NormalizedGaussian normal;

    /** A bundle without hypotheses. */
    MadeUpEvidence(UniformRandomProvider random) {
        this("made-up", Hypotheses.none(), random);
    }

    MadeUpEvidence(String bundle, Hypotheses hypotheses, UniformRandomProvider random) {
        this.bundle = bundle;
        this.hypotheses = hypotheses;
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
        return put(task, arm, new Start(sample, Map.of()));
    }

    MadeUpEvidence put(String task, Arm arm, Start start) {
        starts.computeIfAbsent(task, t -> new HashMap<>()).put(arm, start);
        return this;
    }

    /** Lets the largest distance grow by a log-normal factor around a median, in each of n replicates. */
    MadeUpEvidence growth(String task, int n, double median, double spread) {
        double[] logs = new double[n];
        for (int i = 0; i < n; i++) {
            logs[i] = Math.log(median) + spread * normal.sample();
        }
        growths.put(task, logs);
        return this;
    }

    /** Draws loss at the start and epochs, jointly normal with that correlation. */
    MadeUpEvidence losses(String task, int n, double correlation) {
        double[][] drawn = new double[2][n];
        for (int i = 0; i < n; i++) {
            drawn[0][i] = normal.sample();
            drawn[1][i] = correlation * drawn[0][i] + Math.sqrt(1 - correlation * correlation) * normal.sample();
        }
        losses.put(task, drawn);
        return this;
    }

    @Override
    public String bundle() {
        return bundle;
    }

    @Override
    public Hypotheses hypotheses() {
        return hypotheses;
    }

    Sample sample(String task, Arm arm) {
        return start(task, arm).orElseThrow().sample();
    }

    @Override
    public Optional<Start> start(String task, Arm arm) {
        return Optional.ofNullable(starts.getOrDefault(task, Map.of()).get(arm));
    }

    @Override
    public List<Start> others(String task, Arm arm, @Nullable String initializer) {
        return starts.getOrDefault(task, Map.of()).entrySet().stream()
                .filter(e -> !e.getKey().equals(arm))
                .filter(e -> initializer == null || e.getKey().initializer().equals(initializer))
                .map(Map.Entry::getValue)
                .toList();
    }

    @Override
    public Optional<Effect> within(String task, Arm arm, Measure measure, double tail) {
        if (measure == Measure.SPREAD) {
            return Optional.ofNullable(growths.get(task)).map(logs -> Within.growth(logs, tail));
        }
        double[][] drawn = losses.get(task);
        return drawn == null
                ? Optional.empty()
                : Optional.of(Within.nearness(drawn[1], drawn[0], drawn[0].length, tail));
    }
}
