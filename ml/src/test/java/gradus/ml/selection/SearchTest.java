package gradus.ml.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import gradus.ml.classic.KNearestNeighbours;
import gradus.ml.classic.Ridge;
import gradus.ml.data.NumberColumn;
import gradus.ml.data.Table;
import gradus.ml.data.preprocess.Pipeline;
import gradus.ml.data.preprocess.PolynomialFeatures;
import gradus.ml.data.preprocess.StandardScaler;
import gradus.ml.data.split.Folds;
import gradus.ml.data.split.TrainTestSplit;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Rng;
import gradus.ml.score.ClassificationMetric;
import gradus.ml.score.Direction;
import gradus.ml.score.FoldScores;
import gradus.ml.score.RegressionMetric;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SearchTest {

    private static final int N = 40;
    private static final Matrix X = Matrix.from(N, 1, (r, _) -> Math.sin(r));
    private static final Vector SQUARES = Vector.from(N, r -> Math.sin(r) * Math.sin(r));
    private static final int[] LABELS =
            IntStream.range(0, N).map(r -> Math.sin(r) > 0 ? 1 : 0).toArray();
    private static final Table TABLE = Table.of("x", NumberColumn.of(X.flatten()))
            .withColumn(
                    "noise",
                    NumberColumn.of(
                            Vector.from(N, r -> 1e3 * Math.sin(1000 * r)).toArray()));

    private final CrossValidation validation = new CrossValidation(Folds.of(N, 4, Rng.of(1)));

    @Test
    void wholePipelinesAreCandidatesWhicheverWayTheMetricPoints() {
        var line = new PipelineRegressor<>(Pipeline.of(), new Ridge(0));
        var parabola = new PipelineRegressor<>(Pipeline.of(new PolynomialFeatures(2, "x")), new Ridge(0));
        for (RegressionMetric metric : List.of(RegressionMetric.MEAN_SQUARED_ERROR, RegressionMetric.R2)) {
            var search = validation.search(List.of(line, parabola), TABLE, SQUARES, metric);
            assertThat(search.best()).as(metric.name()).isEqualTo(parabola);
            assertThat(search.bestScores().scores())
                    .isEqualTo(validation
                            .evaluate(parabola, TABLE, SQUARES, metric)
                            .scores());
        }
        var raw = new PipelineClassifier<>(Pipeline.of(), new KNearestNeighbours(3));
        var scaled = new PipelineClassifier<>(Pipeline.of(new StandardScaler()), new KNearestNeighbours(3));
        for (ClassificationMetric metric : List.of(ClassificationMetric.ACCURACY, ClassificationMetric.BRIER_SCORE)) {
            assertThat(validation
                            .search(List.of(raw, scaled), TABLE, LABELS, metric)
                            .bestIndex())
                    .as(metric.name())
                    .isEqualTo(1);
        }
    }

    @Test
    void givenSplitsAreUsedAlsoThoseByTime() {
        long[] times = IntStream.range(0, N).mapToLong(row -> row).toArray();
        var byTime = new CrossValidation(Folds.byTime(times, 3, 5));
        var ridges = List.of(new Ridge(10), new Ridge(0), new Ridge(100));
        Vector line = Vector.from(N, r -> 2 * X.get(r, 0));

        SearchResult<Ridge> search = byTime.search(ridges, X, line, RegressionMetric.MAX_ERROR);

        assertThat(search.best()).isEqualTo(new Ridge(0));
        assertThat(search.scores())
                .hasSize(3)
                .allSatisfy(scores -> assertThat(scores.scores().size()).isEqualTo(3));
        var single = new CrossValidation(List.of(TrainTestSplit.byTime(times, 0.3, 5)));
        assertThat(single.search(ridges, X, line, RegressionMetric.R2).bestIndex())
                .isEqualTo(1);
        assertThat(single.search(List.of(new KNearestNeighbours(1)), X, LABELS, ClassificationMetric.ACCURACY)
                        .bestIndex())
                .isZero();
    }

    @Test
    void aSearchInAnOuterCrossValidationSeesNoOuterTestSet() {
        var candidates = List.of(
                new PipelineRegressor<>(Pipeline.of(), new Ridge(0)),
                new PipelineRegressor<>(Pipeline.of(new PolynomialFeatures(2, "x")), new Ridge(0)));
        TableRegressor tuned = (features, y) -> {
            assertThat(features.rows()).isEqualTo(30);
            return new CrossValidation(Folds.of(features.rows(), 5, Rng.of(2)))
                    .search(candidates, features, y, RegressionMetric.R2)
                    .best()
                    .fit(features, y);
        };

        assertThat(validation
                        .evaluate(tuned, TABLE, SQUARES, RegressionMetric.R2)
                        .mean())
                .isGreaterThan(0.999);
    }

    @Test
    void theFirstOfEquallyGoodCandidatesIsTheBestAndNoneIsWithoutANumber() {
        var tied = new SearchResult<>(List.of("a", "b", "c"), List.of(of(2), of(1), of(1)), Direction.LOWER_IS_BETTER);
        assertThat(tied.best()).isEqualTo("b");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new SearchResult<>(List.of("a"), List.of(of(Double.NaN)), Direction.LOWER_IS_BETTER).best())
                .withMessageContaining("there is no best of 1 scores");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> validation.search(List.<Ridge>of(), X, SQUARES, RegressionMetric.R2))
                .withMessage("a search needs at least 1 candidate and the scores of each, got 0 candidates and the "
                        + "scores of 0");
        var failing = new PipelineRegressor<>(Pipeline.of(new StandardScaler("nois")), new Ridge(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> validation.search(List.of(failing), TABLE, SQUARES, RegressionMetric.R2))
                .withMessageContainingAll("candidate 0", "split 0", "no column \"nois\"");
    }

    private static FoldScores of(double score) {
        return new FoldScores(Vector.of(score), 0.25);
    }
}
