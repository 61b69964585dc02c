package org.initbench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Cells that cannot be run are in the study, with the reason, and not in the plan. */
class SkippedCellsTest {

    private static ResolvedStudy study() {
        ResolvedStudy s = Samples.study();
        return new ResolvedStudy(
                s.schema(),
                s.name(),
                s.description(),
                s.seed(),
                s.replicates(),
                s.stackReplicates(),
                s.stackSize(),
                s.workers(),
                s.tasks(),
                s.arms(),
                s.timing(),
                List.of(
                        new SkippedCell("zeta-full", "normal", "it is: special"),
                        new SkippedCell("alpha-batch", "normal", "it is: special"),
                        new SkippedCell("alpha-batch", "zero", "of \"another\" reason")));
    }

    /** A plan that waited for runs that cannot be would never be complete. */
    @Test
    void thePlanDoesNotWaitForThem() {
        Plan all = new Plan(Samples.study());
        Plan plan = new Plan(study());
        assertThat(all.places()).hasSize(2 + 2 + 1 + 2 + 2 + 2);
        assertThat(plan.places())
                .hasSize(2 + 1 + 2)
                .noneMatch(place -> place.initializer().equals("normal"));
        assertThat(study().armsOf("alpha-batch")).containsExactly(Samples.GLOROT);
    }

    @Test
    void theyComeBackFromTheStudyFile() throws IOException {
        String yaml = Formats.yaml().writeValueAsString(study());
        assertThat(Formats.yaml().readValue(yaml, ResolvedStudy.class)).isEqualTo(study());
        String without = Formats.yaml().writeValueAsString(Samples.study());
        assertThat(without).as("bundles of older versions have no such key").doesNotContain("skipped");
        assertThat(Formats.yaml().readValue(without, ResolvedStudy.class)).isEqualTo(Samples.study());
    }

    @Test
    void tasksThatShareAReasonShareAClause() {
        assertThat(SkippedCell.clauses(study().skipped()))
                .containsExactly(
                        "normal on zeta-full, alpha-batch: it is: special",
                        "zero on alpha-batch: of \"another\" reason");
    }

    /** A bundle that goes on with another version of a user's rule would mix two rules under one name. */
    @Test
    void anotherVersionOfAnOwnInitializerIsAnotherProgram() throws IOException {
        Environment none = Samples.environment();
        Environment first = with(Map.of("laplace", "org.example.Laplace 0123456789abcdef"));
        Environment second = with(Map.of("laplace", "org.example.Laplace fedcba9876543210"));
        assertThat(first.measuresAs(first)).isTrue();
        assertThat(first.measuresAs(second)).isFalse();
        assertThat(none.measuresAs(first)).isFalse();
        String json = Formats.json().writeValueAsString(first);
        assertThat(Formats.json().readValue(json, Environment.class)).isEqualTo(first);
        assertThat(Formats.json().writeValueAsString(none)).doesNotContain("own_initializers");
    }

    private static Environment with(Map<String, String> own) {
        Environment e = Samples.environment();
        return new Environment(
                e.host(),
                e.cpuModel(),
                e.physicalCores(),
                e.logicalCores(),
                e.caches(),
                e.memoryBytes(),
                e.containerLimits(),
                e.operatingSystem(),
                e.architecture(),
                e.loadAtStart(),
                e.javaVersion(),
                e.javaVendor(),
                e.javaFlags(),
                e.initbenchVersion(),
                e.gitCommit(),
                e.gitDirty(),
                e.nd4jVersion(),
                e.nativeExtension(),
                e.blas(),
                e.threads(),
                e.settings(),
                e.referenceDigest(),
                e.fingerprint(),
                e.started(),
                own);
    }
}
