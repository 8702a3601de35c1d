package gradus.ml.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.classic.KNearestNeighbours;
import gradus.ml.classic.Perceptron;
import gradus.ml.classic.Regressor;
import gradus.ml.classic.Ridge;
import gradus.ml.data.NumberColumn;
import gradus.ml.data.Table;
import gradus.ml.data.io.Csv;
import gradus.ml.data.preprocess.EncodedLabels;
import gradus.ml.data.preprocess.Pipeline;
import gradus.ml.data.preprocess.Preprocessor;
import gradus.ml.data.preprocess.StandardScaler;
import gradus.ml.data.split.Folds;
import gradus.ml.data.split.TrainTestSplit;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Rng;
import gradus.ml.score.ClassificationMetric;
import gradus.ml.score.FoldScores;
import gradus.ml.score.RegressionMetric;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CrossValidationTest {

    private static final int N = 30;

    private final Matrix x = Matrix.from(N, 1, (r, _) -> r);
    private final Vector y =
            Vector.of(IntStream.range(0, N).mapToDouble(r -> 2 * r + 1).toArray());
    private final int[] labels = IntStream.range(0, N).map(r -> r % 3).toArray();

    /// Predicts the mean of its targets, and records which rows it was given.
    private record Spy(List<List<Double>> seen, List<Mean> models) implements Regressor<Mean> {
        Spy() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        @Override
        public Mean fit(Matrix x, Vector y) {
            seen.add(Arrays.stream(x.flatten()).boxed().toList());
            var model = new Mean(Arrays.stream(y.toArray()).average().orElseThrow(), new ArrayList<>());
            models.add(model);
            return model;
        }
    }

    private record Mean(double value, List<Double> predicted) implements Regressor.Fitted {
        @Override
        public int featureCount() {
            return 1;
        }

        @Override
        public Vector predict(Matrix x) {
            Arrays.stream(x.flatten()).forEach(predicted::add);
            double[] all = new double[x.rows()];
            Arrays.fill(all, value);
            return Vector.of(all);
        }
    }

    @Test
    void eachRowIsTestedOnceByAModelThatHasNotSeenIt() {
        var spy = new Spy();
        var validation = new CrossValidation(Folds.of(N, 5, Rng.of(1)));

        FoldScores scores = validation.evaluate(spy, x, y, RegressionMetric.MEAN_ABSOLUTE_ERROR);

        assertThat(scores.scores().size()).isEqualTo(5);
        assertThat(new HashSet<>(spy.models).size()).isEqualTo(5);
        var tested = new ArrayList<Double>();
        for (int fold = 0; fold < 5; fold++) {
            assertThat(spy.seen.get(fold)).hasSize(24).doesNotContainAnyElementsOf(spy.models.get(fold).predicted);
            tested.addAll(spy.models.get(fold).predicted);
        }
        assertThat(tested)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(x.flatten()).boxed().toList());
    }

    @Test
    void scoresAreComputedOnTheTestSet() {
        var validation = new CrossValidation(List.of(new TrainTestSplit(new int[] {0, 2}, new int[] {1, 4})));

        FoldScores scores = validation.evaluate(new Spy(), x, y, RegressionMetric.MEAN_ABSOLUTE_ERROR);

        // The mean of 1 and 5 is 3; the targets are 3 and 9.
        assertThat(scores.scores()).isEqualTo(Vector.of(3));
        assertThat(scores.mean()).isEqualTo(3);
        assertThat(scores.standardDeviation()).isEmpty();
        assertThat(scores.correctedStandardError()).isEmpty();
    }

    @Test
    void pipelineIsFittedToEachTrainingSet() {
        Table table = Table.of("x", NumberColumn.of(x.flatten()));
        var seen = new ArrayList<Integer>();
        Preprocessor spy = training -> {
            seen.add(training.rows());
            return encoded -> encoded;
        };
        var validation = new CrossValidation(Folds.of(N, 5, Rng.of(1)));

        FoldScores scores = validation.evaluate(
                new PipelineRegressor<>(Pipeline.of(spy), new Ridge(0)), table, y, RegressionMetric.R2);

        assertThat(seen).containsExactly(24, 24, 24, 24, 24);
        assertThat(scores.mean()).isEqualTo(1, within(1e-12));
    }

    @Test
    void standardisingHelpsNearestNeighboursIfUnitsDiffer() {
        Rng rng = Rng.of(5);
        Table table = Table.of(
                        "useful",
                        NumberColumn.of(IntStream.range(0, 90)
                                .mapToDouble(r -> r % 3 + 0.2 * rng.gaussian())
                                .toArray()))
                .withColumn(
                        "noise",
                        NumberColumn.of(IntStream.range(0, 90)
                                .mapToDouble(_ -> 1000 * rng.gaussian())
                                .toArray()));
        int[] classes = IntStream.range(0, 90).map(r -> r % 3).toArray();
        var validation = new CrossValidation(Folds.stratified(classes, 5, Rng.of(1)));
        var raw = new PipelineClassifier<>(Pipeline.of(), new KNearestNeighbours(3));
        var scaled = new PipelineClassifier<>(Pipeline.of(new StandardScaler()), new KNearestNeighbours(3));

        FoldScores rawScores = validation.evaluate(raw, table, classes, ClassificationMetric.ACCURACY);
        FoldScores scaledScores = validation.evaluate(scaled, table, classes, ClassificationMetric.ACCURACY);

        assertThat(rawScores.mean()).isLessThan(0.6);
        assertThat(scaledScores.mean()).isGreaterThan(0.8);
        FoldScores gain = scaledScores.minus(rawScores);
        assertThat(gain.mean()).isEqualTo(scaledScores.mean() - rawScores.mean(), within(1e-15));
        assertThat(gain.mean()).isGreaterThan(3 * gain.correctedStandardError().orElseThrow());
    }

    @Test
    void classifiesIris() {
        Table iris = Csv.read(Path.of(System.getProperty("gradus.root"), "data", "iris", "iris.csv"));
        EncodedLabels species = EncodedLabels.of(iris.column("species"));
        var validation = new CrossValidation(Folds.stratified(species.classIndices(), 10, Rng.of(1)));

        FoldScores scores = validation.evaluate(
                new PipelineClassifier<>(Pipeline.of(new StandardScaler()), new KNearestNeighbours(5)),
                iris.drop("species"),
                species.classIndices(),
                ClassificationMetric.ACCURACY);

        assertThat(scores.mean()).isBetween(0.93, 0.98);
    }

    @Test
    void tuningDoesNotSeeTheOuterTestSet() {
        var best = new Spy();
        Regressor<Mean> worse = (features, targets) -> new Mean(1e6, new ArrayList<>());
        var tuned = new GridSearchRegressor<>(List.of(worse, best), 3, RegressionMetric.MEAN_SQUARED_ERROR, 7);
        var outer = new CrossValidation(Folds.of(N, 5, Rng.of(1)));

        outer.evaluate(tuned, x, y, RegressionMetric.MEAN_SQUARED_ERROR);

        // For each outer split: three inner folds of the 24 rows, then all 24.
        assertThat(best.seen).extracting(List::size).startsWith(16, 16, 16, 24).hasSize(20);
        for (int fold = 0; fold < 5; fold++) {
            List<Double> refitted = best.seen.get(4 * fold + 3);
            for (int inner = 0; inner < 3; inner++) {
                assertThat(refitted).containsAll(best.seen.get(4 * fold + inner));
            }
        }
        assertThat(tuned.bestIndex(x, y)).isEqualTo(1);
    }

    @Test
    void aMetricOfProbabilitiesNeedsAProbabilisticClassifier() {
        var validation = new CrossValidation(Folds.of(N, 3, Rng.of(1)));
        int[] two = Arrays.stream(labels).map(label -> label == 0 ? 0 : 1).toArray();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> validation.evaluate(new Perceptron(5), x, two, ClassificationMetric.LOG_LOSS))
                .withMessageContaining("log loss needs probabilities");
    }

    @Test
    void invalidSplitsThrowWithTheirIndex() {
        TrainTestSplit half = new TrainTestSplit(new int[] {0, 1}, new int[] {2, 3});
        var validation = new CrossValidation(List.of(half));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> validation.evaluate(new Ridge(1), x, Vector.of(1), RegressionMetric.R2))
                .withMessage("there are 30 rows, but 1 targets; each row needs one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> validation.evaluate(
                        new Ridge(1), x.selectRows(0, 1, 2), Vector.of(1, 2, 3), RegressionMetric.R2))
                .withMessage("split 0 contains row 3, but there are only 3 rows; make the splits from these rows");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> validation.evaluate(
                        new Ridge(1),
                        Matrix.from(4, 1, (_, _) -> Double.NaN),
                        Vector.of(1, 2, 3, 4),
                        RegressionMetric.R2))
                .withMessageStartingWith("split 0 cannot be scored: ")
                .withMessageContaining("NaN at row 0 and column 0");
        assertThatIllegalArgumentException().isThrownBy(() -> new CrossValidation(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CrossValidation(List.of(new TrainTestSplit(new int[] {1}, new int[0]))))
                .withMessage("split 0 has 1 training rows and 0 test rows; both need at least 1");
    }
}
