package org.initbench.compare;

import java.util.List;

/**
 * A property in which the environments of bundles differ.
 *
 * @param key where it stands in {@code environment.json}, such as {@code threads.OPENBLAS_CORETYPE}
 * @param label the property, for people
 * @param effect what it can change
 * @param values its value by bundle; {@link Environments#ABSENT} where a bundle does not say
 */
public record Difference(String key, String label, Effect effect, List<String> values) {
    public Difference {
        values = List.copyOf(values);
    }
}
