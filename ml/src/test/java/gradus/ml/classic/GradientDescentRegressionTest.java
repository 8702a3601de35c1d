package gradus.ml.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Rng;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GradientDescentRegressionTest {

    private static final Matrix X = Fixture.standardised(Fixture.cloud(Rng.of(1), 100, 3));
    private static final Vector Y = Fixture.targets(Rng.of(2), X, Vector.of(1, -2, 0.5), 4, 0.3);

    @Test
    void gradientMatchesFiniteDifferences() {
        Vector w = Vector.of(0.3, 0.1, -1);
        var gradient = GradientDescentRegression.gradient(X, Y, w, 2);
        double h = 1e-5;
        for (int j = 0; j < 3; j++) {
            double[] ahead = w.toArray();
            double[] behind = w.toArray();
            ahead[j] += h;
            behind[j] -= h;
            double derivative = (GradientDescentRegression.loss(X, Y, Vector.of(ahead), 2)
                            - GradientDescentRegression.loss(X, Y, Vector.of(behind), 2))
                    / (2 * h);
            assertThat(gradient.coefficients().get(j)).isCloseTo(derivative, within(1e-8));
        }
        double derivative =
                (GradientDescentRegression.loss(X, Y, w, 2 + h) - GradientDescentRegression.loss(X, Y, w, 2 - h))
                        / (2 * h);
        assertThat(gradient.intercept()).isCloseTo(derivative, within(1e-8));
    }

    @Test
    void convergesToLeastSquares() {
        var exact = new LinearRegression().fit(X, Y);
        for (GradientDescentRegression estimator :
                List.of(new GradientDescentRegression(0.1, 200), new GradientDescentRegression(0.0005, 200, 1, 5))) {
            var model = estimator.fit(X, Y);
            assertThat(model.coefficients().minus(exact.coefficients()).norm()).isLessThan(0.01);
            assertThat(model.intercept()).isCloseTo(exact.intercept(), within(0.01));
        }
        var fullBatch = new GradientDescentRegression(0.1, 200).fit(X, Y);
        assertThat(fullBatch.coefficients().minus(exact.coefficients()).norm()).isLessThan(1e-9);
    }

    @Test
    void lossIsRecordedPerEpochAndDecreases() {
        var model = new GradientDescentRegression(0.05, 30).fit(X, Y);
        assertThat(model.losses().size()).isEqualTo(30);
        for (int i = 1; i < 30; i++) {
            assertThat(model.losses().get(i)).isLessThan(model.losses().get(i - 1));
        }
        assertThat(model.losses().get(29))
                .isEqualTo(GradientDescentRegression.loss(X, Y, model.coefficients(), model.intercept()));
    }

    @Test
    void divergenceThrowsWithAdvice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GradientDescentRegression(3, 2000).fit(X, Y))
                .withMessageContainingAll("after epoch", "standardise", "rate of 3.0");
    }

    @Test
    void eachEpochVisitsEveryRowOnce() {
        // Each row has its own feature, whose coefficient changes when the row is visited.
        Vector ones = Vector.of(1, 1, 1, 1, 1, 1, 1);
        var model = new GradientDescentRegression(0.01, 1, 3, 1).fit(Matrix.identity(7), ones);
        for (double coefficient : model.coefficients().toArray()) {
            assertThat(coefficient).isBetween(0.004, 0.021);
        }
    }

    @Test
    void seedDeterminesTheRowOrder() {
        var one = new GradientDescentRegression(0.01, 2, 5, 1).fit(X, Y);
        var two = new GradientDescentRegression(0.01, 2, 5, 2).fit(X, Y);
        assertThat(one).isNotEqualTo(two);
        assertThat(Arrays.equals(one.losses().toArray(), two.losses().toArray()))
                .isFalse();
    }

    @Test
    void invalidHyperparametersThrow() {
        for (double rate : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new GradientDescentRegression(rate, 1));
        }
        assertThat(IntStream.of(0, -1))
                .allSatisfy(epochs -> assertThatIllegalArgumentException()
                        .isThrownBy(() -> new GradientDescentRegression(1, epochs)));
    }
}
