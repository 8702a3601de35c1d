package gradus.ml.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.classic.Classifier;
import gradus.ml.classic.GaussianNaiveBayes;
import gradus.ml.classic.LogisticRegression;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Rng;
import gradus.ml.score.CalibrationCurve;
import gradus.ml.score.ClassificationMetrics;
import gradus.ml.score.ProbabilityMetrics;
import gradus.ml.score.RocCurve;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CalibratedClassifierTest {

    private static final int N = 3000;

    private final Rng rng = Rng.of(5);
    private final int[] labels = IntStream.range(0, N).map(i -> i % 3).toArray();

    /// One informative feature, repeated six times: naive Bayes counts it six times and is far too sure.
    private Matrix repeated(int[] classes) {
        double[] feature = new double[classes.length];
        for (int i = 0; i < feature.length; i++) {
            feature[i] = 0.8 * classes[i] + rng.gaussian();
        }
        return Matrix.from(classes.length, 6, (i, _) -> feature[i]);
    }

    private static int[] binary(int[] classes) {
        return IntStream.of(classes).map(label -> label == 0 ? 0 : 1).toArray();
    }

    private static double calibrationError(Classifier.Probabilistic model, Matrix x, int[] classes) {
        boolean[] positive = ClassificationMetrics.oneVsRest(classes, 1);
        return CalibrationCurve.of(positive, clamped(model.probabilities(x).column(1)), 10)
                .expectedCalibrationError();
    }

    private static Vector clamped(Vector p) {
        return p.map(one -> Math.clamp(one, 0, 1));
    }

    @ParameterizedTest
    @CsvSource({"SIGMOID, true", "SIGMOID, false", "ISOTONIC, true", "ISOTONIC, false"})
    void overconfidentProbabilitiesAreCorrected(CalibrationMethod method, boolean ensemble) {
        int[] two = binary(labels);
        Matrix x = repeated(two);
        Matrix test = repeated(two);
        var raw = new GaussianNaiveBayes().fit(x, two);
        var calibrated = new CalibratedClassifier(new GaussianNaiveBayes(), method, 5, ensemble, 1).fit(x, two);

        assertThat(calibrationError(raw, test, two)).isGreaterThan(0.15);
        assertThat(calibrationError(calibrated, test, two)).isLessThan(0.05);
        boolean[] positive = ClassificationMetrics.oneVsRest(two, 1);
        assertThat(RocCurve.of(positive, calibrated.probabilities(test).column(1))
                        .auc())
                .isEqualTo(
                        RocCurve.of(positive, raw.probabilities(test).column(1)).auc(), within(0.01));
        assertThat(calibrated.members()).hasSize(ensemble ? 5 : 1);
    }

    @ParameterizedTest
    @EnumSource
    void threeClassesAreCalibratedToo(CalibrationMethod method) {
        Matrix x = repeated(labels);
        Matrix test = repeated(labels);
        var raw = new GaussianNaiveBayes().fit(x, labels);
        var calibrated = new CalibratedClassifier(new GaussianNaiveBayes(), method, 1).fit(x, labels);
        Matrix p = calibrated.probabilities(test);

        assertThat(ProbabilityMetrics.logLoss(labels, p, calibrated.classes()))
                .isLessThan(ProbabilityMetrics.logLoss(labels, raw.probabilities(test), raw.classes()) - 0.2);
        for (int i = 0; i < p.rows(); i++) {
            assertThat(p.get(i, 0) + p.get(i, 1) + p.get(i, 2)).isEqualTo(1, within(1e-14));
        }
    }

    @Test
    void probabilitiesThatAreRightStayAlmostTheSame() {
        int[] two = binary(labels);
        Matrix x = repeated(two).selectColumns(0);
        var raw = new LogisticRegression(1e-6).fit(x, two);
        var calibrated = new CalibratedClassifier(new LogisticRegression(1e-6), CalibrationMethod.SIGMOID, 5, false, 1)
                .fit(x, two);
        var sigmoid = (Calibrator.SigmoidCalibrator)
                calibrated.members().getFirst().calibrators().getFirst();

        assertThat(sigmoid.slope()).isEqualTo(1, within(0.05));
        assertThat(sigmoid.intercept()).isEqualTo(0, within(0.05));
        assertThat(calibrated.probabilities(x).minus(raw.probabilities(x)).norm() / Math.sqrt(N))
                .isLessThan(0.02);
    }

    /// A model that has seen a row says so, and each row must be scored by one that has not.
    @Test
    void eachRowIsScoredByAModelThatHasNotSeenIt() {
        int n = 40;
        Matrix x = Matrix.from(n, 1, (i, _) -> i);
        int[] two = IntStream.range(0, n).map(i -> i % 2).toArray();
        Classifier<Memory> estimator = (rows, _) -> new Memory(rows);
        var calibrated = new CalibratedClassifier(estimator, CalibrationMethod.ISOTONIC, 4, true, 3).fit(x, two);

        for (var member : calibrated.members()) {
            // Unseen rows have score 0.2 and are positive half of the time; a seen row would have 0.9.
            Calibrator calibrator = member.calibrators().getFirst();
            assertThat(calibrator.probability(0.2)).isEqualTo(0.5);
            assertThat(calibrator.probability(0.9)).isEqualTo(0.5);
        }
    }

    private record Memory(Matrix seen) implements Classifier.Probabilistic {

        @Override
        public int featureCount() {
            return 1;
        }

        @Override
        public java.util.List<Integer> classes() {
            return java.util.List.of(0, 1);
        }

        @Override
        public Matrix probabilities(Matrix x) {
            return Matrix.from(x.rows(), 2, (i, k) -> {
                boolean isSeen = IntStream.range(0, seen.rows()).anyMatch(r -> seen.get(r, 0) == x.get(i, 0));
                double p = isSeen ? 0.9 : 0.2;
                return k == 1 ? p : 1 - p;
            });
        }
    }

    @Test
    void aClassWithFewerRowsThanFoldsThrowsWithBothCounts() {
        Matrix x = Matrix.from(10, 1, (i, _) -> i);
        int[] rare = IntStream.range(0, 10).map(i -> i < 3 ? 7 : 1).toArray();
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new CalibratedClassifier(new GaussianNaiveBayes(), CalibrationMethod.SIGMOID, 1).fit(x, rare))
                .withMessageContainingAll("class 7 has 3 rows", "5 folds");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new CalibratedClassifier(new GaussianNaiveBayes(), CalibrationMethod.SIGMOID, 1, true, 1))
                .withMessageContaining("folds must be at least 2, got 1");
    }
}
