package org.initbench.run;

import java.util.ArrayList;
import java.util.List;
import org.initbench.common.DataException;

/** What is wrong with a bundle, gathered while it is read; after the hundredth finding they are only counted. */
final class Findings {
    private static final int KEPT = 100;

    /** What a file holds is quoted, and may be a line of millions of letters. */
    private static final int LONGEST = 1000;

    private final List<String> messages = new ArrayList<>();
    private long total;

    void add(String message) {
        total++;
        if (messages.size() < KEPT) {
            messages.add(message.length() <= LONGEST ? message : message.substring(0, LONGEST) + "…");
        }
    }

    /** Adds a message that several checks may come to, once. */
    void addOnce(String message) {
        if (!messages.contains(message)) {
            add(message);
        }
    }

    /** How many there are. */
    long total() {
        return total;
    }

    /** Adds those of another reader. */
    void add(Findings others) {
        others.messages.stream().limit(KEPT - messages.size()).forEach(messages::add);
        total += others.total;
    }

    /** The findings, the last of them saying how many were not kept. */
    List<String> list() {
        List<String> all = new ArrayList<>(messages);
        if (total > messages.size()) {
            all.add("… and " + (total - messages.size()) + " findings more");
        }
        return List.copyOf(all);
    }

    /** Throws a {@link DataException} with the first finding, if there is any. */
    void throwIfAny() {
        if (total == 1) {
            throw new DataException(messages.get(0));
        } else if (total > 1) {
            throw new DataException(messages.get(0) + " (and " + (total - 1) + " findings more: 'verify' lists them)");
        }
    }
}
