package gradus.ml.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.linalg.Matrix;
import gradus.ml.numbers.Rng;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PerceptronTest {

    private static final int[] SETOSA =
            Arrays.stream(Fixture.SPECIES).map(species -> species == 0 ? 1 : 0).toArray();

    @Test
    void separatesSetosaFromTheRest() {
        var model = new Perceptron(100).fit(Fixture.IRIS, SETOSA);
        assertThat(model.converged()).isTrue();
        assertThat(model.epochs()).isLessThan(100);
        assertThat(model.predict(Fixture.IRIS)).isEqualTo(SETOSA);
    }

    @Test
    void mistakesAreWithinNovikoffsBound() {
        // The line x0 + x1 = 0 separates the classes with margin 0.2: closer rows are left out.
        Matrix cloud = Fixture.cloud(Rng.of(2), 300, 2);
        int[] far = IntStream.range(0, 300)
                .filter(i -> Math.abs(cloud.get(i, 0) + cloud.get(i, 1)) > 0.2 * Math.sqrt(2))
                .toArray();
        Matrix x = cloud.selectRows(far);
        int[] labels = IntStream.range(0, x.rows())
                .map(i -> x.get(i, 0) + x.get(i, 1) > 0 ? 1 : -1)
                .toArray();
        double longest = IntStream.range(0, x.rows())
                .mapToDouble(i -> Math.hypot(x.row(i).norm(), 1))
                .max()
                .orElseThrow();

        var model = new Perceptron(10_000).fit(x, labels);
        assertThat(model.predict(x)).isEqualTo(labels);
        assertThat(model.mistakes()).isLessThanOrEqualTo((int) Math.pow(longest / 0.2, 2));
    }

    @Test
    void exclusiveOrNeverConvergesAndGetsAtMostThreeRight() {
        Matrix x = Matrix.of(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}});
        int[] labels = {0, 1, 1, 0};
        for (int epochs = 1; epochs <= 40; epochs++) {
            var model = new Perceptron(epochs).fit(x, labels);
            assertThat(model.converged()).isFalse();
            assertThat(model.epochs()).isEqualTo(epochs);
            assertThat(Fixture.accuracy(labels, model.predict(x))).isLessThanOrEqualTo(0.75);
        }
    }

    @Test
    void swappedLabelsNegateTheWeights() {
        int[] swapped = Arrays.stream(SETOSA).map(label -> 1 - label).toArray();
        for (boolean averaged : new boolean[] {false, true}) {
            var model = new Perceptron(5, averaged).fit(Fixture.IRIS, SETOSA);
            var negated = new Perceptron(5, averaged).fit(Fixture.IRIS, swapped);
            assertThat(negated.coefficients()).isEqualTo(model.coefficients().times(-1));
            assertThat(negated.intercept()).isEqualTo(-model.intercept());
        }
    }

    @Test
    void anotherRowOrderGivesAnotherSeparatingHyperplane() {
        int[] order = Rng.of(3).permutation(150);
        int[] labels = Arrays.stream(order).map(i -> SETOSA[i]).toArray();
        var model = new Perceptron(100).fit(Fixture.IRIS, SETOSA);
        var other = new Perceptron(100).fit(Fixture.IRIS.selectRows(order), labels);
        assertThat(other.coefficients()).isNotEqualTo(model.coefficients());
        assertThat(other.predict(Fixture.IRIS)).isEqualTo(SETOSA);
    }

    @Test
    void averageIsTheMeanOfTheWeightsAfterEachRow() {
        Matrix x = Matrix.of(3, 1, new double[] {2, -1, -0.25});
        int[] labels = {1, 0, 0};
        // After each row of epoch 1: (2, 1), (2, 1), (2.25, 0); of epoch 2: no mistake.
        var last = new Perceptron(2).fit(x, labels);
        assertThat(last.coefficients().get(0)).isEqualTo(2.25);
        assertThat(last.intercept()).isZero();
        assertThat(last.mistakes()).isEqualTo(2);
        var mean = new Perceptron(2, true).fit(x, labels);
        assertThat(mean.coefficients().get(0)).isCloseTo((2 + 2 + 4 * 2.25) / 6, within(1e-15));
        assertThat(mean.intercept()).isCloseTo((1 + 1 + 0.0) / 6, within(1e-15));
    }

    @Test
    void averagingHelpsOnDataThatIsNotSeparable() {
        Rng rng = Rng.of(8);
        Matrix x = Fixture.cloud(rng, 400, 5);
        int[] labels = IntStream.range(0, 400)
                .map(i -> x.get(i, 0) + x.get(i, 1) + rng.gaussian() > 0 ? 1 : 0)
                .toArray();
        double last = Fixture.accuracy(labels, new Perceptron(20).fit(x, labels).predict(x));
        double mean =
                Fixture.accuracy(labels, new Perceptron(20, true).fit(x, labels).predict(x));
        assertThat(mean).isGreaterThan(last);
    }
}
