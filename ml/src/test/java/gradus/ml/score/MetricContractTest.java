package gradus.ml.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Rng;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Properties of every metric. Add a new metric to the list to test it.
class MetricContractTest {

    /// A metric of any kind, with its arguments given as vectors.
    ///
    /// @param best the value of a perfect prediction
    /// @param higherIsBetter whether higher values are better
    private record Metric(String name, Score score, Domain domain, double best, boolean higherIsBetter) {
        @Override
        public String toString() {
            return name;
        }
    }

    private interface Score {
        double of(Vector actual, Vector predicted);
    }

    private enum Domain {
        NUMBERS,
        LABELS,
        SCORES,
        PROBABILITIES
    }

    private static final Rng RNG = Rng.of(11);
    private static final int N = 40;

    private static Metric numbers(String name, RegressionMetric metric, double best, boolean higher) {
        return new Metric(name, metric::compute, Domain.NUMBERS, best, higher);
    }

    private static Metric labels(String name, ClassificationMetric metric) {
        return new Metric(name, (a, p) -> metric.compute(ints(a), ints(p)), Domain.LABELS, 1, true);
    }

    private static Metric scores(String name, Score metric) {
        return new Metric(name, metric, Domain.SCORES, 1, true);
    }

    private static Metric probabilities(String name, Score metric) {
        return new Metric(name, metric, Domain.PROBABILITIES, 0, false);
    }

    static final List<Metric> METRICS = List.of(
            numbers("mean squared error", RegressionMetrics::meanSquaredError, 0, false),
            numbers("root mean squared error", RegressionMetrics::rootMeanSquaredError, 0, false),
            numbers("mean absolute error", RegressionMetrics::meanAbsoluteError, 0, false),
            numbers("median absolute error", RegressionMetrics::medianAbsoluteError, 0, false),
            numbers("maximum error", RegressionMetrics::maxError, 0, false),
            numbers("mean absolute percentage error", RegressionMetrics::meanAbsolutePercentageError, 0, false),
            numbers("pinball loss", (a, p) -> RegressionMetrics.pinballLoss(a, p, 0.3), 0, false),
            numbers("r2", RegressionMetrics::r2, 1, true),
            numbers("explained variance", RegressionMetrics::explainedVariance, 1, true),
            labels("accuracy", ClassificationMetrics::accuracy),
            labels("balanced accuracy", ClassificationMetrics::balancedAccuracy),
            labels("macro F1", ClassificationMetrics::macroF1),
            labels("macro precision", (a, p) -> ConfusionMatrix.of(a, p).macroPrecision()),
            labels("macro recall", (a, p) -> ConfusionMatrix.of(a, p).macroRecall()),
            labels("micro F1", (a, p) -> ConfusionMatrix.of(a, p).microF1()),
            labels("Matthews", ClassificationMetrics::matthewsCorrelation),
            labels("kappa", ClassificationMetrics::cohenKappa),
            labels("adjusted Rand index", ClusteringMetrics::adjustedRandIndex),
            labels("mutual information", ClusteringMetrics::normalisedMutualInformation),
            scores("ROC AUC", (a, s) -> RocCurve.of(positives(a), s).auc()),
            scores(
                    "average precision",
                    (a, s) -> PrecisionRecallCurve.of(positives(a), s).averagePrecision()),
            scores("reciprocal rank", (a, s) -> RankingMetrics.reciprocalRank(positives(a), s)),
            scores("NDCG", (a, s) -> RankingMetrics.ndcg(a, s, 10)),
            probabilities("log loss", (a, p) -> ProbabilityMetrics.logLoss(positives(a), p)),
            probabilities("Brier", (a, p) -> ProbabilityMetrics.brierScore(positives(a), p)),
            probabilities("log loss of classes", (a, p) -> ProbabilityMetrics.logLoss(ints(a), both(p), List.of(0, 1))),
            probabilities("Brier of classes", (a, p) -> ProbabilityMetrics.brierScore(ints(a), both(p), List.of(0, 1))),
            probabilities(
                    "calibration",
                    (a, p) -> CalibrationCurve.of(positives(a), p, 5).expectedCalibrationError()),
            probabilities(
                    "largest calibration error",
                    (a, p) -> CalibrationCurve.of(positives(a), p, 5).maximumCalibrationError()));

    private static int[] ints(Vector numbers) {
        return IntStream.range(0, numbers.size())
                .map(row -> (int) numbers.get(row))
                .toArray();
    }

    private static boolean[] positives(Vector numbers) {
        return ClassificationMetrics.oneVsRest(ints(numbers), 1);
    }

    private static Matrix both(Vector p) {
        return Matrix.from(p.size(), 2, (r, c) -> c == 0 ? 1 - p.get(r) : p.get(r));
    }

    private static Vector drawn(java.util.function.IntToDoubleFunction value) {
        return Vector.of(IntStream.range(0, N).mapToDouble(value).toArray());
    }

    private static Vector actual(Domain domain) {
        return switch (domain) {
            case NUMBERS -> drawn(_ -> 1 + 9 * RNG.nextDouble());
            case LABELS -> drawn(row -> row % 3);
            case SCORES, PROBABILITIES -> drawn(row -> row % 2);
        };
    }

    private static Vector predicted(Domain domain) {
        return switch (domain) {
            case NUMBERS -> drawn(_ -> 10 * RNG.nextDouble());
            case LABELS -> drawn(_ -> RNG.nextInt(4));
            case SCORES -> drawn(_ -> RNG.nextInt(9));
            case PROBABILITIES -> drawn(_ -> (1 + RNG.nextInt(9)) / 10.0);
        };
    }

    @ParameterizedTest
    @FieldSource("METRICS")
    void aPerfectPredictionIsBestAndNoOtherIsBetter(Metric metric) {
        for (int repetition = 0; repetition < 50; repetition++) {
            Vector actual = actual(metric.domain);
            double other = metric.score.of(actual, predicted(metric.domain));

            assertThat(metric.score.of(actual, actual)).isEqualTo(metric.best, within(1e-15));
            if (metric.higherIsBetter) {
                assertThat(other).isLessThanOrEqualTo(metric.best);
            } else {
                assertThat(other).isGreaterThanOrEqualTo(metric.best);
            }
        }
    }

    @ParameterizedTest
    @FieldSource("METRICS")
    void rowOrderDoesNotMatter(Metric metric) {
        for (int repetition = 0; repetition < 20; repetition++) {
            Vector actual = actual(metric.domain);
            Vector predicted = predicted(metric.domain);
            int[] order = RNG.permutation(N);

            assertThat(metric.score.of(drawn(row -> actual.get(order[row])), drawn(row -> predicted.get(order[row]))))
                    .isEqualTo(metric.score.of(actual, predicted), within(1e-12));
        }
    }

    @ParameterizedTest
    @FieldSource("METRICS")
    void valueIsFinite(Metric metric) {
        for (int repetition = 0; repetition < 20; repetition++) {
            assertThat(metric.score.of(actual(metric.domain), predicted(metric.domain)))
                    .isFinite();
        }
    }

    @ParameterizedTest
    @FieldSource("METRICS")
    void differentLengthsThrowWithBoth(Metric metric) {
        Vector one = Vector.of(1);
        Vector two = Vector.of(1, 0);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> metric.score.of(one, two))
                .withMessageContaining("there are 1 ")
                .withMessageContaining(" and 2 ");
        assertThatIllegalArgumentException().isThrownBy(() -> metric.score.of(two, one));
    }

    @ParameterizedTest
    @FieldSource("METRICS")
    void noRowsThrows(Metric metric) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> metric.score.of(Vector.of(), Vector.of()))
                .withMessageContaining("needs at least 1 row");
    }

    @ParameterizedTest
    @FieldSource("METRICS")
    void nonFiniteValuesThrow(Metric metric) {
        if (metric.domain == Domain.LABELS) {
            return;
        }
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> metric.score.of(Vector.of(1, 0, 1), Vector.of(0.5, 0.5, bad)))
                    .withMessageContaining("at row 2");
            if (metric.domain == Domain.NUMBERS) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> metric.score.of(Vector.of(1, bad, 1), Vector.of(0.5, 0.5, 0.5)))
                        .withMessageContaining("targets must be finite, got " + bad + " at row 1");
            }
        }
    }
}
