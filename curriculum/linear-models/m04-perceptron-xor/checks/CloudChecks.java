package gradus.checks.m04_perceptron_xor;

import gradus.ml.classic.Perceptron;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Rng;
import gradus.proctor.assertions.Metric;
import gradus.proctor.report.Report;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Separable clouds, and Novikoff's bound of 1962.
class CloudChecks {

    private static final int CLOUDS = 50;
    private static final Perceptron PATIENT = new Perceptron(1000);

    @Test
    @DisplayName("fifty clouds with a gap are all separated, with no more mistakes than Novikoff's bound")
    void clouds() {
        var shares = new double[CLOUDS];
        Metric.of("clouds separated, of 50", () -> {
                    int separated = 0;
                    for (int i = 0; i < CLOUDS; i++) {
                        Cloud cloud = Cloud.draw(Rng.of(Metric.seed(7) * 1000 + i));
                        Perceptron.Model model = PATIENT.fit(cloud.x(), cloud.labels());
                        shares[i] = model.mistakes() / cloud.bound();
                        separated += right(model.predict(cloud.x()), cloud.labels()) == cloud.labels().length ? 1 : 0;
                        Report.point("mistakes", i + 1, model.mistakes());
                        Report.point("at most, by Novikoff's bound of the planted line", i + 1, cloud.bound());
                    }
                    return (double) separated;
                })
                .atLeast(CLOUDS, "each cloud has a line that separates it, so every one must be learned");
        Metric.of(
                        "mistakes, as a share of Novikoff's bound",
                        () -> Arrays.stream(shares).max().orElseThrow())
                .atMost(1, "the perceptron makes at most (R/γ)² mistakes, in any order of the rows");
        Report.progress(2, 4);
    }

    private static int right(int[] predicted, int[] labels) {
        int right = 0;
        for (int i = 0; i < labels.length; i++) {
            right += predicted[i] == labels[i] ? 1 : 0;
        }
        return right;
    }

    /// A cloud of 100 points with five numbers each, with a gap around a planted hyperplane.
    ///
    /// @param bound Novikoff's bound with the planted hyperplane, (R/γ)², in the space with a 1 for the intercept
    private record Cloud(Matrix x, int[] labels, double bound) {

        private static final int POINTS = 100;
        private static final int NUMBERS = 5;
        private static final double GAP = 0.2;

        static Cloud draw(Rng rng) {
            double[] normal = new double[NUMBERS + 1];
            for (int j = 0; j < NUMBERS; j++) {
                normal[j] = rng.gaussian();
            }
            double length = Vector.of(normal).norm();
            for (int j = 0; j < NUMBERS; j++) {
                normal[j] /= length;
            }
            normal[NUMBERS] = 0.5 * rng.gaussian();
            double[][] rows = new double[POINTS][];
            int[] labels = new int[POINTS];
            double nearest = Double.POSITIVE_INFINITY;
            double farthest = 0;
            for (int i = 0; i < POINTS; ) {
                double[] point = new double[NUMBERS + 1];
                double side = normal[NUMBERS];
                for (int j = 0; j < NUMBERS; j++) {
                    point[j] = rng.gaussian();
                    side += normal[j] * point[j];
                }
                point[NUMBERS] = 1;
                if (Math.abs(side) >= GAP) {
                    rows[i] = Arrays.copyOf(point, NUMBERS);
                    labels[i] = side > 0 ? 1 : 0;
                    nearest = Math.min(nearest, Math.abs(side));
                    farthest = Math.max(farthest, Vector.of(point).norm());
                    i++;
                }
            }
            double margin = nearest / Vector.of(normal).norm();
            return new Cloud(Matrix.of(rows), labels, farthest * farthest / (margin * margin));
        }
    }
}
