package gradus.ml.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Rng;
import gradus.ml.optimise.StoppingCriterion;
import java.io.IOException;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Properties of every estimator that takes weights. A new one that is not in the list fails the test.
class WeightedEstimatorsTest {

    private interface Fit {

        /// The predictions for `queries`, one row each, of a model fitted to weighted rows.
        Matrix predictions(Matrix x, int[] labels, Vector weights, Matrix queries);
    }

    private record Weighted(Object estimator, String name, Fit weighted, Fit unweighted) {

        static Weighted classifier(Classifier.Weighted<? extends Classifier.Probabilistic> estimator) {
            return new Weighted(
                    estimator,
                    estimator.toString(),
                    (x, labels, weights, queries) ->
                            estimator.fit(x, labels, weights).probabilities(queries),
                    (x, labels, _, queries) -> estimator.fit(x, labels).probabilities(queries));
        }

        static Weighted regressor(Regressor.Weighted<?> estimator) {
            return new Weighted(
                    estimator,
                    estimator.toString() + " as a regressor",
                    (x, labels, weights, queries) -> Estimator.column(estimator
                            .fit(x, Estimator.toVector(labels), weights)
                            .predict(queries)),
                    (x, labels, _, queries) -> Estimator.column(
                            estimator.fit(x, Estimator.toVector(labels)).predict(queries)));
        }

        static Weighted isotonic(boolean increasing) {
            var estimator = new IsotonicRegression(increasing);
            return new Weighted(
                    estimator,
                    estimator.toString(),
                    (x, labels, weights, queries) -> Estimator.column(estimator
                            .fit(x.selectColumns(0), Estimator.toVector(labels), weights)
                            .predict(queries.selectColumns(0))),
                    (x, labels, _, queries) -> Estimator.column(estimator
                            .fit(x.selectColumns(0), Estimator.toVector(labels))
                            .predict(queries.selectColumns(0))));
        }

        static Weighted kMeans(KMeans estimator) {
            return new Weighted(
                    estimator,
                    estimator.toString(),
                    (x, _, weights, _) -> estimator.fit(x, weights).centres(),
                    (x, _, _, _) -> estimator.fit(x).centres());
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Weighted> ALL = List.of(
            Weighted.classifier(new GaussianNaiveBayes()),
            Weighted.classifier(new MultinomialNaiveBayes(0.5)),
            Weighted.classifier(new KNearestNeighbours(5)),
            Weighted.classifier(
                    new KNearestNeighbours(4, DistanceMetric.MANHATTAN, NeighbourWeighting.INVERSE_DISTANCE)),
            Weighted.classifier(new ClassWeightedClassifier<>(new GaussianNaiveBayes(), new ClassWeights.Balanced())),
            Weighted.classifier(
                    new ClassWeightedClassifier<>(new KNearestNeighbours(3), new ClassWeights.Given(Map.of(5, 3.0)))),
            Weighted.regressor(new KNearestNeighbours(5)),
            Weighted.regressor(
                    new KNearestNeighbours(4, DistanceMetric.EUCLIDEAN, NeighbourWeighting.INVERSE_DISTANCE)),
            Weighted.regressor(new LinearRegression()),
            Weighted.regressor(new Ridge(0)),
            Weighted.regressor(new Ridge(0.5)),
            Weighted.regressor(new Lasso(0.01, 1e-13, 10_000)),
            Weighted.regressor(new ElasticNet(0.01, 0.4, 1e-13, 10_000)),
            Weighted.classifier(new LogisticRegression(0.5)),
            Weighted.classifier(new ClassWeightedClassifier<>(new LogisticRegression(1), new ClassWeights.Balanced())),
            Weighted.classifier(new SoftmaxRegression(0.5, new StoppingCriterion(1e-12, 10_000))),
            Weighted.isotonic(true),
            Weighted.isotonic(false),
            Weighted.kMeans(new KMeans(3, 4)));

    private static final int N = 30;
    private static final int[] LABELS =
            IntStream.range(0, N).map(i -> i % 3 == 0 ? 5 : -2).toArray();
    private static final Rng RNG = Rng.of(6);
    private static final Matrix X = Matrix.from(N, 2, (i, _) -> Math.abs(RNG.gaussian()) + (LABELS[i] == 5 ? 0.7 : 0));
    private static final Matrix QUERIES = Matrix.from(12, 2, (_, _) -> 2 * RNG.nextDouble());

    @ParameterizedTest
    @FieldSource("ALL")
    void integerWeightsCountLikeRepeatedRows(Weighted estimator) {
        for (int repetition = 0; repetition < 10; repetition++) {
            Vector weights = Vector.from(N, i -> i < 4 ? 2 : RNG.nextInt(4));
            int[] repeated = IntStream.range(0, N)
                    .flatMap(i -> IntStream.generate(() -> i).limit((int) weights.get(i)))
                    .toArray();
            int[] labels = Arrays.stream(repeated).map(i -> LABELS[i]).toArray();

            Matrix weighted = estimator.weighted.predictions(X, LABELS, weights, QUERIES);

            assertThat(weighted.minus(estimator.unweighted.predictions(
                                    X.selectRows(repeated), labels, Vector.of(), QUERIES))
                            .norm())
                    .isLessThan(1e-9);
        }
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void weightsOfOneGiveTheSameModel(Weighted estimator) {
        assertThat(estimator.weighted.predictions(X, LABELS, WeightedRows.ones(N), QUERIES))
                .isEqualTo(estimator.unweighted.predictions(X, LABELS, Vector.of(), QUERIES));
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void rowsOfWeightZeroAreLeftOut(Weighted estimator) {
        Vector weights = Vector.from(N, i -> i < 20 ? 1 : 0);
        int[] first = IntStream.range(0, 20).toArray();
        int[] otherLabels =
                IntStream.range(0, N).map(i -> i < 20 ? LABELS[i] : 99).toArray();

        assertThat(estimator.weighted.predictions(X, otherLabels, weights, QUERIES))
                .isEqualTo(estimator.unweighted.predictions(
                        X.selectRows(first), Arrays.copyOf(LABELS, 20), Vector.of(), QUERIES));
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void weightsThatMeanNothingThrow(Weighted estimator) {
        for (double bad : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            estimator.weighted.predictions(X, LABELS, Vector.from(N, i -> i == 4 ? bad : 1), QUERIES))
                    .withMessageContainingAll("weights must be finite and at least 0", bad + " at row 4");
        }
        for (double weight : new double[] {0, 1e-60, 1e60}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> estimator.weighted.predictions(X, LABELS, Vector.from(N, _ -> weight), QUERIES))
                    .withMessageContaining("the sum of the weights must be between");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> estimator.weighted.predictions(X, LABELS, Vector.of(1), QUERIES))
                .withMessageContaining("1 weights");
    }

    @Test
    void everyEstimatorThatTakesWeightsIsInTheList() throws IOException, URISyntaxException {
        Set<Class<?>> listed =
                ALL.stream().map(weighted -> weighted.estimator.getClass()).collect(Collectors.toSet());
        Set<Class<?>> takers = LibraryClasses.all()
                .filter(type -> type.isRecord() && type.getPackage().equals(Ridge.class.getPackage()))
                .filter(type -> Stream.of(Regressor.Weighted.class, Classifier.Weighted.class, Clusterer.Weighted.class)
                        .anyMatch(kind -> kind.isAssignableFrom(type)))
                .collect(Collectors.toSet());
        assertThat(takers).isNotEmpty().isSubsetOf(listed);
    }

    @Test
    void fractionsOfTheLastNeighbourCount() {
        Matrix x = Matrix.of(3, 1, new double[] {0, 1, 2});
        var model = new KNearestNeighbours(2).fit(x, Vector.of(10, 20, 40), Vector.of(0.5, 1, 4));
        // Half a row of 10, one of 20, and half a row of 40.
        assertThat(model.predict(Matrix.of(1, 1, new double[] {-1})).get(0)).isEqualTo((5 + 20 + 20) / 2.0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KNearestNeighbours(6).fit(x, Vector.of(1, 2, 3), Vector.of(0.5, 1, 4)))
                .withMessageContainingAll("k = 6", "3 rows of weight 5.5");
    }

    @Test
    void balancedClassesHaveEqualPriors() {
        var balanced = new ClassWeightedClassifier<>(new GaussianNaiveBayes(), new ClassWeights.Balanced());
        assertThat(balanced.fit(X, LABELS).priors()).isEqualTo(Vector.of(0.5, 0.5));
        assertThat(new ClassWeights.Balanced().rowWeights(new int[] {1, 1, 1, 0}))
                .isEqualTo(Vector.of(4 / 6.0, 4 / 6.0, 4 / 6.0, 2));
        assertThat(new ClassWeights.Given(Map.of(1, 2.0)).rowWeights(new int[] {1, 0}))
                .isEqualTo(Vector.of(2, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClassWeights.Given(Map.of(1, Double.NaN)))
                .withMessageContainingAll("NaN", "class 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClassWeights.Balanced().rowWeights(new int[3], Vector.of(1, 2)))
                .withMessageContainingAll("3 labels", "2 weights");
    }

    @Test
    void weightedKMeansAtConvergenceHasWeightedMeansAndInertia() {
        Vector weights = Vector.from(N, i -> 0.1 + i % 4);
        var model = new KMeans(3, 5, 300, 0, 2).fit(X, weights);
        int[] clusters = model.predict(X);
        double inertia = 0;
        for (int k = 0; k < 3; k++) {
            double total = 0;
            Vector sum = Vector.of(0, 0);
            for (int i = 0; i < N; i++) {
                if (clusters[i] == k) {
                    total += weights.get(i);
                    sum = sum.plus(X.row(i).times(weights.get(i)));
                    inertia += weights.get(i)
                            * Math.pow(X.row(i).minus(model.centres().row(k)).norm(), 2);
                }
            }
            assertThat(model.centres().row(k).minus(sum.times(1 / total)).norm())
                    .isLessThan(1e-13);
        }
        assertThat(Math.abs(model.inertia() - inertia)).isLessThan(1e-12);
        assertThat(model.converged()).isTrue();
    }
}
