package org.initbench.compare;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.initbench.run.RateKind;

/** Names and numbers as the sentences of a comparison have them. */
final class Phrases {
    /** Names that a sentence tells; of more it tells how many. */
    private static final int TOLD = 6;

    private Phrases() {}

    static String names(BundlePair pair) {
        return "A and " + pair.label();
    }

    static String tasks(List<TaskAgreement> tasks) {
        return some(tasks.stream().map(TaskAgreement::task).toList());
    }

    static String some(List<String> names) {
        String told = names.stream().limit(TOLD).collect(Collectors.joining(", "));
        return names.size() > TOLD ? told + " and " + (names.size() - TOLD) + " more" : told;
    }

    static String count(int n, String noun) {
        return n + " " + noun + (n == 1 ? "" : "s");
    }

    /** A start: {@code normal, std 0.1}, and its learning rate where that is not the task's own. */
    static String start(CellAgreement cell) {
        Double scale = cell.scale();
        Double rate = cell.learningRate();
        return cell.initializer()
                + (scale == null ? "" : ", " + cell.scaleKind().label() + " " + digits(scale))
                + (rate != null ? ", learning rate " + digits(rate) : "")
                + (cell.rate() == RateKind.TUNED ? ", tuned learning rate" : "");
    }

    /** A ratio to two decimals; near 1 to three, and to three digits where it is small or large. */
    static String ratio(double value) {
        if (Math.abs(value - 1) < 0.1) {
            return digits(Math.rint(value * 1000) / 1000, 4);
        }
        return value >= 0.1 && value < 10 ? String.format(Locale.ROOT, "%.2f", value) : digits(value);
    }

    /** Three significant digits. */
    static String digits(double value) {
        return digits(value, 3);
    }

    private static String digits(double value, int digits) {
        if (!Double.isFinite(value)) {
            return "infinity";
        }
        return new BigDecimal(value)
                .round(new MathContext(digits))
                .stripTrailingZeros()
                .toPlainString();
    }

    static String percent(double share) {
        return digits(100 * share) + " %";
    }

    static String probability(double p) {
        return p < 0.0001 ? "< 0.0001" : "= " + digits(p);
    }
}
