package org.initbench.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.initbench.run.BundleWriter;
import org.initbench.run.ResolvedStudy;
import org.initbench.study.Block;
import org.initbench.task.TaskDescription;

/**
 * Measures a study into a bundle: one JMH trial a task, then the timings. What the bundle holds already is not measured
 * again.
 */
final class StudyRun {

    private final ResolvedStudy study;
    private final BundleWriter bundle;
    private final Forecast forecast;
    private final JmhTrial trials;

    StudyRun(ResolvedStudy study, BundleWriter bundle, Forecast forecast) {
        this.study = study;
        this.bundle = bundle;
        this.forecast = forecast;
        trials = new JmhTrial(bundle.folder());
    }

    /** Expected time of what is missing, statistics and report included. */
    double expectedSeconds() {
        return pieces().stream().mapToDouble(Piece::cost).sum() + forecast.analysisSeconds();
    }

    /** Measures what is missing and seals the bundle. */
    void finish(Progress progress) {
        List<Piece> pieces = pieces();
        progress.start(pieces.stream().mapToDouble(Piece::cost).sum());
        for (Piece piece : pieces) {
            progress.label(piece.label());
            String json = piece.measure(share -> progress.within(piece.cost() * share));
            bundle.writeJmh(piece.name(), json);
            progress.done(piece.cost());
        }
        progress.close();
        bundle.finish(Block.of(study).stream().map(Block::part).toList());
    }

    private List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < study.tasks().size(); i++) {
            TaskDescription task = study.tasks().get(i);
            int missing = (int) Block.of(study, i).stream()
                    .filter(block -> !bundle.hasPart(block.part()))
                    .count();
            if (missing > 0) {
                pieces.add(new Piece(
                        jmhName("convergence-" + task.name()),
                        task.name(),
                        Costs.OF_FORK + missing * forecast.blockSeconds(task.name()),
                        progress -> trials.converge(task.name(), missing, done -> progress.accept(done / missing))));
            }
        }
        for (TaskDescription task : study.tasks()) {
            for (int size : study.timing().epochStackSizes()) {
                addTiming(
                        pieces,
                        "epoch-" + task.name() + "-" + size,
                        "timing " + task.name(),
                        progress -> trials.timeEpoch(
                                task.name(), size, done -> progress.accept(done / JmhTrial.timingIterations())));
            }
        }
        if (study.timing().sweepsCost()) {
            for (String point : CostBenchmark.points()) {
                addTiming(
                        pieces,
                        "cost-" + point.replace('/', '-'),
                        "timing " + point,
                        progress -> trials.timeCost(point, done -> progress.accept(done / JmhTrial.costIterations())));
            }
        }
        for (String initializer : study.timing().initializers()) {
            addTiming(
                    pieces,
                    "initializer-" + initializer.replace(':', '_'),
                    "timing " + initializer,
                    progress -> trials.timeInitializer(
                            initializer, done -> progress.accept(done / JmhTrial.timingIterations())));
        }
        return pieces;
    }

    private void addTiming(List<Piece> pieces, String name, String label, Measurement measurement) {
        if (!bundle.hasJmh(name)) {
            pieces.add(new Piece(name, label, Costs.OF_TIMING, measurement));
        }
    }

    /** A resumed task is measured by a second trial, whose result stands beside the first. */
    private String jmhName(String name) {
        String free = name;
        for (int i = 2; bundle.hasJmh(free); i++) {
            free = name + "-" + i;
        }
        return free;
    }

    /** Something that JMH measures; returns JMH's JSON. */
    @FunctionalInterface
    private interface Measurement {
        String run(DoubleConsumer progress);
    }

    /**
     * One trial.
     *
     * @param name name of its result in the bundle
     * @param label what the progress line says
     * @param cost expected time, in seconds
     * @param measurement the trial
     */
    private record Piece(String name, String label, double cost, Measurement measurement) {
        String measure(DoubleConsumer progress) {
            return measurement.run(progress);
        }
    }
}
