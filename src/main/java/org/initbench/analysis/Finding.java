package org.initbench.analysis;

import java.util.List;

/**
 * What one study found on a question.
 *
 * @param bundle name of the bundle's folder
 * @param study name of the study
 * @param brief the most important in a sentence or two
 * @param numbers what else is to be known, with intervals and n, one sentence or two an element
 * @param details one by one what it rests on, a network or start an element
 */
public record Finding(String bundle, String study, String brief, List<String> numbers, List<String> details) {

    public Finding {
        numbers = List.copyOf(numbers);
        details = List.copyOf(details);
    }
}
