package org.initbench.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;

/** Whether a good start begins near its end, and what becomes of the signs of the weights, in words. */
final class TravelWords {
    private static final String QUESTION =
            "Do weights find their sign sooner from zero, and does a good start begin near its end?";

    private TravelWords() {}

    /** The smallest and the largest standard deviation from which runs learned, of one task. */
    private record Ends(WeightTravel smallest, WeightTravel largest) {}

    static LaboratoryAnswer answer(List<Nearness> nearness, List<WeightTravel> travels) {
        List<Ends> ends = ends(travels);
        if (ends.isEmpty() && nearness.isEmpty()) {
            return LaboratoryAnswer.missing(QUESTION, "normal weights of several sizes from which runs learn");
        }
        List<String> details = new ArrayList<>();
        ends.forEach(
                e -> details.add(e.smallest().task() + ": " + told(e.smallest()) + "; " + told(e.largest()) + "."));
        nearness.forEach(near -> details.add(told(near)));
        details.add(
                "When a weight found its sign is not recorded, only whether it had the same one at both ends. A share of"
                        + " 0.5 is what chance gives. A weight of exactly zero has a sign of its own: from all weights zero the share"
                        + " is that of the weights that never left zero. A run trains on to its hardest level, so its end lies behind"
                        + " the threshold. Who trains longer has more updates to move in: a longer way can be the consequence of"
                        + " slow learning as well as its cause.");
        return LaboratoryAnswer.of(QUESTION, signs(ends) + near(nearness), details);
    }

    private static List<Ends> ends(List<WeightTravel> travels) {
        Map<String, List<WeightTravel>> tasks = new LinkedHashMap<>();
        travels.forEach(travel ->
                tasks.computeIfAbsent(travel.task(), k -> new ArrayList<>()).add(travel));
        return tasks.values().stream()
                .filter(own -> own.size() > 1)
                .map(own -> new Ends(own.get(0), own.get(own.size() - 1)))
                .toList();
    }

    private static String signs(List<Ends> ends) {
        if (ends.isEmpty()) {
            return "";
        }
        return "From the smallest normal weights that learned, " + share(ends, Ends::smallest)
                + " of the weights ended with the sign they began with; from the largest, " + share(ends, Ends::largest)
                + " (chance gives 50 %). On the way they moved " + moved(ends, Ends::smallest)
                + " times their initial length from"
                + " the smallest and " + moved(ends, Ends::largest) + " times from the largest. " + faster(ends);
    }

    /** Whether the smallest starts, where they kept fewer signs, learned in fewer epochs than the largest. */
    private static String faster(List<Ends> ends) {
        List<Ends> freer = ends.stream()
                .filter(e -> kept(e.smallest()) < kept(e.largest()))
                .toList();
        if (freer.isEmpty()) {
            return "The smallest kept at least as many signs as the largest on every network. ";
        }
        long faster = freer.stream().filter(e -> high(e) < 1).count();
        long slower = freer.stream().filter(e -> low(e) > 1).count();
        return "Where the smallest kept fewer signs, they learned in fewer epochs than the largest on " + faster
                + " of "
                + Words.count(freer.size(), "network") + " and in more on " + slower
                + " (expected epochs, paired by replicate; simultaneous 95 % intervals of "
                + Words.count(ends.size(), "comparison") + "). ";
    }

    private static double kept(WeightTravel travel) {
        return Objects.requireNonNull(travel.signsKept().value());
    }

    private static double high(Ends ends) {
        Estimate ratio = ends.smallest().toLargest();
        Double high = ratio == null ? null : ratio.high();
        return high == null ? Double.POSITIVE_INFINITY : high;
    }

    private static double low(Ends ends) {
        Estimate ratio = ends.smallest().toLargest();
        Double low = ratio == null ? null : ratio.low();
        return low == null ? 0 : low;
    }

    private static String share(List<Ends> ends, Function<Ends, WeightTravel> which) {
        double[] shares =
                ends.stream().mapToDouble(e -> kept(which.apply(e))).sorted().toArray();
        String low = percent(shares[0]);
        String high = percent(shares[shares.length - 1]);
        return (low.equals(high) ? low : low + " to " + high) + " %";
    }

    private static String moved(List<Ends> ends, Function<Ends, WeightTravel> which) {
        double[] multiples = ends.stream()
                .mapToDouble(
                        e -> Objects.requireNonNull(which.apply(e).relative().value()))
                .sorted()
                .toArray();
        return LaboratoryWords.range(multiples[0], multiples[multiples.length - 1]);
    }

    private static String percent(double share) {
        return Long.toString(Math.round(100 * share));
    }

    private static String near(List<Nearness> all) {
        if (all.isEmpty()) {
            return "Whether, of equally sized starts, the nearer ones learn sooner was not measured: it takes "
                    + Nearnesses.RUNS + " runs of a cell that learn.";
        }
        List<String> nearer = tasks(all, estimate -> estimate.low() != null && estimate.low() > 0);
        List<String> farther = tasks(all, estimate -> estimate.high() != null && estimate.high() < 0);
        return "Among starts of the same size, those that learned sooner had the shorter way to their end on "
                + (nearer.isEmpty() ? "none" : Integer.toString(nearer.size())) + " of "
                + Words.count(all.size(), "network") + LaboratoryWords.colon(Words.list(nearer))
                + (farther.isEmpty() ? "" : ", the longer one on " + Words.list(farther))
                + "; elsewhere no relation was shown (of " + Words.count(all.size(), "interval") + " of 95 %, "
                + Words.number((1 - Estimates.CONFIDENCE) * all.size()) + " are expected to miss by chance).";
    }

    private static List<String> tasks(List<Nearness> all, Predicate<Estimate> which) {
        return all.stream()
                .filter(near -> which.test(near.distance()))
                .map(Nearness::task)
                .toList();
    }

    private static String told(WeightTravel travel) {
        Estimate epochs = travel.toLargest();
        return "from " + Words.start(travel.arm())
                + (epochs == null
                        ? ""
                        : ", which took " + LaboratoryWords.number(epochs) + " times the epochs of the other,")
                + " " + LaboratoryWords.number(travel.signsKept())
                + " of the weights kept their sign, and they moved " + LaboratoryWords.number(travel.relative())
                + " times their initial length (n = " + travel.signsKept().n() + " of " + travel.runs() + " runs)";
    }

    private static String told(Nearness near) {
        return near.task() + ", rank correlation with the epochs within " + Words.count(near.cells(), "cell")
                + ": distance "
                + LaboratoryWords.number(near.distance()) + ", initial loss "
                + LaboratoryWords.number(near.initialLoss()) + ", share of signs kept "
                + LaboratoryWords.number(near.signsKept()) + " (n = "
                + near.distance().n() + ").";
    }
}
