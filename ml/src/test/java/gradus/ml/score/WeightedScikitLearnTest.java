package gradus.ml.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Metrics with weights, and for more than two classes, agree with those of scikit-learn, as recorded in
/// `scores.txt`.
class WeightedScikitLearnTest {

    private static final Vector TARGETS = Fixture.vector("targets");
    private static final Vector PREDICTIONS = Fixture.vector("predictions");
    private static final int[] LABELS = Fixture.labels("labels");
    private static final int[] GUESSES = Fixture.labels("guesses");
    private static final boolean[] POSITIVE = Fixture.positive("positive");
    private static final Vector SCORES = Fixture.vector("scores");
    private static final Vector PROBABILITIES = Fixture.vector("probabilities");
    private static final Matrix THREE = Fixture.matrix("three", 3);
    private static final List<Integer> CLASSES = List.of(-1, 2, 5);
    private static final Vector WEIGHTS = Fixture.vector("weights");

    private static void assertAgrees(String name, double value) {
        assertThat(value).as(name).isEqualTo(Fixture.one(name), within(1e-13));
    }

    @Test
    void regressionMetricsAgree() {
        assertAgrees("weightedMeanSquaredError", RegressionMetrics.meanSquaredError(TARGETS, PREDICTIONS, WEIGHTS));
        assertAgrees(
                "weightedRootMeanSquaredError", RegressionMetrics.rootMeanSquaredError(TARGETS, PREDICTIONS, WEIGHTS));
        assertAgrees("weightedMeanAbsoluteError", RegressionMetrics.meanAbsoluteError(TARGETS, PREDICTIONS, WEIGHTS));
        assertAgrees(
                "weightedMedianAbsoluteError", RegressionMetrics.medianAbsoluteError(TARGETS, PREDICTIONS, WEIGHTS));
        assertAgrees(
                "weightedMeanAbsolutePercentageError",
                RegressionMetrics.meanAbsolutePercentageError(TARGETS, PREDICTIONS, WEIGHTS));
        assertAgrees("weightedPinballLoss", RegressionMetrics.pinballLoss(TARGETS, PREDICTIONS, WEIGHTS, 0.2));
        assertAgrees("weightedR2", RegressionMetrics.r2(TARGETS, PREDICTIONS, WEIGHTS));
        assertAgrees("weightedExplainedVariance", RegressionMetrics.explainedVariance(TARGETS, PREDICTIONS, WEIGHTS));
    }

    @Test
    void metricsOfLabelsAgree() {
        Matrix confusion = ConfusionMatrix.of(LABELS, GUESSES, WEIGHTS).toMatrix();
        assertThat(confusion.minus(Fixture.matrix("weightedConfusion", 4)).norm())
                .isLessThan(1e-13);
        assertAgrees("weightedAccuracy", ClassificationMetrics.accuracy(LABELS, GUESSES, WEIGHTS));
        assertAgrees("weightedBalancedAccuracy", ClassificationMetrics.balancedAccuracy(LABELS, GUESSES, WEIGHTS));
        assertAgrees("weightedMacroF1", ClassificationMetrics.macroF1(LABELS, GUESSES, WEIGHTS));
        assertAgrees("weightedMatthews", ClassificationMetrics.matthewsCorrelation(LABELS, GUESSES, WEIGHTS));
        assertAgrees("weightedKappa", ClassificationMetrics.cohenKappa(LABELS, GUESSES, WEIGHTS));
    }

    @Test
    void curvesAndProbabilitiesAgree() {
        assertAgrees("weightedRocArea", RocCurve.of(POSITIVE, SCORES, WEIGHTS).auc());
        assertAgrees(
                "weightedAveragePrecision",
                PrecisionRecallCurve.of(POSITIVE, SCORES, WEIGHTS).averagePrecision());
        assertAgrees("weightedLogLoss", ProbabilityMetrics.logLoss(POSITIVE, PROBABILITIES, WEIGHTS));
        assertAgrees("weightedBrier", ProbabilityMetrics.brierScore(POSITIVE, PROBABILITIES, WEIGHTS));
        assertAgrees("weightedLogLoss3", ProbabilityMetrics.logLoss(LABELS, THREE, CLASSES, WEIGHTS));
        assertAgrees("weightedBrier3", ProbabilityMetrics.brierScore(LABELS, THREE, CLASSES, WEIGHTS));
    }

    @ParameterizedTest
    @CsvSource({"MACRO, macro, 0", "WEIGHTED, weighted, 1"})
    void multiclassAreasAgree(MulticlassRocAuc.Average average, String name, int index) {
        assertAgrees("ovr" + name, MulticlassRocAuc.oneVsRest(LABELS, THREE, CLASSES, average));
        assertAgrees("ovo" + name, MulticlassRocAuc.oneVsOne(LABELS, THREE, CLASSES, average));
        assertThat(MulticlassRocAuc.oneVsRest(LABELS, THREE, CLASSES, average, WEIGHTS))
                .isEqualTo(Fixture.all("ovrWeighted")[index], within(1e-13));
    }
}
