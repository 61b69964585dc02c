package org.initbench.analysis;

import java.util.List;
import java.util.stream.Stream;
import org.initbench.analysis.RegretAnalysis.FolkNumber;
import org.initbench.init.ScaleKind;

/** The numbers that people use, and which rule of a study each of them is. */
final class FolkNumbers {
    /** Relative tolerance of a scale: a study writes a uniform's standard deviation with four digits. */
    private static final double CLOSE = 1e-3;

    private static final List<Folk> ALL = Stream.concat(
                    Stream.concat(
                            Stream.of(0.001, 0.01, 0.02, 0.05, 0.1, 1.0)
                                    .map(std -> new Folk(
                                            "standard deviation " + Words.number(std), "normal", ScaleKind.STD, std)),
                            Stream.of(0.05, 0.1, 0.3, 0.5, 0.77, 1.0)
                                    .map(bound -> new Folk(
                                            "uniform between ±" + Words.number(bound),
                                            "uniform",
                                            ScaleKind.STD,
                                            bound / Math.sqrt(3)))),
                    Stream.of(
                            new Folk("LeCun (1/√fan-in)", "lecun-normal", ScaleKind.GAIN, 1),
                            new Folk("Glorot", "glorot-normal", ScaleKind.GAIN, 1),
                            new Folk("He", "he-normal", ScaleKind.GAIN, 1),
                            new Folk("PyTorch's default (1/√(3·fan-in))", "pytorch-default", ScaleKind.GAIN, 1),
                            new Folk("GPT-2 (0.02)", "gpt-2", ScaleKind.GAIN, 1),
                            new Folk("orthogonal", "orthogonal", ScaleKind.GAIN, 1)))
            .toList();

    private FolkNumbers() {}

    private record Folk(String name, String initializer, ScaleKind kind, double scale) {
        boolean is(Rule rule) {
            Double own = rule.scale();
            return rule.initializer().equals(initializer)
                    && rule.scaleKind() == kind
                    && own != null
                    && Math.abs(own / scale - 1) < CLOSE;
        }
    }

    /** Every one of them, beside the rule that it is. */
    static List<FolkNumber> of(List<RuleRegret> rules) {
        return ALL.stream()
                .map(folk -> new FolkNumber(
                        folk.name(),
                        rules.stream()
                                .map(RuleRegret::rule)
                                .filter(folk::is)
                                .findFirst()
                                .orElse(null)))
                .toList();
    }
}
