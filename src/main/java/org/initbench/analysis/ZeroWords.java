package org.initbench.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.initbench.analysis.ZeroStart.Layer;

/** What stays at zero from zero, in words. */
final class ZeroWords {
    private static final String QUESTION = "What exactly stays at zero from zero?";

    private ZeroWords() {}

    static LaboratoryAnswer answer(List<ZeroStart> all) {
        List<ZeroStart> hidden =
                all.stream().filter(start -> start.hidden() > 0).toList();
        if (hidden.isEmpty()) {
            return LaboratoryAnswer.missing(QUESTION, "zero weights in a network with a hidden layer");
        }
        return LaboratoryAnswer.of(
                QUESTION, brief(hidden), all.stream().map(ZeroWords::detail).toList());
    }

    private static String brief(List<ZeroStart> hidden) {
        List<String> nothing =
                names(hidden.stream().filter(s -> s.distance() == 0).toList());
        List<String> biases = names(hidden.stream()
                .filter(s -> s.distance() > 0 && s.stayed() == s.weights())
                .toList());
        List<String> some =
                names(hidden.stream().filter(s -> s.stayed() < s.weights()).toList());
        List<String> parts = new ArrayList<>();
        if (!nothing.isEmpty()) {
            parts.add("nothing at all moved, not even a bias, on " + Words.list(nothing));
        }
        if (!biases.isEmpty()) {
            parts.add("only biases moved and no weight left zero on " + Words.list(biases));
        }
        if (!some.isEmpty()) {
            parts.add("weights left zero on " + Words.list(some));
        }
        return Words.capitalized(String.join("; ", parts)) + ".";
    }

    private static List<String> names(List<ZeroStart> starts) {
        return starts.stream().map(ZeroStart::task).toList();
    }

    private static String detail(ZeroStart start) {
        return start.task() + " (" + Words.count(start.n(), "run") + "): " + moved(start) + gradients(start)
                + (start.converged() > 0
                        ? "; " + start.converged() + " of " + Words.count(start.n(), "run") + " reached the threshold"
                        : "; the loss ended at " + LaboratoryWords.number(start.loss()) + " of that of guessing")
                + ".";
    }

    private static String moved(ZeroStart start) {
        if (start.distance() == 0) {
            return "no weight and no bias moved";
        }
        if (start.stayed() == start.weights()) {
            return "none of " + start.weights() + " weights left zero, only biases moved";
        }
        int least = start.weights() - start.stayedMost();
        int most = start.weights() - start.stayed();
        return (least == most ? most : least + " to " + most) + " of " + start.weights() + " weights left zero";
    }

    private static String gradients(ZeroStart start) {
        if (start.layers().isEmpty()) {
            return "; its gradients were not looked at";
        }
        List<String> never = names(start, layer -> layer.largestGradient() == 0);
        List<String> later = names(start, layer -> layer.firstGradient() == 0 && layer.largestGradient() > 0);
        List<String> first = names(start, layer -> layer.firstGradient() > 0);
        List<String> parts = new ArrayList<>();
        if (!never.isEmpty()) {
            parts.add("exactly zero at every look in " + Words.list(never));
        }
        if (!later.isEmpty()) {
            parts.add("zero at first and above zero later in " + Words.list(later));
        }
        if (!first.isEmpty()) {
            parts.add("above zero from the start in " + Words.list(first));
        }
        return "; the gradient was " + Words.list(parts) + spread(start);
    }

    private static String spread(ZeroStart start) {
        List<Layer> compared = start.layers().stream()
                .filter(layer -> layer.largestSpread() != null && layer.layer() < last(start))
                .toList();
        if (compared.isEmpty()) {
            return "";
        }
        List<String> apart = compared.stream()
                .filter(layer -> {
                    Double spread = layer.largestSpread();
                    return spread != null && spread > 0;
                })
                .map(Layer::name)
                .toList();
        return apart.isEmpty()
                ? "; hidden units stayed equal to the last bit"
                : "; units came apart in " + Words.list(apart);
    }

    private static int last(ZeroStart start) {
        return start.layers().get(start.layers().size() - 1).layer();
    }

    private static List<String> names(ZeroStart start, Predicate<Layer> which) {
        return start.layers().stream().filter(which).map(Layer::name).toList();
    }
}
