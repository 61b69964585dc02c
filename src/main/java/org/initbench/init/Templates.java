package org.initbench.init;

import java.util.List;

/** The register of initializers whose name has arguments. */
final class Templates {

    /** All, in the order in which lists show them. */
    static final List<Template> ALL = List.of(
            new Template(
                    "variance-scaling",
                    "variance-scaling:DISTRIBUTION:MODE[:SCALE]",
                    "variance SCALE/fan, 1/fan without it; DISTRIBUTION: normal, truncated-normal (corrected), uniform,"
                            + " rademacher, gap-uniform; MODE: fan-in, fan-out, fan-avg, fan-geom (as in Keras and JAX)",
                    "variance-scaling:truncated-normal:fan-avg",
                    Templates::varianceScaling),
            new Template(
                    "he-normal",
                    "he-normal:SLOPE",
                    "N(0, 2/((1 + SLOPE²)·fan_in)), for leaky ReLU units of that slope (He et al. 2015)",
                    "he-normal:0.01",
                    arguments -> leaky("he-normal", "N(0, ", Distribution.NORMAL, arguments)),
            new Template(
                    "he-uniform",
                    "he-uniform:SLOPE",
                    "the same variance as he-normal:SLOPE, uniform",
                    "he-uniform:0.01",
                    arguments -> leaky("he-uniform", "uniform, variance (", Distribution.UNIFORM, arguments)),
            new Template(
                    "constant-plus-normal",
                    "constant-plus-normal:VALUE",
                    "every weight is VALUE plus a normal random part; the scale is the standard deviation of that"
                            + " part",
                    "constant-plus-normal:0.1",
                    arguments -> new ConstantPlusNoise(arguments.number("value"), Distribution.NORMAL)),
            new Template(
                    "one-layer",
                    "one-layer:LAYER[:ELSEWHERE]:RULE",
                    "RULE in one layer, from 1 at the input side or last; every other weight is ELSEWHERE, 0 without it",
                    "one-layer:2:normal",
                    Templates::oneLayer),
            new Template(
                    "duplicated",
                    "duplicated:UNITS:RULE",
                    "RULE for so many hidden units of each layer, incoming and outgoing weights; the others are their"
                            + " copies",
                    "duplicated:2:glorot-normal",
                    Templates::duplicated),
            new Template(
                    "same-in-every-layer",
                    "same-in-every-layer:RULE",
                    "RULE from the same random numbers in every layer, as with one seed for all of them",
                    "same-in-every-layer:normal",
                    Templates::sameInEveryLayer));

    private Templates() {}

    private static Initializer varianceScaling(Arguments arguments) {
        Distribution distribution =
                arguments.choice("distribution", List.of(Distribution.values()), Distribution::label);
        FanMode mode = arguments.choice("mode", List.of(FanMode.values()), FanMode::label);
        double scale = arguments.optionalNumber().orElse(1.0);
        if (!(scale > 0)) {
            throw arguments.wrong("scale " + Arguments.canonical(scale) + " must be greater than 0");
        }
        String name = String.join(":", "variance-scaling", distribution.label(), mode.label());
        return new IndependentWeights(
                scale == 1 ? name : name + ":" + Arguments.canonical(scale),
                "a " + distribution.label() + " law of mean 0 and variance " + Arguments.canonical(scale) + "/"
                        + mode.label().replace('-', '_'),
                ScaleKind.GAIN,
                distribution,
                (in, out) -> scale / mode.of(in, out));
    }

    private static Initializer leaky(String word, String law, Distribution distribution, Arguments arguments) {
        double slope = arguments.number("slope");
        String digits = Arguments.canonical(slope);
        return new IndependentWeights(
                word + ":" + digits,
                law + "2/((1 + " + digits + "²)·fan_in)), for leaky ReLU units (He et al. 2015)",
                ScaleKind.GAIN,
                distribution,
                (in, out) -> 2.0 / ((1 + slope * slope) * in));
    }

    private static Initializer duplicated(Arguments arguments) {
        int distinct = arguments.count("number of distinct units");
        Initializer rule = arguments.rule();
        if (rule instanceof Duplicated) {
            throw arguments.wrong("copies of copies have no meaning; RULE must draw units of which none is a copy");
        }
        return new Duplicated(distinct, rule);
    }

    private static Initializer sameInEveryLayer(Arguments arguments) {
        Initializer rule = arguments.rule();
        if (rule.deterministic()) {
            throw arguments.wrong("'" + rule.name() + "' draws no random numbers that layers could share");
        }
        if (rule instanceof Lsuv) {
            throw arguments.wrong(
                    "'" + rule.name() + "' sets each layer's scale by what reaches it from the data, so that"
                            + " layers of equal shape would not start equal");
        }
        if (rule instanceof SameInEveryLayer) {
            throw arguments.wrong("the random numbers of '" + rule.name() + "' are the same in every layer already");
        }
        return new SameInEveryLayer(rule);
    }

    private static Initializer oneLayer(Arguments arguments) {
        int number = arguments.taken("last") ? OneLayer.LAST : arguments.count("layer");
        double elsewhere = arguments.optionalNumber().orElse(0.0);
        return new OneLayer(number, elsewhere, arguments.rule());
    }
}
