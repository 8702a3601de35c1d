package gradus.ml.score;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// A metric of any kind, with its arguments given as vectors, and the list of all metrics.
///
/// @param weighted the form with a weight for each row; null if there is none
/// @param best the value of a perfect prediction
/// @param worst no value is worse, however bad the prediction
record Metric(
        String name,
        Score score,
        WeightedScore weighted,
        Domain domain,
        double best,
        double worst,
        Direction direction) {

    @FunctionalInterface
    interface Score {
        double of(Vector actual, Vector predicted);
    }

    @FunctionalInterface
    interface WeightedScore {
        double of(Vector actual, Vector predicted, Vector weights);
    }

    enum Domain {
        NUMBERS,
        LABELS,
        SCORES,
        PROBABILITIES
    }

    static final List<Metric> ALL = List.of(
            numbers(RegressionMetric.MEAN_SQUARED_ERROR),
            numbers(RegressionMetric.ROOT_MEAN_SQUARED_ERROR),
            numbers(RegressionMetric.MEAN_ABSOLUTE_ERROR),
            numbers(RegressionMetric.MEDIAN_ABSOLUTE_ERROR),
            numbers(RegressionMetric.MAX_ERROR),
            numbers(RegressionMetric.MEAN_ABSOLUTE_PERCENTAGE_ERROR),
            numbers(RegressionMetric.pinballLoss(0.3)),
            numbers(RegressionMetric.R2),
            numbers(RegressionMetric.EXPLAINED_VARIANCE),
            labels(ClassificationMetric.ACCURACY, 0, ClassificationMetrics::accuracy),
            labels(ClassificationMetric.BALANCED_ACCURACY, 0, ClassificationMetrics::balancedAccuracy),
            labels(ClassificationMetric.MACRO_F1, 0, ClassificationMetrics::macroF1),
            labels(ClassificationMetric.MATTHEWS_CORRELATION, -1, ClassificationMetrics::matthewsCorrelation),
            labels(ClassificationMetric.COHEN_KAPPA, -1, ClassificationMetrics::cohenKappa),
            confusion("macro precision", ConfusionMatrix::macroPrecision),
            confusion("macro recall", ConfusionMatrix::macroRecall),
            confusion("micro F1", ConfusionMatrix::microF1),
            clusters("adjusted Rand index", -1, ClusteringMetrics::adjustedRandIndex),
            clusters("mutual information", 0, ClusteringMetrics::normalisedMutualInformation),
            scores(
                    "two-class area under the ROC curve",
                    (a, s, w) -> RocCurve.of(positives(a), s, w).auc()),
            scores(
                    "average precision",
                    (a, s, w) -> PrecisionRecallCurve.of(positives(a), s, w).averagePrecision()),
            scores(
                    ClassificationMetric.ROC_AUC.name(),
                    (a, s, w) -> MulticlassRocAuc.oneVsRest(
                            ints(a), both(s), List.of(0, 1), MulticlassRocAuc.Average.MACRO, w)),
            scores(
                    "one-vs-one area under the ROC curve",
                    (a, s, w) -> MulticlassRocAuc.oneVsOne(
                            ints(a), both(s), List.of(0, 1), MulticlassRocAuc.Average.MACRO, w)),
            rankings("reciprocal rank", (a, s) -> RankingMetrics.reciprocalRank(positives(a), s)),
            rankings("NDCG", (a, s) -> RankingMetrics.ndcg(a, s, 10)),
            probabilities(
                    "two-class log loss",
                    Double.POSITIVE_INFINITY,
                    (a, p, w) -> ProbabilityMetrics.logLoss(positives(a), p, w)),
            probabilities("two-class Brier score", 1, (a, p, w) -> ProbabilityMetrics.brierScore(positives(a), p, w)),
            probabilities(
                    ClassificationMetric.LOG_LOSS.name(),
                    Double.POSITIVE_INFINITY,
                    (a, p, w) -> ProbabilityMetrics.logLoss(ints(a), both(p), List.of(0, 1), w)),
            probabilities(
                    ClassificationMetric.BRIER_SCORE.name(),
                    2,
                    (a, p, w) -> ProbabilityMetrics.brierScore(ints(a), both(p), List.of(0, 1), w)),
            probabilities(
                    "calibration",
                    1,
                    (a, p, w) -> CalibrationCurve.of(positives(a), p, w, 5).expectedCalibrationError()),
            probabilities(
                    "largest calibration error",
                    1,
                    (a, p, w) -> CalibrationCurve.of(positives(a), p, w, 5).maximumCalibrationError()));

    private static Metric numbers(RegressionMetric metric) {
        boolean lower = metric.direction() == Direction.LOWER_IS_BETTER;
        return new Metric(
                metric.name(),
                metric::compute,
                metric::compute,
                Domain.NUMBERS,
                lower ? 0 : 1,
                lower ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY,
                metric.direction());
    }

    @FunctionalInterface
    private interface LabelScore {
        double of(int[] actual, int[] predicted);
    }

    private static Metric labels(ClassificationMetric.OfLabels metric, double worst, LabelScore unweighted) {
        return new Metric(
                metric.name(),
                (a, p) -> unweighted.of(ints(a), ints(p)),
                (a, p, w) -> metric.formula().compute(ints(a), ints(p), w),
                Domain.LABELS,
                1,
                worst,
                metric.direction());
    }

    private static Metric confusion(String name, ToDoubleFunction<ConfusionMatrix> metric) {
        return new Metric(
                name,
                (a, p) -> metric.applyAsDouble(ConfusionMatrix.of(ints(a), ints(p))),
                (a, p, w) -> metric.applyAsDouble(ConfusionMatrix.of(ints(a), ints(p), w)),
                Domain.LABELS,
                1,
                0,
                Direction.HIGHER_IS_BETTER);
    }

    private static Metric clusters(String name, double worst, LabelScore metric) {
        return new Metric(
                name, (a, p) -> metric.of(ints(a), ints(p)), null, Domain.LABELS, 1, worst, Direction.HIGHER_IS_BETTER);
    }

    private static Metric scores(String name, WeightedScore metric) {
        Score unweighted = (a, s) -> metric.of(a, s, Means.ones(a.size()));
        return new Metric(name, unweighted, metric, Domain.SCORES, 1, 0, Direction.HIGHER_IS_BETTER);
    }

    private static Metric rankings(String name, Score metric) {
        return new Metric(name, metric, null, Domain.SCORES, 1, 0, Direction.HIGHER_IS_BETTER);
    }

    private static Metric probabilities(String name, double worst, WeightedScore metric) {
        Score unweighted = (a, p) -> metric.of(a, p, Means.ones(a.size()));
        return new Metric(name, unweighted, metric, Domain.PROBABILITIES, 0, worst, Direction.LOWER_IS_BETTER);
    }

    static int[] ints(Vector numbers) {
        return IntStream.range(0, numbers.size())
                .map(row -> (int) numbers.get(row))
                .toArray();
    }

    static boolean[] positives(Vector numbers) {
        return ClassificationMetrics.oneVsRest(ints(numbers), 1);
    }

    private static Matrix both(Vector p) {
        return Matrix.from(p.size(), 2, (r, c) -> c == 0 ? 1 - p.get(r) : p.get(r));
    }

    @Override
    public String toString() {
        return name;
    }
}
