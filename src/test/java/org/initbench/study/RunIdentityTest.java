package org.initbench.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.initbench.common.Digests;
import org.initbench.init.ScaleKind;
import org.initbench.run.ArmDescription;
import org.initbench.run.Engine;
import org.initbench.run.RateRule;
import org.initbench.run.RunIdentity;
import org.initbench.task.DescribedLayers;
import org.initbench.task.TaskDescription;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@SuppressWarnings("FloatingPointLiteralPrecision") // 2e23 is written differently by JDK 17 and later ones
class RunIdentityTest {

    private static final TaskDescription TASK = task("t", 2e23, 0.1, 4, 100);

    private static TaskDescription task(String name, double rate, double chance, int fanIn, double budget) {
        return task(name, rate, null, chance, fanIn, budget);
    }

    private static TaskDescription clipped(double norm) {
        return task("t", 2e23, norm, 0.1, 4, 100);
    }

    private static TaskDescription task(
            String name, double rate, @Nullable Double clip, double chance, int fanIn, double budget) {
        return new TaskDescription(
                name,
                "A task.",
                "network",
                "data",
                "00ff",
                4,
                4,
                0,
                Integer.toString(fanIn),
                List.of(DescribedLayers.dense(fanIn, 1, "sigmoid")),
                "squared-error-sum",
                "sgd",
                "",
                rate,
                clip,
                4,
                1,
                true,
                List.of("50%", "20%"),
                List.of(0.05, 0.02),
                "20%",
                chance,
                "accuracy",
                budget,
                "float32");
    }

    /**
     * Equal runs on two machines have equal identities: this text has no line end of a platform, and 2.0E23, which Java
     * before 19 printed with 17 digits.
     */
    @Test
    void isTheDigestOfOneTextEverywhere() {
        String json = "{\"task\":{\"name\":\"t\",\"description\":\"\",\"kind\":\"\",\"data_set\":\"data\","
                + "\"data_digest\":\"00ff\",\"training_samples\":4,\"evaluation_samples\":4,\"test_samples\":0,"
                + "\"input\":\"4\",\"layers\":[{\"kind\":\"dense\",\"definition\":\"1 units, sigmoid\","
                + "\"activation\":\"sigmoid\",\"output\":\"1\",\"matrices\":[{\"name\":\"weight\",\"units\":1,"
                + "\"inputs\":4,\"fan_in\":4,\"fan_out\":1,\"start\":\"drawn\",\"bias\":0.0}]}],"
                + "\"loss\":\"squared-error-sum\",\"optimizer\":\"sgd\",\"optimizer_constants\":\"\","
                + "\"learning_rate\":2.0E23,"
                + "\"batch_size\":4,\"updates_per_epoch\":1,\"drawn_biases\":true,\"levels\":[\"50%\",\"20%\"],"
                + "\"level_losses\":[0.05,0.02],\"headline\":\"20%\",\"chance_loss\":0.1,\"metric\":\"accuracy\","
                + "\"budget_epochs\":100.0,\"precision\":\"float32\"},"
                + "\"initializer\":\"normal\",\"scale\":0.03162,\"replicate\":7,\"seed\":-1}";
        assertThat(RunIdentity.of(TASK, Studies.normal(0.03162), 7, -1, 2e23, Engine.ND4J))
                .isEqualTo(Digests.shortForm(Digests.sha256(json.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("464dfc1d9fcecbee");
    }

    /** A sentence that was put better must not make every earlier run another one. */
    @Test
    void wordsForPeopleDoNotChangeIt() {
        assertThat(RunIdentity.of(TASK.withoutProse(), Studies.normal(0.1), 0, 1, 2e23, Engine.ND4J))
                .isEqualTo(RunIdentity.of(TASK, Studies.normal(0.1), 0, 1, 2e23, Engine.ND4J));
    }

    /** Two runs of one identity could not be told apart in curves and crossings. */
    @Test
    void everyInputChangesIt() {
        ArmDescription arm = Studies.normal(0.1);
        Set<String> ids = new LinkedHashSet<>();
        ids.add(RunIdentity.of(TASK, arm, 0, 1, 2e23, Engine.ND4J));
        ids.add(RunIdentity.of(TASK, arm, 1, 1, 2e23, Engine.ND4J));
        ids.add(RunIdentity.of(TASK, arm, 0, 2, 2e23, Engine.ND4J));
        ids.add(RunIdentity.of(TASK, Studies.normal(0.1001), 0, 1, 2e23, Engine.ND4J));
        ids.add(RunIdentity.of(
                TASK, new ArmDescription("uniform", ScaleKind.STD, 0.1, false), 0, 1, 2e23, Engine.ND4J));
        ids.add(RunIdentity.of(TASK, Studies.ZERO, 0, 1, 2e23, Engine.ND4J));
        ids.add(RunIdentity.of(task("u", 2e23, 0.1, 4, 100), arm, 0, 1, 2e23, Engine.ND4J));
        ids.add(RunIdentity.of(task("t", 1e23, 0.1, 4, 100), arm, 0, 1, 2e23, Engine.ND4J));
        ids.add(RunIdentity.of(task("t", 2e23, Math.nextUp(0.1), 4, 100), arm, 0, 1, 2e23, Engine.ND4J));
        ids.add(RunIdentity.of(task("t", 2e23, 0.1, 5, 100), arm, 0, 1, 2e23, Engine.ND4J));
        ids.add(RunIdentity.of(task("t", 2e23, 0.1, 4, 101), arm, 0, 1, 2e23, Engine.ND4J));
        ids.add(RunIdentity.of(clipped(1.0), arm, 0, 1, 2e23, Engine.ND4J));
        ids.add(RunIdentity.of(clipped(2.0), arm, 0, 1, 2e23, Engine.ND4J));
        ids.add(RunIdentity.of(TASK, arm, 0, 1, 2e23, Engine.REFERENCE));
        assertThat(ids).hasSize(14).allMatch(id -> id.matches("[0-9a-f]{16}"));
        assertThat(RunIdentity.of(task("t", 2e23, 0.1, 4, 100), Studies.normal(0.1), 0, 1, 2e23, Engine.ND4J))
                .isEqualTo(ids.iterator().next());
    }

    /** Two rates of one start are two runs; a tuned rate may be that of another arm, and is yet another run. */
    @Test
    void theLearningRateIsPartOfItUnlessItIsTheTasksOwn() {
        ArmDescription own = Studies.normal(0.1);
        ArmDescription factor = own.at(RateRule.times(0.5));
        ArmDescription tuned = own.at(RateRule.TUNED);
        assertThat(List.of(
                        RunIdentity.of(TASK, own, 0, 1, 2e23, Engine.ND4J),
                        RunIdentity.of(TASK, factor, 0, 1, 1e23, Engine.ND4J),
                        RunIdentity.of(TASK, factor, 0, 1, 3e23, Engine.ND4J),
                        RunIdentity.of(TASK, tuned, 0, 1, 1e23, Engine.ND4J),
                        RunIdentity.of(TASK, tuned, 0, 1, 2e23, Engine.ND4J)))
                .doesNotHaveDuplicates();
    }
}
