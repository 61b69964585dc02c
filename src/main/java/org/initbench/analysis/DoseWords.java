package org.initbench.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.initbench.analysis.DoseResponse.Point;
import org.initbench.analysis.DoseResponse.Price;

/** How much difference is enough, in words. */
final class DoseWords {
    private static final String QUESTION = "How much difference between weights is enough, and what does less cost?";

    private DoseWords() {}

    static LaboratoryAnswer answer(List<DoseResponse> all) {
        if (all.isEmpty()) {
            return LaboratoryAnswer.missing(QUESTION, "constant-plus-normal weights of several sizes");
        }
        List<DoseResponse> around =
                all.stream().filter(dose -> dose.centre() != 0).toList();
        List<DoseResponse> told = around.isEmpty() ? all : around;
        List<String> details = new ArrayList<>();
        if (around.isEmpty()) {
            details.add(
                    "Random parts around a value other than zero were not measured; the study symmetry measures them.");
        }
        all.stream().filter(told::contains).map(DoseWords::detail).forEach(details::add);
        all.stream().filter(dose -> !told.contains(dose)).map(DoseWords::detail).forEach(details::add);
        return LaboratoryAnswer.of(QUESTION, brief(told) + prices(told), details);
    }

    /** Of weights around zero what a power of ten less costs, one network after the other; empty where there are none. */
    static List<String> aroundZero(List<DoseResponse> all) {
        return all.stream()
                .filter(dose -> dose.centre() == 0)
                .map(DoseWords::detail)
                .toList();
    }

    /** The same in a sentence. */
    static Optional<String> priceAroundZero(List<DoseResponse> all) {
        List<DoseResponse> zero =
                all.stream().filter(dose -> dose.centre() == 0).toList();
        return zero.isEmpty() ? Optional.empty() : Optional.of(prices(zero).strip());
    }

    private static String brief(List<DoseResponse> doses) {
        List<DoseResponse> learned =
                doses.stream().filter(dose -> dose.smallest() != null).toList();
        if (learned.isEmpty()) {
            return "At no size of the random part did every run learn (" + Words.count(doses.size(), "case") + ").";
        }
        double low = learned.stream().mapToDouble(DoseWords::smallest).min().orElseThrow();
        double high = learned.stream().mapToDouble(DoseWords::smallest).max().orElseThrow();
        long edge = learned.stream().filter(DoseResponse::openBelow).count();
        return "The smallest random part with which every run learned had a standard deviation of "
                + (low == high
                        ? Words.power(low)
                        : Words.power(low) + " to " + Words.power(high) + ", depending on the case")
                + " (" + learned.size() + " of " + Words.count(doses.size(), "case")
                + (edge > 0 ? "; in " + edge + " of them no smaller one was tried" : "") + "); "
                + certainty(learned) + ".";
    }

    /** How sure "every run" is: the least lower limit at the smallest sizes with which every run learned. */
    private static String certainty(List<DoseResponse> learned) {
        Point least = learned.stream()
                .map(DoseWords::atSmallest)
                .min(Comparator.comparingDouble(point -> low(point.pConverge())))
                .orElseThrow();
        return "the fewest were " + least.converged() + " of " + least.n()
                + ", which leaves a probability of learning of " + Words.number(low(least.pConverge()))
                + " or more (95 % interval)";
    }

    private static double low(Estimate p) {
        Double low = p.low();
        return low == null ? 1 : low;
    }

    private static Point atSmallest(DoseResponse dose) {
        return dose.points().stream()
                .filter(point -> point.scale() == smallest(dose))
                .findFirst()
                .orElseThrow();
    }

    /** Such as {@code 6 of 6 (0.61 to 1)}, the interval that of the probability. */
    private static String converged(Point point) {
        Double low = point.pConverge().low();
        Double high = point.pConverge().high();
        return point.converged() + " of " + point.n()
                + (low == null || high == null ? "" : " (" + Words.number(low) + " to " + Words.number(high) + ")");
    }

    /** How many converged at each size; sizes beside each other with the same count share one. */
    private static String bySize(DoseResponse dose) {
        List<String> parts = new ArrayList<>();
        List<Point> points = dose.points();
        int first = 0;
        for (int i = 1; i <= points.size(); i++) {
            if (i == points.size() || !converged(points.get(i)).equals(converged(points.get(first)))) {
                String from = Words.power(points.get(first).scale());
                String to = Words.power(points.get(i - 1).scale());
                parts.add(converged(points.get(first)) + " at "
                        + (i - 1 == first ? from : "each size from " + from + " to " + to));
                first = i;
            }
        }
        return Words.list(parts);
    }

    private static double smallest(DoseResponse dose) {
        return Objects.requireNonNull(dose.smallest());
    }

    private static String prices(List<DoseResponse> doses) {
        List<String> told = doses.stream()
                .flatMap(dose ->
                        Optional.ofNullable(dose.price()).stream().map(price -> price(price) + " on " + dose.task()))
                .toList();
        return told.isEmpty()
                ? " What a smaller one costs is undecided."
                : " Each power of ten less costs " + Words.list(told) + ".";
    }

    private static String price(Price price) {
        String epochs = Words.number(Objects.requireNonNull(price.perDecade().value())) + " epochs";
        String times =
                Words.number(factor(Objects.requireNonNull(price.exponent().value()))) + " times as many epochs";
        return switch (price.law()) {
            case LOG -> epochs;
            case POWER -> times;
            case EITHER -> epochs + " or " + times + " (which law it follows is undecided)";
        };
    }

    private static double factor(double exponent) {
        return Math.pow(10, exponent);
    }

    private static String detail(DoseResponse dose) {
        String place = dose.task() + ", weights around " + Words.number(dose.centre()) + ": ";
        return place + learned(dose) + lost(dose) + ". Converged, with the 95 % interval of the probability: "
                + bySize(dose) + ". " + Words.capitalized(cost(dose)) + ".";
    }

    private static String learned(DoseResponse dose) {
        Double smallest = dose.smallest();
        if (smallest == null) {
            return "at no size of the random part did every run learn";
        }
        int n = dose.points().stream()
                .filter(point -> point.scale() == smallest)
                .mapToInt(Point::n)
                .sum();
        return "the smallest random part with which " + (n == 1 ? "the only run" : "all " + n + " runs")
                + " learned is " + Words.power(smallest) + (dose.openBelow() ? ", the smallest tried" : "");
    }

    private static String lost(DoseResponse dose) {
        return dose.points().stream()
                .filter(point -> point.lost() > 0)
                .map(point -> "; at " + Words.power(point.scale()) + " rounding lost it in " + point.lost() + " of "
                        + Words.count(point.n(), "run"))
                .findFirst()
                .orElse("");
    }

    private static String cost(DoseResponse dose) {
        Price price = dose.price();
        if (price == null) {
            return "what each power of ten costs is " + dose.undecided();
        }
        return "each power of ten less, from " + Words.power(price.to()) + " to " + Words.power(price.from())
                + " (" + price.scales() + " sizes, n = " + price.perDecade().n() + "), costs "
                + switch (price.law()) {
                    case LOG -> epochs(price) + ": a logarithmic law fits better than a power law";
                    case POWER -> times(price) + ": a power law fits better than a logarithmic one";
                    case EITHER ->
                        epochs(price) + " by a logarithmic law, or " + times(price)
                                + " by a power law; which fits better is undecided";
                };
    }

    private static String epochs(Price price) {
        return LaboratoryWords.number(price.perDecade()) + " epochs more";
    }

    private static String times(Price price) {
        Estimate e = price.exponent();
        Double low = e.low();
        Double high = e.high();
        Estimate factor = new Estimate(
                factor(Objects.requireNonNull(e.value())),
                low == null ? null : (Double) factor(low),
                high == null ? null : (Double) factor(high),
                e.confidence(),
                e.n(),
                e.caveats());
        return LaboratoryWords.number(factor) + " times as many epochs";
    }
}
