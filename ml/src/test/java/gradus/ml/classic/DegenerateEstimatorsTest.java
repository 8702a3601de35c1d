package gradus.ml.classic;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Rng;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// What every estimator does with degenerate data: its model predicts within bounds, or `fit` or `predict`
/// refuses with a sentence. Nothing is NaN, and nothing else is thrown.
class DegenerateEstimatorsTest {

    private static final int N = 12;
    private static final Rng RNG = Rng.of(31);
    private static final Matrix ORDINARY = Matrix.from(N, 3, (i, j) -> 1 + RNG.nextDouble() + i % 3 * j);

    /// Training sets, by what is degenerate about them.
    private static final Map<String, Matrix> FEATURES = Map.ofEntries(
            Map.entry("ordinary", ORDINARY),
            Map.entry("smallest double", ORDINARY.map(_ -> RNG.nextInt(3) * Double.MIN_VALUE)),
            Map.entry("squares underflow", ORDINARY.times(1e-200)),
            Map.entry("squares nearly underflow", ORDINARY.times(1e-150)),
            Map.entry("squares nearly overflow", ORDINARY.times(1e150)),
            Map.entry("squares overflow", ORDINARY.times(1e200)),
            Map.entry("sums overflow", ORDINARY.times(2e307)),
            Map.entry("largest doubles", ORDINARY.map(_ -> RNG.nextInt(2) * Double.MAX_VALUE)),
            Map.entry("largest doubles of both signs", ORDINARY.map(_ -> (2 * RNG.nextInt(2) - 1) * Double.MAX_VALUE)),
            Map.entry(
                    "units that differ", Matrix.from(N, 3, (i, j) -> ORDINARY.get(i, j) * Math.pow(10, 100 * (j - 1)))),
            Map.entry("far from 0", ORDINARY.map(value -> 1e15 + value)),
            Map.entry("zeros", Matrix.zeros(N, 3)),
            Map.entry("one row, repeated", Matrix.from(N, 3, (_, j) -> 0.1 * (j + 1))),
            Map.entry("two rows, repeated", Matrix.from(N, 3, (i, j) -> 0.1 * (j + 1) + i % 2)),
            Map.entry("constant columns", Matrix.from(N, 3, (i, j) -> j == 1 ? i : 0.3)),
            Map.entry("negative zeros", Matrix.from(N, 3, (i, _) -> i % 2 == 0 ? 0.0 : -0.0)),
            Map.entry("one column", ORDINARY.selectColumns(0)),
            Map.entry("more columns than rows", Matrix.from(N, 40, (_, _) -> RNG.nextDouble())),
            Map.entry("one row", ORDINARY.selectRows(0)),
            Map.entry("two rows", ORDINARY.selectRows(0, 1)),
            Map.entry("two equal rows", ORDINARY.selectRows(0, 0)),
            Map.entry("outlier", Matrix.from(N, 3, (i, j) -> i == 5 ? 1e120 : ORDINARY.get(i, j))));

    private static final Map<String, int[]> LABELS = Map.of(
            "two classes", IntStream.range(0, N).map(i -> i % 2).toArray(),
            "one class", new int[N],
            "a class of one row",
                    IntStream.range(0, N).map(i -> i == 0 ? 7 : -3).toArray(),
            "as many classes as rows", IntStream.range(0, N).toArray(),
            "extreme labels",
                    IntStream.range(0, N)
                            .map(i -> i % 2 == 0 ? Integer.MIN_VALUE : Integer.MAX_VALUE)
                            .toArray());

    private static final List<Estimator> ALL = Stream.concat(
                    Estimator.ALL.stream(),
                    Stream.of(
                            Estimator.classifier(new KNearestNeighbours(2), 1),
                            Estimator.classifier(
                                    new KNearestNeighbours(
                                            2, DistanceMetric.EUCLIDEAN, NeighbourWeighting.INVERSE_DISTANCE),
                                    1),
                            Estimator.regressor(new KNearestNeighbours(
                                    2, DistanceMetric.CHEBYSHEV, NeighbourWeighting.INVERSE_DISTANCE)),
                            Estimator.regressor(
                                    new KNearestNeighbours(2, DistanceMetric.MANHATTAN, NeighbourWeighting.UNIFORM)),
                            Estimator.classifier(new GaussianNaiveBayes(1e-300), 1),
                            Estimator.classifier(new GaussianNaiveBayes(1e300), 1),
                            Estimator.classifier(new MultinomialNaiveBayes(Double.MIN_VALUE), 1),
                            Estimator.classifier(new MultinomialNaiveBayes(1e308), 1),
                            Estimator.classifier(
                                    new ClassWeightedClassifier<>(
                                            new GaussianNaiveBayes(), new ClassWeights.Balanced()),
                                    1),
                            Estimator.clusterer(new KMeans(3, 7)),
                            Estimator.clusterer(new KMeans(N, 7))))
            .toList();

    @ParameterizedTest
    @FieldSource("ALL")
    void everyPredictionIsWithinBoundsOrRefused(Estimator estimator) {
        FEATURES.forEach((what, x) -> LABELS.forEach((classes, labels) -> {
            int[] own = IntStream.range(0, x.rows()).map(i -> labels[i]).toArray();
            try {
                Estimator.Fitted fitted = estimator.fit().to(x, own);
                for (Matrix queries : queries(x)) {
                    requireWithinBounds(
                            what + ", " + classes,
                            fitted.model(),
                            queries,
                            own,
                            fitted.predict().apply(queries));
                }
            } catch (IllegalArgumentException e) {
                requireSentence(what + ", " + classes, e);
            }
        }));
    }

    /// The training set itself, and rows far away from it.
    private static List<Matrix> queries(Matrix x) {
        return List.of(
                x,
                x.map(_ -> 0),
                x.map(_ -> Double.MIN_VALUE),
                x.map(_ -> 1e160),
                x.map(_ -> Double.MAX_VALUE),
                x.map(value -> value / 3 + 1));
    }

    private static void requireWithinBounds(
            String what, Object model, Matrix queries, int[] labels, Matrix predictions) {
        for (double prediction : predictions.flatten()) {
            assertThat(prediction).as(what).isFinite();
            if (model instanceof Classifier.Fitted classifier) {
                assertThat(classifier.classes()).as(what).contains((int) prediction);
            }
            if (model instanceof Clusterer.Fitted clusterer) {
                assertThat(prediction).as(what).isBetween(0.0, clusterer.clusterCount() - 1.0);
            }
            if (model instanceof KNearestNeighbours.RegressionModel) {
                assertThat(prediction)
                        .as(what)
                        .isBetween((double) IntStream.of(labels).min().orElseThrow(), (double)
                                IntStream.of(labels).max().orElseThrow());
            }
        }
        if (model instanceof Classifier.Probabilistic probabilistic) {
            Matrix probabilities = probabilistic.probabilities(queries);
            for (int i = 0; i < probabilities.rows(); i++) {
                Vector row = probabilities.row(i);
                assertThat(IntStream.range(0, row.size()).allMatch(k -> row.get(k) >= 0 && row.get(k) <= 1))
                        .as("%s: %s", what, row)
                        .isTrue();
                assertThat(Math.abs(row.dot(row.map(_ -> 1)) - 1)).as(what).isLessThan(1e-12);
            }
        }
    }

    /// A message in words: what was expected, what was found, and often what to do.
    private static void requireSentence(String what, IllegalArgumentException e) {
        assertThat(e.getMessage()).as(what).matches("(?s)[\\p{L}\\d].{30,}").contains(" ");
    }
}
