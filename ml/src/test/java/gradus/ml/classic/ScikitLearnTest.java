package gradus.ml.classic;

import static gradus.ml.classic.Fixture.IRIS;
import static gradus.ml.classic.Fixture.SPECIES;
import static gradus.ml.classic.Fixture.recorded;
import static gradus.ml.classic.Fixture.recordedRow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.optimise.StoppingCriterion;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Models agree with those of scikit-learn, as recorded in `fixtures.txt`.
class ScikitLearnTest {

    private static final Matrix X = recorded("x");
    private static final Vector Y = recordedRow("y");

    @Test
    void linearRegressionAgrees() {
        var model = new LinearRegression().fit(X, Y);
        assertLine(model, "linear", 1e-9);
        double[] errors = Arrays.copyOf(model.standardErrors().toArray(), 7);
        errors[6] = model.interceptStandardError();
        assertAgrees(Matrix.of(errors), "errors", 1e-8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.01", "1", "100"})
    void ridgeAgrees(String penalty) {
        assertLine(new Ridge(Double.parseDouble(penalty)).fit(X, Y), "ridge " + penalty, 1e-9);
        assertLine(Ridge.path(X, Y, 7, Double.parseDouble(penalty)).get(1), "ridge " + penalty, 1e-9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.001", "0.1", "1"})
    void lassoAndElasticNetAgree(String penalty) {
        assertLine(new Lasso(Double.parseDouble(penalty)).fit(X, Y), "lasso " + penalty, 1e-6);
        assertLine(new ElasticNet(Double.parseDouble(penalty), 0.3).fit(X, Y), "net " + penalty, 1e-6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.01", "1", "100"})
    void logisticRegressionAgrees(String penalty) {
        int[] two = IntStream.range(50, 150).toArray();
        int[] labels = Arrays.copyOfRange(SPECIES, 50, 150);
        var model = new LogisticRegression(Double.parseDouble(penalty)).fit(IRIS.selectRows(two), labels);
        double[] weights = Arrays.copyOf(model.coefficients().toArray(), 5);
        weights[4] = model.intercept();
        assertAgrees(Matrix.of(weights), "logistic " + penalty, 1e-6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.01", "1", "100"})
    void softmaxRegressionAgrees(String penalty) {
        var estimator = new SoftmaxRegression(Double.parseDouble(penalty), new StoppingCriterion(1e-11, 5000));
        var model = estimator.fit(IRIS, SPECIES);
        Matrix weights = model.coefficients()
                .transpose()
                .hstack(Matrix.of(3, 1, model.intercepts().toArray()));
        assertAgrees(weights, "softmax " + penalty, 1e-6);
        assertAgrees(model.probabilities(everyNth(10)), "softmax probabilities " + penalty, 1e-7);
    }

    @Test
    void gaussianNaiveBayesAgrees() {
        int[] odd = IntStream.range(0, 75).map(i -> 2 * i + 1).toArray();
        int[] labels = Arrays.stream(odd).map(i -> SPECIES[i]).toArray();
        var model = new GaussianNaiveBayes().fit(IRIS.selectRows(odd), labels);
        assertAgrees(model.probabilities(everyNth(10)), "gaussian naive bayes", 1e-9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1", "1"})
    void multinomialNaiveBayesAgrees(String smoothing) {
        Matrix counts = recorded("counts");
        int[] topics = Arrays.stream(recordedRow("topics").toArray())
                .mapToInt(topic -> (int) topic)
                .toArray();
        var model = new MultinomialNaiveBayes(Double.parseDouble(smoothing)).fit(counts, topics);
        assertAgrees(
                model.probabilities(counts.selectRows(0, 1, 2, 3, 4)), "multinomial naive bayes " + smoothing, 1e-12);
    }

    @ParameterizedTest
    @CsvSource({
        "EUCLIDEAN, UNIFORM, uniform",
        "MANHATTAN, UNIFORM, uniform",
        "CHEBYSHEV, UNIFORM, uniform",
        "EUCLIDEAN, INVERSE_DISTANCE, distance",
        "MANHATTAN, INVERSE_DISTANCE, distance",
        "CHEBYSHEV, INVERSE_DISTANCE, distance"
    })
    void nearestNeighboursAgree(DistanceMetric distanceMetric, NeighbourWeighting neighbourWeighting, String name) {
        var estimator = new KNearestNeighbours(5, distanceMetric, neighbourWeighting);
        Matrix queries = X.selectRows(IntStream.range(0, 10).toArray());
        Matrix rows = X.selectRows(IntStream.range(10, 60).toArray());
        Vector targets = Vector.of(Arrays.copyOfRange(Y.toArray(), 10, 60));
        double[] sorted = Y.toArray();
        Arrays.sort(sorted);
        double median = (sorted[29] + sorted[30]) / 2;
        int[] labels = Arrays.stream(targets.toArray())
                .mapToInt(target -> target > median ? 1 : 0)
                .toArray();

        String ending = name + " " + distanceMetric.name().toLowerCase(Locale.ROOT);
        Vector means = estimator.fit(rows, targets).predict(queries);
        assertAgrees(Matrix.of(means.toArray()), "neighbours " + ending, 1e-12);
        assertAgrees(estimator.fit(rows, labels).probabilities(queries), "voters " + ending, 1e-12);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void kMeansReachesTheSameInertia(int count) {
        var model = new KMeans(count, 20, 300, 0, 1).fit(IRIS);
        assertThat(model.inertia()).isCloseTo(recorded("inertias").get(0, count - 1), within(1e-9));
    }

    @Test
    void weightedModelsAgree() {
        Vector weights = recordedRow("weights");
        int[] odd = IntStream.range(0, 75).map(i -> 2 * i + 1).toArray();
        int[] labels = Arrays.stream(odd).map(i -> SPECIES[i]).toArray();
        Vector oddWeights = Vector.from(75, i -> weights.get(odd[i]));
        var gaussian = new GaussianNaiveBayes().fit(IRIS.selectRows(odd), labels, oddWeights);
        assertAgrees(gaussian.probabilities(everyNth(10)), "weighted gaussian naive bayes", 1e-9);

        Matrix counts = recorded("counts");
        int[] topics = Arrays.stream(recordedRow("topics").toArray())
                .mapToInt(topic -> (int) topic)
                .toArray();
        var multinomial = new MultinomialNaiveBayes(0.5).fit(counts, topics, Vector.from(30, weights::get));
        assertAgrees(
                multinomial.probabilities(counts.selectRows(0, 1, 2, 3, 4)), "weighted multinomial naive bayes", 1e-12);

        for (int count = 1; count <= 4; count++) {
            var model = new KMeans(count, 100, 300, 0, 1).fit(IRIS, weights);
            assertThat(model.inertia()).isCloseTo(recorded("weighted inertias").get(0, count - 1), within(1e-9));
        }
        assertAgrees(Matrix.of(new ClassWeights.Balanced().rowWeights(topics).toArray()), "balanced weights", 1e-15);
    }

    @Test
    void principalComponentsAgree() {
        var model = new Pca(3).fit(IRIS);
        assertAgrees(model.components(), "pca components", 1e-9);
        assertAgrees(Matrix.of(model.explainedVariances().toArray()), "pca variances", 1e-9);
        assertAgrees(Matrix.of(model.explainedVarianceRatios().toArray()), "pca shares", 1e-9);
        assertAgrees(model.transform(everyNth(30)), "pca projected", 1e-9);
    }

    private static Matrix everyNth(int step) {
        return IRIS.selectRows(IntStream.range(0, 150 / step).map(i -> i * step).toArray());
    }

    private static void assertLine(LinearModel model, String name, double within) {
        double[] weights = Arrays.copyOf(model.coefficients().toArray(), model.featureCount() + 1);
        weights[model.featureCount()] = model.intercept();
        assertAgrees(Matrix.of(weights), name, within);
    }

    private static void assertAgrees(Matrix actual, String name, double within) {
        assertThat(Fixture.agree(actual, recorded(name), within))
                .as("%s: %s, but scikit-learn has %s", name, actual, recorded(name))
                .isTrue();
    }
}
