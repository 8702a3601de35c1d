package gradus.checks.gradients;

import static gradus.checks.gradients.GradientsVerdictChecks.call;
import static gradus.checks.gradients.GradientsVerdictChecks.exactly;
import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.property.MetamorphicRelations.relations;

import gradus.ml.calculus.GradientCheck;
import gradus.ml.calculus.GradientCheck.PartialDerivative;
import gradus.ml.calculus.GradientCheck.Report;
import gradus.proctor.assertions.Clause;
import gradus.proctor.probes.Argument;
import gradus.proctor.probes.MemberProbes;
import gradus.proctor.probes.Probe;
import gradus.proctor.property.Gen;
import gradus.proctor.property.Property;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The verdict of a gradient check, for any number of derivatives.
class GradientsVerdictLawChecks {

    private static final double NAN = Double.NaN;
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    /// The definition of a relative error, with nothing but the contract in mind.
    private static double relativeError(double value, double uncertainty, double analytic, double floor) {
        if (!Double.isFinite(value) || !Double.isFinite(analytic)) {
            return INFINITY;
        }
        double distance = value > analytic ? value - analytic : analytic - value;
        if (distance <= uncertainty) {
            return 0;
        }
        double denominator = floor;
        for (double candidate : new double[] {value, -value, analytic, -analytic}) {
            denominator = candidate > denominator ? candidate : denominator;
        }
        return (distance - uncertainty) / denominator;
    }

    private static double floor(double[] values) {
        double largest = 0;
        for (double value : values) {
            if (Double.isFinite(value) && Math.abs(value) > largest) {
                largest = Math.abs(value);
            }
        }
        return largest / 1e6;
    }

    private static double largestError(double[] values, double[] analytic) {
        if (values.length != analytic.length) {
            throw new IllegalArgumentException("sizes");
        }
        double worst = 0;
        for (int i = 0; i < values.length; i++) {
            worst = Math.max(worst, relativeError(values[i], 0, analytic[i], floor(values)));
        }
        return worst;
    }

    @Test
    @DisplayName("the largest relative error keeps to its definition at every size")
    @Clause({"relative-error", "sizes-differ", "not-finite", "floor"})
    void definition() {
        Argument<double[], List<PartialDerivative>> partials =
                Argument.of(values -> exactly(values), list -> values(list));
        MemberProbes.of(
                        "GradientCheck.compare(x, y).relativeError()",
                        partials,
                        Argument.array(),
                        (x, y) -> GradientCheck.compare(x, y).relativeError(),
                        GradientsVerdictLawChecks::largestError)
                .upTo(40)
                .without(Probe.EMPTY, "the contract says that there is at least one component")
                .hold("the distance, divided by the larger of the two absolute values");
    }

    @Test
    @DisplayName("compare finds the worst of many parameters, with uncertainties and kinks")
    @Clause({"worst", "relative-error", "kinks", "no-error"})
    void manyParameters() {
        Gen<double[]> cells = Gen.array(Gen.doubles(-4, 4), 5);
        Property.forAll(Gen.lists(cells, 1, 8)).check(rows -> {
            int n = rows.size();
            double[] values = rows.stream().mapToDouble(row -> row[0]).toArray();
            double[] analytic = new double[n];
            List<PartialDerivative> numerical = new ArrayList<>();
            List<Integer> kinks = new ArrayList<>();
            int worst = -1;
            double worstError = 0;
            for (int i = 0; i < n; i++) {
                double[] row = rows.get(i);
                double uncertainty = row[3] > 0 ? row[3] / 8 : 0;
                boolean kink = row[4] > 2;
                analytic[i] = row[2] > 0 ? row[0] : row[0] + row[1];
                numerical.add(new PartialDerivative(row[0], uncertainty, kink));
                if (kink) {
                    kinks.add(i);
                    continue;
                }
                double error = relativeError(row[0], uncertainty, analytic[i], floor(values));
                if (worst < 0 || error > worstError * (1 + 1e-12)) {
                    worst = i;
                    worstError = error;
                }
            }
            Report expected = worst < 0
                    ? new Report(-1, 0, NAN, NAN, kinks)
                    : new Report(worst, worstError, values[worst], analytic[worst], kinks);
            calling(() -> call(numerical, analytic), () -> GradientCheck.compare(numerical, analytic))
                    .allowingNan()
                    .gives(expected, "the largest error of those without a kink");
        });
    }

    @Test
    @DisplayName("in other units, the relative error is the same")
    @Clause({"relative-error", "floor"})
    void unitsDoNotMatter() {
        relations(
                        Gen.vectors(2, Gen.doubles(-4, 4), 1, 6),
                        pair -> call(exactly(pair[0]), pair[1]) + ".relativeError()",
                        pair -> GradientCheck.compare(exactly(pair[0]), pair[1]).relativeError())
                .invariant("all derivatives times 1e9", pair -> times(pair, 1e9), "euros or billionths of a euro")
                .invariant("all derivatives divided by 1e9", pair -> times(pair, 1e-9), "the unit is a convention")
                .invariant("all signs turned", pair -> times(pair, -1), "downhill is as good as uphill")
                .invariant(
                        "both gradients exchanged",
                        pair -> close(pair) ? pair : new double[][] {pair[1], pair[0]},
                        "the larger of the two absolute values stays the larger");
    }

    @Test
    @DisplayName("in the opposite order, the worst parameter has the opposite index")
    @Clause("worst")
    void order() {
        Property.forAll(Gen.vectors(2, Gen.doubles(0.5, 4), 2, 7).filter(GradientsVerdictLawChecks::hasOneWorst))
                .check(pair -> {
                    int n = pair[0].length;
                    int worst = GradientCheck.compare(exactly(pair[0]), pair[1]).worstIndex();
                    var numerical = exactly(reversed(pair[0]));
                    double[] analytic = reversed(pair[1]);
                    calling(
                                    () -> call(numerical, analytic) + ".worstIndex()",
                                    () -> GradientCheck.compare(numerical, analytic)
                                            .worstIndex())
                            .gives(n - 1 - worst, "in the original order you reported " + worst);
                });
    }

    private static double[] values(List<PartialDerivative> list) {
        return list.stream().mapToDouble(PartialDerivative::value).toArray();
    }

    private static double[][] times(double[][] pair, double factor) {
        double[][] scaled = new double[2][pair[0].length];
        for (int row = 0; row < 2; row++) {
            for (int i = 0; i < pair[row].length; i++) {
                scaled[row][i] = factor * pair[row][i];
            }
        }
        return scaled;
    }

    /// Whether the least denominator might decide.
    private static boolean close(double[][] pair) {
        double least = INFINITY;
        for (int i = 0; i < pair[0].length; i++) {
            least = Math.min(least, Math.max(Math.abs(pair[0][i]), Math.abs(pair[1][i])));
        }
        return least < 1e-5;
    }

    private static boolean hasOneWorst(double[][] pair) {
        double largest = -1;
        double second = -1;
        for (int i = 0; i < pair[0].length; i++) {
            double error = relativeError(pair[0][i], 0, pair[1][i], floor(pair[0]));
            second = Math.max(second, Math.min(error, largest));
            largest = Math.max(largest, error);
        }
        return largest > second + 1e-9;
    }

    private static double[] reversed(double[] values) {
        double[] result = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = values[values.length - 1 - i];
        }
        return result;
    }
}
