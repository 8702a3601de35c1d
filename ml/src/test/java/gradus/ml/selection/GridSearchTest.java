package gradus.ml.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import gradus.ml.classic.Classifier;
import gradus.ml.classic.GaussianNaiveBayes;
import gradus.ml.classic.GradientDescentRegression;
import gradus.ml.classic.KNearestNeighbours;
import gradus.ml.classic.Ridge;
import gradus.ml.data.split.Folds;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Rng;
import gradus.ml.score.ClassificationMetric;
import gradus.ml.score.Direction;
import gradus.ml.score.FoldScores;
import gradus.ml.score.RegressionMetric;
import gradus.ml.score.RegressionMetrics;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GridSearchTest {

    private static final int N = 30;

    private final Matrix x = Matrix.from(N, 1, (r, _) -> r);
    private final Vector y = Vector.from(N, r -> 2 * r + 1);
    private final int[] labels = IntStream.range(0, N).map(r -> r % 3).toArray();

    @Test
    void bestClassifierIsSelectedAndTheFirstIfTied() {
        Matrix apart = Matrix.from(N, 1, (r, _) -> labels[r]);
        Classifier<KNearestNeighbours.ClassificationModel> near = new KNearestNeighbours(1);
        Classifier<KNearestNeighbours.ClassificationModel> all = new KNearestNeighbours(20);
        var tuned = new GridSearchClassifier<>(List.of(all, near, near), 3, ClassificationMetric.ACCURACY, 1);

        assertThat(tuned.bestIndex(apart, labels)).isEqualTo(1);
        assertThat(tuned.fit(apart, labels).predict(apart)).containsExactly(labels);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new GridSearchClassifier<>(List.<KNearestNeighbours>of(), 3, ClassificationMetric.ACCURACY, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GridSearchRegressor<>(List.of(new Ridge(1)), 1, RegressionMetric.R2, 1))
                .withMessage("tuning needs at least 1 candidate and 2 folds, got 1 candidates and 1 folds");
    }

    @Test
    void aClassOfOneRowIsRefused() {
        int[] lonely = labels.clone();
        lonely[4] = 9;
        var tuned = new GridSearchClassifier<>(List.of(new GaussianNaiveBayes()), 3, ClassificationMetric.ACCURACY, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tuned.fit(x, lonely))
                .withMessageContainingAll("at least 2 rows of each class", "class 9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tuned.fit(x, lonely, Vector.from(N, _ -> 2)))
                .withMessageContainingAll("at least 2 rows of each class", "class 9");
    }

    @Test
    void theBetterCandidateIsChosenWhicheverWayTheMetricPoints() {
        var good = new Ridge(0);
        var bad = new Ridge(1e6);
        for (RegressionMetric metric : List.of(
                RegressionMetric.MEAN_SQUARED_ERROR,
                RegressionMetric.R2,
                RegressionMetric.EXPLAINED_VARIANCE,
                RegressionMetric.MAX_ERROR,
                RegressionMetric.higherIsBetter("negated error", (a, p, _) -> -RegressionMetrics.maxError(a, p)))) {
            assertThat(new GridSearchRegressor<>(List.of(bad, good, bad), 3, metric, 1).bestIndex(x, y))
                    .as(metric.name())
                    .isEqualTo(1);
        }
        Matrix apart = Matrix.from(N, 1, (r, _) -> labels[r]);
        for (ClassificationMetric metric : List.of(
                ClassificationMetric.ACCURACY,
                ClassificationMetric.LOG_LOSS,
                ClassificationMetric.BRIER_SCORE,
                ClassificationMetric.ROC_AUC)) {
            var candidates = List.of(new KNearestNeighbours(20), new KNearestNeighbours(1));
            assertThat(new GridSearchClassifier<>(candidates, 3, metric, 1).bestIndex(apart, labels))
                    .as(metric.name())
                    .isEqualTo(1);
        }
    }

    @Test
    void aScoreThatIsNotANumberNeverWins() {
        RegressionMetric broken = RegressionMetric.lowerIsBetter("broken", (_, _, _) -> Double.NaN);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GridSearchRegressor<>(List.of(new Ridge(1)), 2, broken, 1).bestIndex(x, y))
                .withMessageContaining("there is no best of 1 scores");
        assertThat(Direction.LOWER_IS_BETTER.bestIndex(Double.NaN, 4, 3, 3)).isEqualTo(2);
        assertThat(Direction.HIGHER_IS_BETTER.bestIndex(Double.NaN, Double.NEGATIVE_INFINITY))
                .isEqualTo(1);
    }

    @Test
    void aCandidateThatFailsIsNamed() {
        var candidates = List.of(new KNearestNeighbours(1), new KNearestNeighbours(29));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GridSearchRegressor<>(candidates, 3, RegressionMetric.R2, 1).fit(x, y))
                .withMessageContainingAll("candidate 1, KNearestNeighbours[k=29", "split 0", "k = 29 for 20 rows");
    }

    @Test
    void moreFoldsThanRowsAndFoldsWithoutAnswerAreRefused() {
        var candidates = List.of(new Ridge(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GridSearchRegressor<>(candidates, 31, RegressionMetric.R2, 1).fit(x, y))
                .withMessage("k must be at least 2 and at most the number of rows, 30, got 31");
        // With one row in each fold, there is no variance to explain.
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GridSearchRegressor<>(candidates, 30, RegressionMetric.R2, 1).fit(x, y))
                .withMessageContainingAll("split 0", "targets must not all be equal");
        var classifiers = List.of(new GaussianNaiveBayes());
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new GridSearchClassifier<>(classifiers, 31, ClassificationMetric.ACCURACY, 1).fit(x, labels));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new GridSearchClassifier<>(classifiers, 30, ClassificationMetric.ROC_AUC, 1).fit(x, labels))
                .withMessageContainingAll("split 0", "has no rows");
        assertThat(new GridSearchClassifier<>(classifiers, 30, ClassificationMetric.LOG_LOSS, 1).bestIndex(x, labels))
                .isZero();
    }

    @Test
    void anInfiniteLossLosesButIsAScore() {
        // The first candidate gives a true class probability 0 in some fold.
        var sure = new KNearestNeighbours(1);
        var careful = new GaussianNaiveBayes();
        Matrix noise = Matrix.from(N, 1, (r, _) -> Math.sin(r));
        List<Classifier<? extends Classifier.Probabilistic>> candidates = List.of(sure, careful);
        assertThat(new GridSearchClassifier<Classifier.Probabilistic>(candidates, 3, ClassificationMetric.LOG_LOSS, 1)
                        .bestIndex(noise, labels))
                .isEqualTo(1);
    }

    @Test
    void weightsCountInFittingAndInScoring() {
        // Rows of weight 0 have other targets, so only a fit and a score without them is perfect.
        Vector weights = Vector.from(N, r -> r < 15 ? 1 : 0);
        Vector spoilt = Vector.from(N, r -> r < 15 ? r / 5 : -99);
        Matrix groups = Matrix.from(N, 1, (r, _) -> r < 15 ? r / 5 : r);
        var candidates = List.of(new KNearestNeighbours(8), new KNearestNeighbours(1));
        var tuned = new GridSearchRegressor<>(candidates, 3, RegressionMetric.MEAN_SQUARED_ERROR, 1);

        assertThat(tuned.fit(groups, spoilt, weights).estimator().k()).isEqualTo(1);
        var validation = new CrossValidation(Folds.of(N, 3, Rng.of(1)));
        FoldScores scores = validation.evaluate(
                new KNearestNeighbours(1), groups, spoilt, weights, RegressionMetric.MEAN_SQUARED_ERROR);
        assertThat(scores.scores()).isEqualTo(Vector.of(0, 0, 0));

        int[] classes = IntStream.range(0, N).map(r -> r < 15 ? r / 5 : 7).toArray();
        assertThat(validation
                        .evaluate(new KNearestNeighbours(1), groups, classes, weights, ClassificationMetric.MACRO_F1)
                        .mean())
                .isEqualTo(1);
        assertThat(new GridSearchClassifier<>(candidates, 3, ClassificationMetric.ACCURACY, 1)
                        .fit(groups, classes, weights)
                        .classes())
                .containsExactly(0, 1, 2);
    }

    @Test
    void candidatesThatTakeNoWeightsAreRefusedWithTheirName() {
        var tuned =
                new GridSearchRegressor<>(List.of(new GradientDescentRegression(0.1, 3)), 3, RegressionMetric.R2, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tuned.fit(x, y, Vector.from(N, _ -> 1)))
                .withMessageContainingAll("candidate GradientDescentRegression", "takes no weights");
        var validation = new CrossValidation(Folds.of(N, 3, Rng.of(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> validation.evaluate(new KNearestNeighbours(1), x, y, Vector.of(1), RegressionMetric.R2))
                .withMessage("there are 30 rows, but 1 weights; each row needs one");
    }
}
