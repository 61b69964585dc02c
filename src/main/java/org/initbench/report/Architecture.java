package org.initbench.report;

import java.util.ArrayList;
import java.util.List;
import org.initbench.task.LayerDescription;
import org.initbench.task.TaskDescription;

/**
 * A network in a line: the shape of a sample, then each layer. A dense layer is its number of units, one that keeps the shape is
 * its kind, another is its kind and the shape behind it. What repeats is written once: {@code 64–32×6–10}, {@code
 * 8x8x1–(convolution 8x8x8)×2–max-pooling 4x4x8–10}.
 */
final class Architecture {

    private static final int LONGEST_PART = 6;

    private final List<String> words = new ArrayList<>();

    Architecture(TaskDescription task) {
        String shape = task.input();
        words.add(shape);
        for (LayerDescription layer : task.layers()) {
            words.add(word(layer, shape));
            shape = layer.output();
        }
    }

    private static String word(LayerDescription layer, String input) {
        return switch (layer.kind()) {
            case "dense" -> layer.output();
            case "activation" -> layer.activation();
            case "residual" -> "residual [" + kinds(layer.definition()) + "]";
            default -> layer.kind() + (layer.output().equals(input) ? "" : " " + layer.output());
        };
    }

    /** The kinds of a branch: its definition without what stands in parentheses. */
    private static String kinds(String branch) {
        StringBuilder outside = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < branch.length(); i++) {
            char c = branch.charAt(i);
            depth += c == '(' ? 1 : 0;
            if (depth == 0) {
                outside.append(c);
            }
            depth -= c == ')' ? 1 : 0;
        }
        return outside.toString().replace(" ,", ",").strip();
    }

    String text() {
        List<String> parts = new ArrayList<>();
        parts.add(words.get(0));
        for (int i = 1; i < words.size(); ) {
            int length = repeatedPart(i);
            int times = repetitions(i, length);
            parts.add(part(words.subList(i, i + length), times));
            i += length * times;
        }
        return String.join("–", parts);
    }

    /** Length of the part that covers most of what follows when it is repeated; 1 if none is. */
    private int repeatedPart(int start) {
        int best = 1;
        for (int length = 2; length <= LONGEST_PART && start + length <= words.size(); length++) {
            int times = repetitions(start, length);
            if (times > 1 && times * length > best * repetitions(start, best)) {
                best = length;
            }
        }
        return best;
    }

    /** How often a part is repeated; numbers of units count as repeated from the third on. */
    private int repetitions(int start, int length) {
        List<String> part = words.subList(start, start + length);
        int times = 1;
        int next = start + length;
        while (next + length <= words.size()
                && words.subList(next, next + length).equals(part)) {
            times++;
            next += length;
        }
        boolean units = length == 1 && isUnits(part.get(0));
        return units && times < 3 ? 1 : times;
    }

    private static String part(List<String> words, int times) {
        String text = String.join("–", words);
        if (times == 1) {
            return text;
        }
        return (isUnits(text) ? text : "(" + text + ")") + "×" + times;
    }

    private static boolean isUnits(String word) {
        return word.chars().allMatch(Character::isDigit);
    }
}
