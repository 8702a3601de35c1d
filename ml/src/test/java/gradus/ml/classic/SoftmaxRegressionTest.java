package gradus.ml.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Rng;
import gradus.ml.numbers.Softmax;
import gradus.ml.optimise.OptimisationResult;
import gradus.ml.optimise.StoppingCriterion;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SoftmaxRegressionTest {

    private static final Matrix X = Fixture.IRIS;

    @Test
    void rowSoftmaxAgreesWithSoftmax() {
        Matrix scores = Matrix.of(new double[][] {{1, 2, 4}, {1e4, 0, -1e4}, {Double.NEGATIVE_INFINITY, 3, 3}});
        Matrix probabilities = RowSoftmax.ofRows(scores);
        for (int i = 0; i < 3; i++) {
            assertThat(probabilities.row(i).toArray())
                    .containsExactly(Softmax.of(scores.row(i).toArray()), within(1e-15));
        }
    }

    @Test
    void gradientMatchesFiniteDifferencesAndSumsToZeroOverTheClasses() {
        var loss = new SoftmaxLoss(X, Fixture.SPECIES, 3, 0);
        Vector weights = Fixture.cloud(Rng.of(1), 1, 15).row(0).times(0.2);
        Vector gradient = loss.gradient(weights);
        assertThat(finiteDifferences(loss, weights).minus(gradient).norm()).isLessThan(1e-8);
        for (int j = 0; j < 5; j++) {
            assertThat(gradient.get(3 * j) + gradient.get(3 * j + 1) + gradient.get(3 * j + 2))
                    .isCloseTo(0, within(1e-14));
        }
        var penalised = new SoftmaxLoss(X, Fixture.SPECIES, 3, 40);
        assertThat(finiteDifferences(penalised, weights)
                        .minus(penalised.gradient(weights))
                        .norm())
                .isLessThan(1e-8);
        var weighted = new SoftmaxLoss(X, Fixture.SPECIES, 3, Vector.from(X.rows(), i -> 0.1 + i % 5), 40);
        assertThat(finiteDifferences(weighted, weights)
                        .minus(weighted.gradient(weights))
                        .norm())
                .isLessThan(1e-8);
    }

    @Test
    void lossStartsAtTheLogarithmOfTheNumberOfClasses() {
        var model = new SoftmaxRegression(1).fit(X, Fixture.SPECIES);
        assertThat(model.objectiveValues().get(0)).isCloseTo(Math.log(3), within(1e-14));
        assertThat(model.objectiveValues().get(model.objectiveValues().size() - 1))
                .isLessThan(0.2);
    }

    @Test
    void withTwoClassesItIsLogisticRegressionWithHalfThePenalty() {
        int[] labels = Arrays.stream(Fixture.SPECIES).map(s -> s == 1 ? 1 : 0).toArray();
        var softmax = new SoftmaxRegression(3, new StoppingCriterion(1e-11, 2000)).fit(X, labels);
        var logistic = new LogisticRegression(1.5).fit(X, labels);
        Vector difference =
                softmax.coefficients().column(1).minus(softmax.coefficients().column(0));
        assertThat(difference.minus(logistic.coefficients()).norm()).isLessThan(1e-7);
        assertThat(softmax.probabilities(X).minus(logistic.probabilities(X)).norm())
                .isLessThan(1e-7);
    }

    @Test
    void classifiesIrisWithCoefficientsThatSumToZero() {
        int[] labels = Arrays.stream(Fixture.SPECIES).map(s -> 10 - 5 * s).toArray();
        var model = new SoftmaxRegression(0.1).fit(X, labels);
        assertThat(model.classes()).containsExactly(0, 5, 10);
        assertThat(Fixture.accuracy(labels, model.predict(X))).isGreaterThan(0.97);
        for (int j = 0; j < 4; j++) {
            assertThat(Arrays.stream(model.coefficients().row(j).toArray()).sum())
                    .isCloseTo(0, within(1e-9));
        }
        assertThat(Arrays.stream(model.intercepts().toArray()).sum()).isCloseTo(0, within(1e-9));
    }

    @Test
    void separatedClassesAreRefusedWithoutAPenalty() {
        Matrix x = Matrix.of(9, 1, new double[] {1, 2, 3, 1, 2, 3, 3, 4, 5});
        // Class 2 shares only the row at 3 with the others.
        int[] quasiSeparated = {0, 0, 0, 1, 1, 1, 2, 2, 2};
        int[] overlapping = {0, 1, 0, 1, 0, 1, 2, 1, 2};
        for (int[] labels : List.of(quasiSeparated, new int[] {0, 1, 2, 0, 1, 2, 2, 2, 2})) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new SoftmaxRegression(0).fit(x, labels))
                    .withMessageContainingAll("no finite weights", "separate the classes", "penalty above 0");
        }
        var model = new SoftmaxRegression(0).fit(x, overlapping);
        assertThat(model.stopReason()).isEqualTo(OptimisationResult.StopReason.CONVERGED);
        assertThat(new SoftmaxRegression(0)
                        .fit(x.selectColumns(0, 0), overlapping)
                        .probabilities(x.selectColumns(0, 0))
                        .minus(model.probabilities(x))
                        .norm())
                .isLessThan(1e-6);
    }

    @Test
    void columnsFarFromZeroConverge() {
        Matrix far = Matrix.from(150, 4, (i, j) -> X.get(i, j) + 0x1p30 * (j + 1));
        var model = new SoftmaxRegression(1).fit(far, Fixture.SPECIES);
        assertThat(model.stopReason()).isEqualTo(OptimisationResult.StopReason.CONVERGED);
        assertThat(model.probabilities(far)
                        .minus(new SoftmaxRegression(1).fit(X, Fixture.SPECIES).probabilities(X))
                        .norm())
                .isLessThan(1e-4);
    }

    @Test
    void invalidClassIndicesAndWeightsThrow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SoftmaxLoss(X, Fixture.SPECIES, 2, 1))
                .withMessageContainingAll("from 0 to 1", "2 at row 100");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SoftmaxLoss(X, Fixture.SPECIES, 3, 1).evaluate(Vector.of(1, 2)))
                .withMessageContainingAll("5 rows of 3", "2 numbers");
        assertThatIllegalArgumentException().isThrownBy(() -> new SoftmaxRegression(-1));
    }

    private static Vector finiteDifferences(SoftmaxLoss loss, Vector at) {
        double[] differences = new double[at.size()];
        Arrays.setAll(differences, j -> (loss.value(moved(at, j, 1e-5)) - loss.value(moved(at, j, -1e-5))) / 2e-5);
        return Vector.of(differences);
    }

    private static Vector moved(Vector at, int j, double by) {
        double[] numbers = at.toArray();
        numbers[j] += by;
        return Vector.of(numbers);
    }
}
