package gradus.checks.least_squares_qr;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Qr;
import gradus.ml.linalg.Vector;
import gradus.proctor.assertions.Clause;
import gradus.proctor.probes.Argument;
import gradus.proctor.probes.MemberProbes;
import gradus.proctor.probes.Probe;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Every member at many sizes, with repeated numbers, called twice, and with the arguments compared before and after.
class QrProbeChecks {

    @Test
    @DisplayName("Q times R is A at every number of rows, and nothing is changed")
    @Clause({"product", "unchanged"})
    void factors() {
        probed(MemberProbes.of(
                                "the product q·r of Qr.of(Matrix.of(x))",
                                Argument.rows(3),
                                x -> {
                                    Qr qr = Qr.of(Matrix.of(x));
                                    return QrFactorChecks.product(
                                            qr.q().toArray(), qr.r().toArray());
                                },
                                QrProbeChecks::copy)
                        .within(1e-9, 1e-9))
                .hold("Q and R are factors of x");
    }

    @Test
    @DisplayName("a straight line keeps to its formula at every number of points, and nothing is changed")
    @Clause({"least", "shapes", "unchanged"})
    void line() {
        probed(MemberProbes.of(
                                "Qr.of(a).leastSquares(Vector.of(x)) for the columns 1 and i",
                                Argument.of(Vector::of, Vector::toArray),
                                x -> Qr.of(design(x.size())).leastSquares(x).toArray(),
                                QrProbeChecks::lineOf)
                        .within(1e-9, 1e-8))
                .hold("the intercept and the slope of the line");
    }

    @Test
    @DisplayName("several lines at once keep to the formula at every number of points, and nothing is changed")
    @Clause({"columns", "shapes", "unchanged"})
    void lines() {
        probed(MemberProbes.of(
                                "Qr.of(a).leastSquares(Matrix.of(x)) for the columns 1 and i",
                                Argument.rows(2),
                                x -> Qr.of(design(x.length))
                                        .leastSquares(Matrix.of(x))
                                        .toArray(),
                                x -> {
                                    double[] first = lineOf(column(x, 0));
                                    double[] second = lineOf(column(x, 1));
                                    return new double[][] {{first[0], second[0]}, {first[1], second[1]}};
                                })
                        .within(1e-9, 1e-8))
                .hold("column 0 is the line of the first column of x, column 1 that of the second");
    }

    private static <P> MemberProbes<P, double[]> probed(MemberProbes<P, double[]> probes) {
        return probes.upTo(17)
                .without(Probe.EMPTY, "the contract says that there is at least one row")
                .without(Probe.NAN, "the contract says that numbers are finite")
                .without(Probe.INFINITIES, "the contract says that numbers are finite")
                .without(Probe.NEGATIVE_ZERO, "the contract leaves the sign of a zero open");
    }

    private static Matrix design(int points) {
        double[][] rows = new double[points][];
        for (int i = 0; i < points; i++) {
            rows[i] = new double[] {1, i};
        }
        return Matrix.of(rows);
    }

    private static double[][] copy(double[][] x) {
        return Arrays.stream(x).map(double[]::clone).toArray(double[][]::new);
    }

    private static double[] column(double[][] x, int c) {
        return Arrays.stream(x).mapToDouble(row -> row[c]).toArray();
    }

    /// The intercept and the slope, by the formula with means.
    private static double[] lineOf(double[] y) {
        if (y.length < 2) {
            throw new IllegalArgumentException("fewer points than unknowns");
        }
        double middle = (y.length - 1) / 2.0;
        double mean = Arrays.stream(y).sum() / y.length;
        double products = 0;
        double squares = 0;
        for (int i = 0; i < y.length; i++) {
            products += (i - middle) * (y[i] - mean);
            squares += (i - middle) * (i - middle);
        }
        double slope = products / squares;
        return new double[] {mean - slope * middle, slope};
    }
}
