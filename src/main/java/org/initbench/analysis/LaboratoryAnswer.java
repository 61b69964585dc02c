package org.initbench.analysis;

import java.util.List;

/**
 * The answer to one question about symmetry.
 *
 * @param question the question, for people
 * @param measured whether the study holds the starts that it takes
 * @param brief the answer in a sentence or two
 * @param details what it rests on, one sentence an element
 */
public record LaboratoryAnswer(String question, boolean measured, String brief, List<String> details) {

    public LaboratoryAnswer {
        details = List.copyOf(details);
    }

    /** An answer from measurements. */
    static LaboratoryAnswer of(String question, String brief, List<String> details) {
        return new LaboratoryAnswer(question, true, brief, details);
    }

    /** What is missing. */
    static LaboratoryAnswer missing(String question, String starts) {
        return new LaboratoryAnswer(
                question, false, "Not measured: it takes " + starts + "; the study symmetry has them.", List.of());
    }
}
