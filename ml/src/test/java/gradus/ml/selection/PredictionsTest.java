package gradus.ml.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.classic.GaussianNaiveBayes;
import gradus.ml.classic.KNearestNeighbours;
import gradus.ml.classic.Perceptron;
import gradus.ml.classic.Ridge;
import gradus.ml.data.NumberColumn;
import gradus.ml.data.Table;
import gradus.ml.data.preprocess.Pipeline;
import gradus.ml.data.preprocess.StandardScaler;
import gradus.ml.data.split.Folds;
import gradus.ml.data.split.Labels;
import gradus.ml.data.split.TrainTestSplit;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Rng;
import gradus.ml.score.ClassificationMetric;
import gradus.ml.score.RegressionMetric;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PredictionsTest {

    private static final int N = 30;
    private static final Matrix X = Matrix.from(N, 1, (r, _) -> Math.sin(r) + r % 2);
    private static final Vector Y = Vector.from(N, r -> Math.cos(r) + r % 2);
    private static final int[] LABELS =
            IntStream.range(0, N).map(r -> r % 2 == 0 ? 4 : 9).toArray();
    private static final Table TABLE = Table.of("x", NumberColumn.of(X.flatten()));

    private final CrossValidation validation = new CrossValidation(Folds.stratified(LABELS, 5, Rng.of(1)));

    @Test
    void eachRowIsPredictedByTheModelThatHasNotSeenIt() {
        Predictions.Numbers numbers = validation.predict(new Ridge(1), X, Y);
        Predictions.Labels labels = validation.predict(new GaussianNaiveBayes(), X, LABELS);
        Predictions.Probabilities probabilities = validation.predictProbabilities(new GaussianNaiveBayes(), X, LABELS);

        assertThat(numbers.rows()).containsExactly(IntStream.range(0, N).toArray());
        assertThat(numbers.actual()).isEqualTo(Y);
        assertThat(labels.actual()).containsExactly(LABELS);
        assertThat(probabilities.classes()).containsExactly(4, 9);
        for (TrainTestSplit split : validation.splits()) {
            Matrix train = X.selectRows(split.train());
            Matrix test = X.selectRows(split.test());
            var ridge = new Ridge(1).fit(train, Y.selectRows(split.train()));
            int[] own = Labels.selectRows(LABELS, split.train());
            var bayes = new GaussianNaiveBayes().fit(train, own);
            assertThat(numbers.predicted().selectRows(split.test())).isEqualTo(ridge.predict(test));
            assertThat(Labels.selectRows(labels.predicted(), split.test())).containsExactly(bayes.predict(test));
            assertThat(probabilities.probabilities().selectRows(split.test())).isEqualTo(bayes.probabilities(test));
        }
    }

    @Test
    void tablesAndMatricesGiveTheSamePredictions() {
        var none = Pipeline.of();
        assertThat(validation.predict(new PipelineRegressor<>(none, new Ridge(1)), TABLE, Y))
                .isEqualTo(validation.predict(new Ridge(1), X, Y))
                .hasSameHashCodeAs(validation.predict(new Ridge(1), X, Y))
                .isNotEqualTo(validation.predict(new Ridge(2), X, Y));
        var bayes = new PipelineClassifier<>(none, new GaussianNaiveBayes());
        assertThat(validation.predict(bayes, TABLE, LABELS))
                .isEqualTo(validation.predict(new GaussianNaiveBayes(), X, LABELS))
                .hasSameHashCodeAs(validation.predict(new GaussianNaiveBayes(), X, LABELS));
        assertThat(validation.predictProbabilities(bayes, TABLE, LABELS))
                .isEqualTo(validation.predictProbabilities(new GaussianNaiveBayes(), X, LABELS))
                .hasSameHashCodeAs(validation.predictProbabilities(new GaussianNaiveBayes(), X, LABELS));
        assertThat(validation
                        .evaluate(bayes, TABLE, LABELS, ClassificationMetric.LOG_LOSS)
                        .scores())
                .isEqualTo(validation
                        .evaluate(new GaussianNaiveBayes(), X, LABELS, ClassificationMetric.LOG_LOSS)
                        .scores());
    }

    @Test
    void theMetricOfAllRowsIsTheMeanOfTheFoldsWhereTestSetsAreEquallyLarge() {
        Predictions.Probabilities probabilities = validation.predictProbabilities(new GaussianNaiveBayes(), X, LABELS);
        for (ClassificationMetric metric : List.of(
                ClassificationMetric.LOG_LOSS, ClassificationMetric.BRIER_SCORE, ClassificationMetric.ACCURACY)) {
            assertThat(probabilities.score(metric))
                    .as(metric.name())
                    .isEqualTo(
                            validation
                                    .evaluate(new GaussianNaiveBayes(), X, LABELS, metric)
                                    .mean(),
                            within(1e-12));
        }
        assertThat(validation.predict(new Ridge(1), X, Y).score(RegressionMetric.MEAN_SQUARED_ERROR))
                .isEqualTo(
                        validation
                                .evaluate(new Ridge(1), X, Y, RegressionMetric.MEAN_SQUARED_ERROR)
                                .mean(),
                        within(1e-12));
        assertThat(validation.predict(new GaussianNaiveBayes(), X, LABELS))
                .isEqualTo(probabilities.mostProbable())
                .isEqualTo(probabilities.at(0.5));
    }

    @Test
    void theThresholdOfLowestCostGivesThatCost() {
        Predictions.Probabilities probabilities = validation.predictProbabilities(new GaussianNaiveBayes(), X, LABELS);
        var curve = probabilities.rocCurve(9);
        double threshold = curve.minimumCostThreshold(1, 10);

        int[] predicted = probabilities.at(threshold).predicted();
        double cost = IntStream.range(0, N)
                .mapToDouble(row -> predicted[row] == LABELS[row] ? 0 : LABELS[row] == 9 ? 10 : 1)
                .sum();
        assertThat(cost).isEqualTo(curve.cost(threshold, 1, 10), within(1e-12));
        assertThat(cost).isLessThanOrEqualTo(curve.cost(0.5, 1, 10));
        assertThat(probabilities.at(threshold).confusionMatrix().accuracy())
                .isEqualTo(probabilities.at(threshold).score(ClassificationMetric.ACCURACY));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> probabilities.rocCurve(5))
                .withMessage("there is no class 5; the classes are [4, 9]");
    }

    @Test
    void splitsByTimePredictTheLaterRowsOnly() {
        long[] times = IntStream.range(0, N).mapToLong(row -> row).toArray();
        Predictions.Numbers later = new CrossValidation(Folds.byTime(times, 4)).predict(new Ridge(1), X, Y);

        assertThat(later.rows()).containsExactly(IntStream.range(6, N).toArray());
        assertThat(later.actual()).isEqualTo(Y.selectRows(later.rows()));
    }

    @Test
    void aClassThatAModelHasNotSeenHasProbability0() {
        int[] labels = {1, 1, 2, 2, 3, 3};
        Matrix x = Matrix.from(6, 1, (r, _) -> r);
        var splits = List.of(
                new TrainTestSplit(new int[] {2, 3, 4, 5}, new int[] {0, 1}),
                new TrainTestSplit(new int[] {0, 1, 4, 5}, new int[] {2}));
        Predictions.Probabilities probabilities =
                new CrossValidation(splits).predictProbabilities(new KNearestNeighbours(1), x, labels);

        assertThat(probabilities.classes()).containsExactly(1, 2, 3);
        assertThat(probabilities.rows()).containsExactly(0, 1, 2);
        assertThat(probabilities.probabilities())
                .isEqualTo(Matrix.of(new double[] {0, 1, 0}, new double[] {0, 1, 0}, new double[] {1, 0, 0}));
    }

    @Test
    void predictionsThatCannotBeMadeAreRefusedInASentence() {
        var twice = new CrossValidation(List.of(
                new TrainTestSplit(new int[] {0, 1}, new int[] {3}),
                new TrainTestSplit(new int[] {0, 2}, new int[] {3})));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> twice.predict(new Ridge(1), X, Y))
                .withMessage("row 3 is tested by several splits, so it has several predictions; use splits that test a "
                        + "row at most once, such as those of Folds");
        var labelsOnly = new PipelineClassifier<>(Pipeline.of(new StandardScaler()), new Perceptron(5));
        assertThat(validation.predict(labelsOnly, TABLE, LABELS).predicted()).hasSize(N);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> validation.predictProbabilities(labelsOnly, TABLE, LABELS))
                .withMessageContainingAll("split 0", "predicts labels only");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> validation.predict(new Ridge(1), X, Vector.of(1)))
                .withMessage("there are 30 rows, but 1 targets; each row needs one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Predictions.Labels(new int[1], new int[1], new int[2]))
                .withMessage("each row needs a true and a predicted value, got 1 rows, 1 true and 2 predicted values");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Predictions.Probabilities(
                        new int[1], new int[1], List.of(1), Matrix.of(new double[] {0.5, 0.5})))
                .withMessage("each class needs a column of probabilities, got 1 classes and 2 columns");
    }
}
