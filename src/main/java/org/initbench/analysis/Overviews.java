package org.initbench.analysis;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.initbench.hypothesis.ShippedHypotheses;
import org.initbench.run.Bundle;
import org.initbench.run.BundleReader;
import org.initbench.run.Environment;

/** Puts several bundles together. */
public final class Overviews {
    private final List<Bundle> bundles;
    private final List<Analysis> analyses;
    private final List<String> names;

    private Overviews(List<Bundle> bundles, List<Analysis> analyses) {
        this.bundles = List.copyOf(bundles);
        this.analyses = List.copyOf(analyses);
        this.names = names(analyses);
    }

    /**
     * The overview of some bundles.
     *
     * @param bundles their raw runs
     * @param analyses their analyses, in the same order
     * @param folder where the overview will be written; paths are as seen from there
     */
    public static Overview of(List<Bundle> bundles, List<Analysis> analyses, Path folder) {
        return new Overviews(bundles, analyses).overview(folder);
    }

    private Overview overview(Path folder) {
        List<ClaimVerdict> verdicts = ClaimVerdict.of(bundles, ShippedHypotheses.all());
        List<Overview.Source> sources = new ArrayList<>();
        for (int i = 0; i < bundles.size(); i++) {
            sources.add(source(i, folder));
        }
        return new Overview(
                Overview.SCHEMA,
                Overview.KIND,
                sources,
                QuestionAnswers.of(findings(), verdicts),
                verdicts,
                OverviewCaveats.of(sources, analyses));
    }

    private Overview.Source source(int i, Path folder) {
        Bundle bundle = bundles.get(i);
        Environment environment = bundle.environment();
        return new Overview.Source(
                names.get(i),
                bundle.study().name(),
                bundle.study().description(),
                bundle.study().seed(),
                environment.cpuModel(),
                environment.started(),
                bundle.runs().size(),
                bundle.complete(),
                RelativePath.of(folder, bundle.folder()),
                BundleReader.manifestDigest(bundle.folder()).orElse(null));
    }

    /** What each study found by itself, under its name here, ordered by how well the study suits the question. */
    private Map<Question, List<Finding>> findings() {
        Map<String, Integer> runs = new HashMap<>();
        Map<Question, List<Finding>> findings = new EnumMap<>(Question.class);
        for (int i = 0; i < analyses.size(); i++) {
            Analysis analysis = analyses.get(i);
            String name = names.get(i);
            runs.put(name, analysis.runs());
            for (Question question : Question.values()) {
                analysis.questions().stream()
                        .filter(answer -> answer.id().equals(question.id()))
                        .flatMap(answer -> answer.findings().stream())
                        .forEach(finding -> findings.computeIfAbsent(question, q -> new ArrayList<>())
                                .add(finding.of(name)));
            }
        }
        findings.replaceAll((question, own) -> QuestionAnswers.ordered(question, own, runs));
        return findings;
    }

    /** Names of the folders; of those that have the same all but the first get a number. */
    static List<String> names(List<Analysis> analyses) {
        Map<String, Integer> seen = new LinkedHashMap<>();
        return analyses.stream()
                .map(analysis -> {
                    int count = seen.merge(analysis.bundle(), 1, Integer::sum);
                    return count == 1 ? analysis.bundle() : analysis.bundle() + " (" + count + ")";
                })
                .toList();
    }
}
