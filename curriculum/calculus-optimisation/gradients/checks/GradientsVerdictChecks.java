package gradus.checks.gradients;

import static gradus.proctor.assertions.Expect.calling;

import gradus.ml.calculus.Gradient;
import gradus.ml.calculus.GradientCheck;
import gradus.ml.calculus.GradientCheck.PartialDerivative;
import gradus.ml.calculus.GradientCheck.Report;
import gradus.ml.linalg.Vector;
import gradus.proctor.assertions.Clause;
import gradus.proctor.format.JavaLiterals;
import gradus.proctor.property.Gen;
import gradus.proctor.property.Property;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The verdict of a gradient check, in small cases.
class GradientsVerdictChecks {

    private static final double NAN = Double.NaN;
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    @Test
    @DisplayName("a difference within the uncertainty is no error, and beyond it only the rest counts")
    @Clause({"no-error", "relative-error"})
    void uncertainty() {
        // Distances in eighths are exact in double.
        Property.forAll(Gen.pairs(Gen.ints(-12, 12), Gen.booleans())).check(given -> {
            double value = given.second() ? 100 : -100;
            double analytic = value + given.first() / 8.0;
            double distance = Math.abs(given.first()) / 8.0;
            double rest = distance <= 0.5 ? 0 : distance - 0.5;
            var numerical = List.of(new PartialDerivative(value, 0.5, false));
            calling(
                            () -> call(numerical, new double[] {analytic}) + ".relativeError()",
                            () -> GradientCheck.compare(numerical, new double[] {analytic})
                                    .relativeError())
                    .gives(
                            rest / Math.max(100, Math.abs(analytic)),
                            "of a distance of " + distance + ", an uncertainty of 0.5 explains at most 0.5");
        });
    }

    @Test
    @DisplayName("of several parameters with the same error, the first is reported")
    @Clause("worst")
    void ties() {
        String first = "of several parameters with the largest error, it's the first";
        gives(new Report(1, 0.5, 2, 1, List.of()), new double[] {3, 2, 4}, new double[] {3, 1, 2}, first);
        gives(new Report(0, 0, 3, 3, List.of()), new double[] {3, 2, 4}, new double[] {3, 2, 4}, first);
        gives(new Report(1, INFINITY, 2, NAN, List.of()), new double[] {3, 2, 4}, new double[] {1, NAN, NAN}, first);
        var kink = List.of(new PartialDerivative(0, 0, true), new PartialDerivative(4, 0, false));
        calling(call(kink, new double[] {1, 4}), () -> GradientCheck.compare(kink, new double[] {1, 4}))
                .gives(new Report(1, 0, 4, 4, List.of(0)), "it's the first that can be compared");
    }

    @Test
    @DisplayName("a derivative near 0 is judged in relation to the largest one, kinks included")
    @Clause("floor")
    void floorOfTheDenominator() {
        String floor = "the denominator is at least a millionth of the largest finite numerical value";
        gives(new Report(1, 0.001, 0, 1e-6, List.of()), new double[] {1000, 0}, new double[] {1000, 1e-6}, floor);
        gives(new Report(1, 0.001, 0, -1e-6, List.of()), new double[] {-1000, 0}, new double[] {-1000, -1e-6}, floor);
        gives(new Report(1, 1, 0, 1e-6, List.of()), new double[] {0.25, 0}, new double[] {0.25, 1e-6}, floor);
        var kink = List.of(new PartialDerivative(1000, 0, true), new PartialDerivative(0, 0, false));
        calling("compare({1000 with a kink, 0}, {1, 1e-6})", () -> GradientCheck.compare(kink, new double[] {1, 1e-6}))
                .gives(new Report(1, 0.001, 0, 1e-6, List.of(0)), "a millionth of 1000 is 0.001");
        gives(
                new Report(0, INFINITY, INFINITY, 1, List.of()),
                new double[] {INFINITY, 0},
                new double[] {1, 1e-6},
                floor);
        gives(new Report(1, 1, 0, 1e-6, List.of()), new double[] {0, 0}, new double[] {0, 1e-6}, floor);
    }

    @Test
    @DisplayName("a derivative that isn't finite is an infinite error, wherever it is")
    @Clause("not-finite")
    void notFinite() {
        String infinite = "a derivative that isn't finite is an infinite error";
        for (double bad : new double[] {NAN, INFINITY, -INFINITY}) {
            for (int place = 0; place < 3; place++) {
                double[] good = {1, -2, 3};
                double[] broken = {1, -2, 3.5};
                broken[place] = bad;
                gives(new Report(place, INFINITY, good[place], bad, List.of()), good, broken, infinite);
                gives(new Report(place, INFINITY, bad, good[place], List.of()), broken, good, infinite);
            }
        }
        gives(
                new Report(0, INFINITY, INFINITY, INFINITY, List.of()),
                new double[] {INFINITY},
                new double[] {INFINITY},
                infinite);
        for (double uncertainty : new double[] {INFINITY, NAN}) {
            var overflown =
                    List.of(new PartialDerivative(1, 0, false), new PartialDerivative(-INFINITY, uncertainty, false));
            calling(call(overflown, new double[] {1, 2}), () -> GradientCheck.compare(overflown, new double[] {1, 2}))
                    .gives(new Report(1, INFINITY, -INFINITY, 2, List.of()), "nothing explains an infinite derivative");
        }
    }

    @Test
    @DisplayName("if every parameter has a kink, nothing is reported but the kinks")
    @Clause({"nothing", "kinks"})
    void onlyKinks() {
        var kinks = List.of(new PartialDerivative(0.5, 0, true), new PartialDerivative(NAN, 0, true));
        calling("compare({kink, kink}, {7, NaN})", () -> GradientCheck.compare(kinks, new double[] {7, NAN}))
                .allowingNan()
                .gives(new Report(-1, 0, NAN, NAN, List.of(0, 1)), "nothing could be compared");
    }

    @Test
    @DisplayName("too few and too many derivatives are refused")
    @Clause("sizes-differ")
    void sizes() {
        for (double[] analytic : new double[][] {{1}, {1, 2, 3}}) {
            calling(call(exactly(1, 2), analytic), () -> GradientCheck.compare(exactly(1, 2), analytic))
                    .fails(IllegalArgumentException.class, "there must be one derivative for each parameter");
        }
    }

    @Test
    @DisplayName("Gradient.check reports |x| at 0 as unreliable, and still finds the bug beside it")
    @Clause("kinks")
    void kinkOfAFunction() {
        Report report = calling(
                        "Gradient.check(x -> |x₀| + x₁², x -> (sign of x₀, 3·x₁), Vector.of(0, 2))",
                        () -> Gradient.check(
                                x -> Math.abs(x.get(0)) + x.get(1) * x.get(1),
                                x -> Vector.of(Math.signum(x.get(0)), 3 * x.get(1)),
                                Vector.of(0, 2)))
                .result();
        calling("its unreliable parameters", report::unreliable).gives(List.of(0), "|x₀| has a kink at 0");
        calling("its worst index", report::worstIndex).gives(1, "the derivative of x₁² is 2·x₁, not 3·x₁");
    }

    private static void gives(Report expected, double[] values, double[] analytic, String why) {
        calling(call(exactly(values), analytic), () -> GradientCheck.compare(exactly(values), analytic))
                .allowingNan()
                .gives(expected, why);
    }

    static String call(List<PartialDerivative> numerical, double[] analytic) {
        var text = new StringBuilder("GradientCheck.compare({");
        for (PartialDerivative partial : numerical) {
            text.append(text.toString().endsWith("{") ? "" : ", ").append(partial.value());
            if (partial.uncertainty() != 0) {
                text.append(" ± ").append(partial.uncertainty());
            }
            if (partial.kink()) {
                text.append(" with a kink");
            }
        }
        return text.append("}, {")
                .append(JavaLiterals.elements(analytic))
                .append("})")
                .toString();
    }

    static List<PartialDerivative> exactly(double... values) {
        List<PartialDerivative> list = new ArrayList<>();
        for (double value : values) {
            list.add(new PartialDerivative(value, 0, false));
        }
        return list;
    }
}
