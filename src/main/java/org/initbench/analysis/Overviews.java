package org.initbench.analysis;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.initbench.hypothesis.Hypotheses;
import org.initbench.hypothesis.ShippedHypotheses;
import org.initbench.run.Bundle;
import org.initbench.run.BundleReader;
import org.initbench.run.Environment;

/** Puts several bundles together. */
public final class Overviews {
    private Overviews() {}

    /**
     * The overview of some bundles.
     *
     * @param bundles their raw runs; no two folders have the same name
     * @param analyses their analyses, in the same order
     * @param folder where the overview will be written; paths are as seen from there
     */
    public static Overview of(List<Bundle> bundles, List<Analysis> analyses, Path folder) {
        return of(bundles, analyses, folder, ShippedHypotheses.all());
    }

    /** The same with other hypotheses than the program's to be judged beside those of the bundles. */
    static Overview of(List<Bundle> bundles, List<Analysis> analyses, Path folder, Hypotheses shipped) {
        List<ClaimVerdict> verdicts = ClaimVerdict.of(bundles, shipped);
        List<Overview.Source> sources = new ArrayList<>();
        for (int i = 0; i < bundles.size(); i++) {
            sources.add(source(analyses.get(i).bundle(), bundles.get(i), folder));
        }
        return new Overview(
                Overview.SCHEMA,
                Overview.KIND,
                sources,
                QuestionAnswers.of(findings(analyses), verdicts),
                verdicts,
                OverviewCaveats.of(sources, analyses));
    }

    private static Overview.Source source(String name, Bundle bundle, Path folder) {
        Environment environment = bundle.environment();
        return new Overview.Source(
                name,
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

    /** What each study found by itself, ordered by how well the study suits the question. */
    private static Map<Question, List<Finding>> findings(List<Analysis> analyses) {
        Map<String, Integer> runs = new HashMap<>();
        analyses.forEach(analysis -> runs.put(analysis.bundle(), analysis.runs()));
        Map<Question, List<Finding>> findings = new EnumMap<>(Question.class);
        for (Question question : Question.values()) {
            List<Finding> own = analyses.stream()
                    .flatMap(analysis -> analysis.questions().stream())
                    .filter(answer -> answer.id().equals(question.id()))
                    .flatMap(answer -> answer.findings().stream())
                    .toList();
            findings.put(question, QuestionAnswers.ordered(question, own, runs));
        }
        return findings;
    }
}
