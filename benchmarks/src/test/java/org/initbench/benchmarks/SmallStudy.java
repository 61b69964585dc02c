package org.initbench.benchmarks;

/** A study of seconds: one deterministic start and two random ones of one small task, with a timing. */
final class SmallStudy {

    private SmallStudy() {}

    /** Its file under a name; more keys may be appended. */
    static String named(String name) {
        return "name: " + name + "\n" + """
            replicates: 3
            workers: 1
            tasks: [encoder-10-5-10]
            initializers:
              - zero
              - {name: normal, scales: [0.3, 1]}
            timing:
              epoch_stack_sizes: [3]
            """;
    }
}
