package gradus.ml.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Rng;
import gradus.ml.numbers.Sigmoid;
import gradus.ml.optimise.GradientDescent;
import gradus.ml.optimise.Lbfgs;
import gradus.ml.optimise.Minimiser;
import gradus.ml.optimise.Newton;
import gradus.ml.optimise.StepSizeRule;
import gradus.ml.optimise.StoppingCriterion;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogisticRegressionTest {

    private static final Matrix X = Fixture.cloud(Rng.of(1), 200, 3);
    private static final int[] LABELS = labels(Rng.of(2));

    private static int[] labels(Rng rng) {
        return IntStream.range(0, 200)
                .map(i -> rng.nextDouble() < Sigmoid.of(2 * X.get(i, 0) - X.get(i, 1) + 0.5) ? 1 : 0)
                .toArray();
    }

    @Test
    void gradientAndHessianMatchFiniteDifferences() {
        assertDerivatives(LogisticLoss.of(X, LABELS, 0.7));
        assertDerivatives(new LogisticLoss(X, LABELS, Vector.from(200, i -> 0.1 + i % 5), 0.7));
    }

    private static void assertDerivatives(LogisticLoss loss) {
        Vector at = Vector.of(0.5, -1, 0.25, 0.1);
        var near = loss.evaluate(at);
        Matrix hessian = loss.hessian(at);
        double h = 1e-5;
        for (int j = 0; j < 4; j++) {
            var ahead = loss.evaluate(moved(at, j, h));
            var behind = loss.evaluate(moved(at, j, -h));
            assertThat(near.gradient().get(j)).isCloseTo((ahead.value() - behind.value()) / (2 * h), within(1e-9));
            for (int i = 0; i < 4; i++) {
                assertThat(hessian.get(i, j))
                        .isCloseTo((ahead.gradient().get(i) - behind.gradient().get(i)) / (2 * h), within(1e-9));
            }
        }
    }

    @Test
    void lossIsConvexAndLogTwoAtZero() {
        var loss = LogisticLoss.of(X, LABELS, 0);
        assertThat(loss.evaluate(Vector.of(0, 0, 0, 0)).value()).isCloseTo(Math.log(2), within(1e-14));
        Rng rng = Rng.of(3);
        for (int i = 0; i < 50; i++) {
            Vector a = Fixture.cloud(rng, 1, 4).row(0).times(3);
            Vector b = Fixture.cloud(rng, 1, 4).row(0).times(3);
            double middle = loss.evaluate(a.plus(b).times(0.5)).value();
            assertThat(middle)
                    .isLessThanOrEqualTo(
                            (loss.evaluate(a).value() + loss.evaluate(b).value()) / 2 + 1e-14);
        }
    }

    @Test
    void sigmoidAndLossHandleLargeArguments() {
        assertThat(Sigmoid.of(0)).isEqualTo(0.5);
        assertThat(Sigmoid.of(1000)).isEqualTo(1);
        assertThat(Sigmoid.of(-1000)).isZero();
        assertThat(Sigmoid.of(-700)).isPositive();
        Matrix far = Matrix.of(2, 1, new double[] {1000, -1000});
        assertThat(LogisticLoss.of(far, new int[] {0, 1}, 0)
                        .evaluate(Vector.of(1, 0))
                        .value())
                .isEqualTo(1000);
    }

    @Test
    void moreColumnsThanRowsAreFittedAtAnySizeOrRefused() {
        Matrix wide = Fixture.cloud(Rng.of(9), 4, 6);
        int[] labels = {0, 1, 0, 1};
        var small = new LogisticRegression(1).fit(wide.times(1e-200), labels);
        assertThat(small.probabilities(wide.times(1e-200)).map(p -> p - 0.5).norm())
                .isLessThan(1e-12);
        assertThat(small.coefficients().norm()).isBetween(1e-201, 1e-198);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LogisticRegression(1e-10).fit(wide.times(1e200), labels))
                .withMessageContainingAll("penalty 1.0E-10", "standardise the features");
    }

    @Test
    void meanProbabilityEqualsTheClassFrequency() {
        Matrix probabilities = new LogisticRegression(5).fit(X, LABELS).probabilities(X);
        double frequency = Arrays.stream(LABELS).average().orElseThrow();
        assertThat(Centred.mean(probabilities.column(1))).isCloseTo(frequency, within(1e-9));
        for (double sum : probabilities.column(0).plus(probabilities.column(1)).toArray()) {
            assertThat(sum).isCloseTo(1, within(1e-15));
        }
    }

    @Test
    void agreesWithEveryMinimiser() {
        var loss = LogisticLoss.of(X, LABELS, 1);
        var model = new LogisticRegression(1).fit(X, LABELS);
        for (Minimiser minimiser : List.of(
                new Lbfgs(new StoppingCriterion(1e-9, 200)),
                Newton.damped(new StoppingCriterion(1e-9, 50)),
                new GradientDescent(new StepSizeRule.Constant(1), new StoppingCriterion(1e-8, 5000)))) {
            Vector weights = minimiser.minimise(loss, Vector.of(0, 0, 0, 0)).bestPoint();
            for (int j = 0; j < 3; j++) {
                assertThat(model.coefficients().get(j)).isCloseTo(weights.get(j), within(1e-6));
            }
            assertThat(model.intercept()).isCloseTo(weights.get(3), within(1e-6));
        }
        assertThat(model.objectiveValues().size()).isLessThan(10);
    }

    @Test
    void acceleratedMethodAgreesWithTheReference() {
        Rng rng = Rng.of(5);
        Matrix x = Fixture.cloud(rng, 3000, 4);
        int[] labels = IntStream.range(0, 3000)
                .map(i -> rng.nextDouble() < Sigmoid.of(x.get(i, 0) - 3 * x.get(i, 3)) ? 1 : 0)
                .toArray();
        for (double penalty : new double[] {0, 1, 1000}) {
            for (Vector weights : List.of(WeightedRows.ones(3000), Vector.from(3000, i -> 0.1 + i % 5))) {
                var newton = new LogisticNewton(x, labels, weights, penalty, 1e-12, 100);
                var reference = newton.reference();
                var accelerated = newton.accelerated();
                assertThat(accelerated.weights().minus(reference.weights()).norm())
                        .isLessThan(1e-6);
                assertThat(accelerated.objectiveValues().getFirst())
                        .isLessThan(reference.objectiveValues().getFirst());
            }
        }
    }

    @Test
    void samplesOfASingleClassAreHandled() {
        Matrix x = Fixture.cloud(Rng.of(6), 3200, 2);
        int[] labels =
                IntStream.range(0, 3200).map(i -> i % 16 == 0 ? 0 : i % 2).toArray();
        for (double penalty : new double[] {0, 1}) {
            var newton = new LogisticNewton(x, labels, WeightedRows.ones(x.rows()), penalty, 1e-12, 100);
            assertThat(newton.accelerated()
                            .weights()
                            .minus(newton.reference().weights())
                            .norm())
                    .isLessThan(1e-6);
        }
    }

    @Test
    void separableClassesNeedAPenalty() {
        Matrix x = Matrix.of(4, 1, new double[] {-2, -1, 1, 2});
        int[] labels = {0, 0, 1, 1};
        var model = new LogisticRegression(1e-3).fit(x, labels);
        assertThat(model.predict(x)).isEqualTo(labels);
        assertThat(model.coefficients().get(0)).isBetween(1.0, 100.0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LogisticRegression(0).fit(x, labels))
                .withMessageContainingAll("linearly separable", "penalty");
    }

    @Test
    void quasiCompleteSeparationIsRefusedWithoutAPenalty() {
        // The boundary at 3 holds a row of each class.
        Matrix line = Matrix.of(6, 1, new double[] {1, 2, 3, 3, 4, 5});
        int[] halves = {0, 0, 0, 1, 1, 1};
        // All rows with an indicator of 1 are of class 1; elsewhere the classes overlap.
        Matrix indicator = Matrix.from(200, 2, (i, j) -> j == 0 ? (i % 4 == 0 ? 1 : 0) : X.get(i, 0));
        int[] ofIndicator =
                IntStream.range(0, 200).map(i -> i % 4 == 0 ? 1 : LABELS[i]).toArray();
        Matrix far = Matrix.from(200, 2, (i, j) -> indicator.get(i, j) + 1e9);
        for (var refused : List.of(
                new LogisticRegression(0), new LogisticRegression(0, 1e-6, 1000), new LogisticRegression(0, 1, 1000))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> refused.fit(line, halves))
                    .withMessageContainingAll("no finite coefficients", "penalty 0.0");
            assertThatIllegalArgumentException().isThrownBy(() -> refused.fit(indicator, ofIndicator));
            assertThatIllegalArgumentException().isThrownBy(() -> refused.fit(far, ofIndicator));
        }
        assertThat(new LogisticRegression(1e-4).fit(line, halves).coefficients().get(0))
                .isBetween(1.0, 20.0);
    }

    @Test
    void aTinyPenaltyLeadsToItsOwnMinimumOrIsRefused() {
        // At the minimum of softplus(-2w) + softplus(-w) + penalty/2·w², with rows -2, -1, 1, 2.
        Matrix x = Matrix.of(4, 1, new double[] {-2, -1, 1, 2});
        for (double penalty : new double[] {1e-3, 1e-6, 1e-9}) {
            double w = new LogisticRegression(penalty)
                    .fit(x, new int[] {0, 0, 1, 1})
                    .coefficients()
                    .get(0);
            double gradient = -4 * Sigmoid.of(-2 * w) - 2 * Sigmoid.of(-w) + penalty * w;
            assertThat(gradient / (penalty * w)).isCloseTo(0, within(1e-6));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LogisticRegression(1e-300).fit(x, new int[] {0, 0, 1, 1}))
                .withMessageContainingAll("penalty 1.0E-300", "larger penalty");
    }

    @Test
    void dependentColumnsAreRefusedWithoutAPenaltyAndFittedWithOne() {
        Matrix twice = X.selectColumns(0, 1, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LogisticRegression(0).fit(twice, LABELS))
                .withMessageContainingAll("linearly independent", "2 of 3");
        Vector coefficients = new LogisticRegression(1e-9).fit(twice, LABELS).coefficients();
        assertThat(coefficients.get(0)).isCloseTo(coefficients.get(2), within(1e-4));
    }

    @Test
    void nearlyDependentColumnsAreFittedWithoutAPenalty() {
        Matrix years = Matrix.from(71, 6, (i, j) -> Math.pow(1950 + i, j + 1));
        Matrix scaled = Matrix.from(71, 6, (i, j) -> Math.pow((i - 35) / 35.0, j + 1));
        Rng rng = Rng.of(8);
        int[] labels = IntStream.range(0, 71)
                .map(i -> rng.nextDouble() < (i + 10) / 90.0 ? 1 : 0)
                .toArray();
        Matrix expected = new LogisticRegression(0).fit(scaled, labels).probabilities(scaled);
        Matrix found = new LogisticRegression(0).fit(years, labels).probabilities(years);
        assertThat(found.minus(expected).norm()).isLessThan(0.02);
    }

    @Test
    void moreColumnsThanRowsAreFittedInFewerCoordinates() {
        Matrix wide = Fixture.cloud(Rng.of(9), 20, 90);
        int[] labels = IntStream.range(0, 20).map(i -> i % 2).toArray();
        var model = new LogisticRegression(2).fit(wide, labels);
        double[] weights = Arrays.copyOf(model.coefficients().toArray(), 91);
        weights[90] = model.intercept();
        assertThat(LogisticLoss.of(wide, labels, 2).gradient(Vector.of(weights)).norm())
                .isLessThan(1e-9);
    }

    @Test
    void handlesFeaturesOfVeryDifferentScales() {
        Matrix scaled = Matrix.from(200, 3, (i, j) -> X.get(i, j) * Math.pow(1000, j - 1) + (j == 2 ? 5000 : 0));
        var plain = new LogisticRegression(0).fit(X, LABELS).probabilities(X);
        var other = new LogisticRegression(0).fit(scaled, LABELS).probabilities(scaled);
        assertThat(other.minus(plain).norm()).isLessThan(1e-6);
    }

    @Test
    void stepsThatAreTooLongAreHalved() {
        // An outlier makes the quadratic model poor.
        Matrix x = Matrix.from(200, 3, (i, j) -> i == 0 ? 500 : X.get(i, j));
        var model = new LogisticRegression(1e-6).fit(x, LABELS);
        Vector losses = model.objectiveValues();
        for (int i = 1; i < losses.size(); i++) {
            assertThat(losses.get(i)).isLessThan(losses.get(i - 1));
        }
    }

    @Test
    void classifiesIrisAndCoefficientsAreLogOddsRatios() {
        int[] labels = Arrays.stream(Fixture.SPECIES).map(s -> s == 2 ? 9 : 4).toArray();
        var model = new LogisticRegression(0.1).fit(Fixture.IRIS, labels);
        assertThat(model.classes()).containsExactly(4, 9);
        assertThat(Fixture.accuracy(labels, model.predict(Fixture.IRIS))).isGreaterThan(0.96);
        Matrix two = Matrix.of(new double[][] {{6, 3, 5, 1.5}, {6, 3, 6, 1.5}});
        Matrix p = model.probabilities(two);
        double odds = p.get(0, 1) / p.get(0, 0);
        double later = p.get(1, 1) / p.get(1, 0);
        assertThat(later / odds).isCloseTo(Math.exp(model.coefficients().get(2)), within(1e-9 * later / odds));
    }

    @Test
    void invalidClassesAndWeightsThrow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogisticLoss.of(X, new int[200], 1).evaluate(Vector.of(1, 2)))
                .withMessageContaining("4 numbers, got 2");
        int[] labels = LABELS.clone();
        labels[7] = 2;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogisticLoss.of(X, labels, 1))
                .withMessageContaining("from 0 to 1, got 2 at row 7");
    }

    private static Vector moved(Vector at, int j, double by) {
        double[] numbers = at.toArray();
        numbers[j] += by;
        return Vector.of(numbers);
    }
}
