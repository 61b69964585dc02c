package org.initbench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/**
 * Which package may know which: {@code network, optimizer ← task ← reference ← init}, {@code init, task ← hypothesis ← run ← training ← study}
 * and {@code run ← analysis ← compare ← report}, {@code init ← theory ← analysis}, with {@code common} below and {@code cli} above.
 */
@AnalyzeClasses(packages = "org.initbench", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** Functions of Math of which Java asks one unit in the last place, and not the nearest number. */
    private static final Set<String> ELEMENTARY = Set.of(
            "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "exp", "expm1", "log", "log10", "log1p", "pow",
            "cbrt", "sinh", "cosh", "tanh", "hypot");

    private static final Set<String> PARALLEL = Set.of("parallel", "parallelStream");

    /** A call or a method reference; both reach the method. */
    private static final DescribedPredicate<JavaAccess<?>> ROUNDED_BY_THE_MACHINE = DescribedPredicate.describe(
            "an elementary function of Math",
            access -> access instanceof JavaCodeUnitAccess
                    && access.getTargetOwner().isEquivalentTo(Math.class)
                    && ELEMENTARY.contains(access.getTarget().getName()));

    /** A call or a method reference; both reach the method. */
    private static final DescribedPredicate<JavaAccess<?>> SUMMED_IN_ANY_ORDER = DescribedPredicate.describe(
            "a parallel stream",
            access -> access instanceof JavaCodeUnitAccess
                    && PARALLEL.contains(access.getTarget().getName()));

    private static final String NATIVE = "org.nd4j..";
    private static final String BINDINGS = "org.bytedeco..";
    private static final String JMH = "org.openjdk.jmh..";

    @ArchTest
    static final ArchRule commonIsTheGround = mayNotKnow(
            "common",
            "everything may import it: what it imported would be imported by everything",
            "network",
            "optimizer",
            "reference",
            "init",
            "task",
            "hypothesis",
            "run",
            "training",
            "study",
            "theory",
            "analysis",
            "compare",
            "report",
            "cli");

    @ArchTest
    static final ArchRule networksStandAlone = mayNotKnow(
            "network",
            "a layer is a rule of mathematics: whoever trains or checks it interprets the same definition",
            "optimizer",
            "reference",
            "init",
            "task",
            "hypothesis",
            "run",
            "training",
            "study",
            "theory",
            "analysis",
            "compare",
            "report",
            "cli");

    @ArchTest
    static final ArchRule optimizersStandAlone = mayNotKnow(
            "optimizer",
            "an optimizer is a rule of mathematics and must be testable by hand-computed sequences",
            "network",
            "reference",
            "init",
            "task",
            "hypothesis",
            "run",
            "training",
            "study",
            "theory",
            "analysis",
            "compare",
            "report",
            "cli");

    @ArchTest
    static final ArchRule initializersStandAlone = mayNotKnow(
            "init",
            "an initializer is a rule of mathematics and must be usable and testable without the rest",
            "hypothesis",
            "run",
            "training",
            "study",
            "theory",
            "analysis",
            "compare",
            "report",
            "cli");

    @ArchTest
    static final ArchRule auditsKnowInitializersOnly = mayNotKnow(
            "audit",
            "whoever can draw weights can have them audited: initbench, its user, or another library",
            "task",
            "hypothesis",
            "run",
            "training",
            "study",
            "theory",
            "analysis",
            "compare",
            "report",
            "cli");

    @ArchTest
    static final ArchRule tasksStandAlone = mayNotKnow(
            "task",
            "a task is a definition: what defines it must not depend on who starts or trains it",
            "reference",
            "init",
            "hypothesis",
            "run",
            "training",
            "study",
            "theory",
            "analysis",
            "compare",
            "report",
            "cli");

    @ArchTest
    static final ArchRule theReferenceSharesNothingWithTheEngine = mayNotKnow(
            "reference",
            "it is the second opinion on the stacked engine, the arithmetic of the reference engine and of starts that need"
                    + " data: plain Java, alike on every machine",
            "init",
            "hypothesis",
            "run",
            "training",
            "study",
            "theory",
            "analysis",
            "compare",
            "report",
            "cli");

    @ArchTest
    static final ArchRule theoryPredictsAndMeasuresNothing = mayNotKnow(
            "theory",
            "a prediction that knew what was measured would be none; it follows from a task and a rule alone",
            "optimizer",
            "hypothesis",
            "run",
            "training",
            "study",
            "analysis",
            "compare",
            "report",
            "cli");

    @ArchTest
    static final ArchRule hypothesesKnowNoResults = mayNotKnow(
            "hypothesis",
            "what is written down before a study is run may depend on nothing that the study finds",
            "run",
            "training",
            "study",
            "theory",
            "analysis",
            "compare",
            "report",
            "cli");

    @ArchTest
    static final ArchRule recordsDoNotKnowWhoMadeThem = mayNotKnow(
            "run",
            "a bundle must be readable by whoever has neither the engine nor the statistics",
            "training",
            "study",
            "theory",
            "analysis",
            "compare",
            "report",
            "cli");

    @ArchTest
    static final ArchRule trainingDoesNotKnowTheStudy = mayNotKnow(
            "training",
            "a model's result may depend on nothing but its task, its initial weights and its data order",
            "hypothesis",
            "study",
            "theory",
            "analysis",
            "compare",
            "report",
            "cli");

    @ArchTest
    static final ArchRule measuringDoesNotKnowTheStatistics = mayNotKnow(
            "study",
            "measuring writes files and analysis reads them: what is measured must not depend on what is concluded",
            "hypothesis",
            "theory",
            "analysis",
            "compare",
            "report",
            "cli");

    @ArchTest
    static final ArchRule analysisOnlyReadsBundles = mayNotKnow(
            "analysis",
            "whoever has a bundle must be able to redo every statistic without training anything",
            "training",
            "study",
            "compare",
            "report",
            "cli");

    @ArchTest
    static final ArchRule comparisonsOnlyReadBundles = mayNotKnow(
            "compare",
            "whoever has the bundles must be able to compare them without training anything, and a rendering shows what was compared",
            "training",
            "study",
            "report",
            "cli");

    @ArchTest
    static final ArchRule reportsOnlyRender = mayNotKnow(
            "report",
            "a report shows an analysis; a number that only the report computes would be missing in other renderings",
            "training",
            "study",
            "cli");

    @ArchTest
    static final ArchRule commandsDoNotTrain = mayNotKnow(
            "cli",
            "the command line works without the native libraries; the command that trains lives with the harness",
            "training");

    @ArchTest
    static final ArchRule onlyTrainingKnowsNd4j = noClasses()
            .that()
            .resideOutsideOfPackage("org.initbench.training..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(NATIVE, BINDINGS)
            .because("the engine must be replaceable, and everything else must run where no native library is");

    @ArchTest
    static final ArchRule theLibraryDoesNotKnowTheHarness = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(JMH)
            .because("the harness drives the library; what depended on JMH could not be used without it")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule theLibraryDoesNotKnowItsPeers = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ai.djl..", "org.deeplearning4j..", "org.initbench.benchmarks..")
            .because("what initbench is measured against belongs to an optional profile that the default build never"
                    + " downloads")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule randomNumbersComeFromTheSeed = noClasses()
            .should()
            .callMethodWhere(target("Math.random", Math.class, "random"))
            .orShould()
            .callMethodWhere(target("StrictMath.random", StrictMath.class, "random"))
            .orShould()
            .callConstructor(Random.class)
            .orShould()
            .callConstructor(Random.class, long.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(ThreadLocalRandom.class)
            .because("a result that depends on a global or hidden generator cannot be reproduced:"
                    + " a generator (Commons RNG) is always a parameter");

    @ArchTest
    static final ArchRule startsAreTheSameOnEveryMachine = sameOnEveryMachine(
            "org.initbench.common..",
            "org.initbench.init..",
            "org.initbench.network..",
            "org.initbench.reference..",
            "org.initbench.task..");

    @ArchTest
    static final ArchRule packagesFormNoCycle = slices().matching("org.initbench.(*)..")
            .should()
            .beFreeOfCycles()
            .because("of two packages that need each other neither can be understood, tested or replaced alone")
            .allowEmptyShould(true);

    private static ArchRule sameOnEveryMachine(String... packages) {
        return noClasses()
                .that()
                .resideInAnyPackage(packages)
                .should()
                .accessTargetWhere(ROUNDED_BY_THE_MACHINE)
                .orShould()
                .accessTargetWhere(SUMMED_IN_ANY_ORDER)
                .because(
                        "the last bits of the elementary functions of Math belong to the machine and the Java version, those of"
                                + " StrictMath do not; and parallel streams sum in any order");
    }

    /** A rule that sees calls alone would let {@code Math::exp} pass. */
    @Test
    void whatTheMachineRoundsOrOrdersIsFoundHoweverItIsReached() {
        assertThat(differsByMachine(Call.class)).isTrue();
        assertThat(differsByMachine(Reference.class)).isTrue();
        assertThat(differsByMachine(ParallelReference.class)).isTrue();
        assertThat(differsByMachine(Portable.class)).isFalse();
    }

    private static boolean differsByMachine(Class<?> type) {
        return sameOnEveryMachine("org.initbench")
                .evaluate(new ClassFileImporter().importClasses(type))
                .hasViolation();
    }

    static final class Call {
        static double twice(double x) {
            return 2 * Math.exp(x);
        }
    }

    static final class Reference {
        static final DoubleUnaryOperator EXP = Math::exp;
    }

    static final class ParallelReference {
        static final UnaryOperator<DoubleStream> FASTER = DoubleStream::parallel;
    }

    static final class Portable {
        static final DoubleUnaryOperator EXP = StrictMath::exp;
        static final DoubleUnaryOperator ROOT = Math::sqrt;
    }

    private static ArchRule mayNotKnow(String from, String why, String... others) {
        String[] packages = new String[others.length];
        for (int i = 0; i < others.length; i++) {
            packages[i] = "org.initbench." + others[i] + "..";
        }
        return noClasses()
                .that()
                .resideInAPackage("org.initbench." + from + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .because(why)
                .allowEmptyShould(true);
    }

    private static DescribedPredicate<JavaCall<?>> target(String description, Class<?> owner, String method) {
        return DescribedPredicate.describe(
                description,
                call -> call.getTargetOwner().isEquivalentTo(owner)
                        && call.getTarget().getName().equals(method));
    }
}
