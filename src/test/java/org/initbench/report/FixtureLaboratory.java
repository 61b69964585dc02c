package org.initbench.report;

import java.util.List;
import org.initbench.analysis.DoseResponse;
import org.initbench.analysis.DoseResponse.Law;
import org.initbench.analysis.DoseResponse.Point;
import org.initbench.analysis.DoseResponse.Price;
import org.initbench.analysis.EqualStartEnd;
import org.initbench.analysis.EqualStartEnd.ControlEnd;
import org.initbench.analysis.EqualStartEnd.Ending;
import org.initbench.analysis.Estimate;
import org.initbench.analysis.Laboratory;
import org.initbench.analysis.LaboratoryAnswer;
import org.initbench.analysis.Nearness;
import org.initbench.analysis.SpreadGrowth;
import org.initbench.analysis.StartContrast;
import org.initbench.analysis.StartContrast.Question;
import org.initbench.analysis.StartContrast.Verdict;
import org.initbench.analysis.WeightTravel;
import org.initbench.analysis.ZeroStart;
import org.initbench.init.ScaleKind;
import org.initbench.run.ArmDescription;

/** A laboratory of one network in which everything occurs once: known, undefined, unbounded. */
final class FixtureLaboratory {
    private static final Estimate KNOWN = new Estimate(0.6, 0.5, 0.7, 0.95, 10, List.of());
    private static final Estimate NEVER =
            new Estimate(null, 3.0, Double.POSITIVE_INFINITY, 0.95, 10, List.of("none of 10 runs converged"));
    private static final Estimate UNDEFINED = Estimate.undefined(0, "undefined: there is no such run");

    private FixtureLaboratory() {}

    /** The laboratory of a network of that name. */
    static Laboratory of(String task) {
        ArmDescription constant = new ArmDescription("constant", ScaleKind.VALUE, 0.1, true);
        ArmDescription zero = new ArmDescription("zero", ScaleKind.NONE, null, true);
        ArmDescription normal = new ArmDescription("normal", ScaleKind.STD, 0.1, false);
        ArmDescription small = new ArmDescription("normal", ScaleKind.STD, 0.001, false);
        ArmDescription weyl = new ArmDescription("weyl", ScaleKind.STD, 0.1, true);
        return new Laboratory(
                List.of(
                        told("Equal?", task + " ended at 10^-2."),
                        told("How much?", "Little."),
                        told("Random?", "Different."),
                        told("Wider?", "Wider."),
                        told("Zero?", "Zero."),
                        new LaboratoryAnswer("Near?", false, "Not measured.", List.of())),
                List.of(
                        new EqualStartEnd(
                                task,
                                constant,
                                true,
                                10,
                                2,
                                2,
                                2,
                                KNOWN,
                                0,
                                KNOWN,
                                false,
                                task + "-w1",
                                List.of(new ControlEnd(constant, 10, 0, KNOWN, 1, KNOWN, Ending.ONE_UNIT)),
                                Ending.ONE_UNIT),
                        new EqualStartEnd(
                                task,
                                zero,
                                true,
                                10,
                                0,
                                10,
                                0,
                                UNDEFINED,
                                0,
                                KNOWN,
                                false,
                                null,
                                List.of(),
                                Ending.NONE)),
                List.of(new DoseResponse(
                        task,
                        "constant-plus-normal:0.1",
                        0.1,
                        List.of(
                                new Point(1e-6, 10, 0, KNOWN, 10, UNDEFINED, NEVER),
                                new Point(0.01, 10, 10, KNOWN, 0, KNOWN, KNOWN)),
                        0.01,
                        false,
                        new Price(Law.LOG, KNOWN, KNOWN, 7, 4, 1e-4, 0.01),
                        "")),
                List.of(
                        new StartContrast(
                                task,
                                Question.DISTINCT,
                                weyl,
                                List.of(),
                                normal,
                                10,
                                10,
                                10,
                                10,
                                KNOWN,
                                Verdict.FASTER),
                        new StartContrast(
                                task,
                                Question.ONE_LAYER,
                                zero,
                                List.of(normal),
                                normal,
                                10,
                                0,
                                10,
                                10,
                                NEVER,
                                Verdict.SLOWER)),
                List.of(
                        new SpreadGrowth(task, small, 0, 3, 3, 0.01, 1, 100, 90, 110, 80.0, 2.5, 10),
                        new SpreadGrowth(task, normal, 0, 3, 0, 1, 1, 1, 1, 1, null, null, 10)),
                List.of(new ZeroStart(
                        task,
                        1,
                        10,
                        0,
                        18,
                        18,
                        18,
                        0.3,
                        KNOWN,
                        3,
                        List.of(new ZeroStart.Layer(0, "hidden layer 1", 12, 0, 0, 0.0)))),
                List.of(new Nearness(task, 4, KNOWN, KNOWN, UNDEFINED)),
                List.of(
                        new WeightTravel(task, small, 10, KNOWN, KNOWN, KNOWN, KNOWN, KNOWN),
                        new WeightTravel(task, normal, 10, KNOWN, KNOWN, KNOWN, KNOWN, null)));
    }

    private static LaboratoryAnswer told(String question, String brief) {
        return new LaboratoryAnswer(question, true, brief, List.of("One: " + brief));
    }
}
