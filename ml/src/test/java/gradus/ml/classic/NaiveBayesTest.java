package gradus.ml.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Rng;
import gradus.ml.numbers.Sigmoid;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NaiveBayesTest {

    @Test
    void posteriorMatchesTheTextbookExample() {
        // The classic example: Chinese, Beijing, Shanghai, Macao, Tokyo, Japan; class 1 is China.
        Matrix counts = Matrix.of(
                new double[][] {{2, 1, 0, 0, 0, 0}, {2, 0, 1, 0, 0, 0}, {1, 0, 0, 1, 0, 0}, {1, 0, 0, 0, 1, 1}});
        var model = new MultinomialNaiveBayes().fit(counts, new int[] {1, 1, 1, 0});
        Matrix joint = model.jointLogLikelihoods(Matrix.of(new double[] {3, 0, 0, 0, 1, 1}));
        double china = 3 / 4.0 * Math.pow(6 / 14.0, 3) / 14 / 14;
        double other = 1 / 4.0 * Math.pow(2 / 9.0, 3) * 2 / 9 * 2 / 9;
        assertThat(Math.exp(joint.get(0, 1))).isCloseTo(china, within(1e-15));
        assertThat(Math.exp(joint.get(0, 0))).isCloseTo(other, within(1e-15));
        assertThat(model.predict(Matrix.of(new double[] {3, 0, 0, 0, 1, 1}))).containsExactly(1);
    }

    @Test
    void wordNeverSeenInAClassDoesNotRuleItOut() {
        Matrix counts = Matrix.of(new double[][] {{5, 0}, {0, 5}});
        var model = new MultinomialNaiveBayes().fit(counts, new int[] {0, 1});
        Matrix p = model.probabilities(Matrix.of(new double[] {20, 1}));
        assertThat(p.get(0, 1)).isPositive();
        assertThat(p.get(0, 0)).isGreaterThan(0.99);
    }

    @Test
    void longDocumentsDoNotUnderflow() {
        Matrix counts = Matrix.of(new double[][] {{3, 1}, {1, 3}});
        var model = new MultinomialNaiveBayes().fit(counts, new int[] {0, 1});
        Matrix p = model.probabilities(Matrix.of(new double[][] {{6000, 4000}, {5000, 5000}}));
        assertThat(p.row(0).toArray()).containsExactly(1, 0);
        assertThat(p.get(1, 0)).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void hugeSmoothingLeavesThePriors() {
        Matrix counts = Matrix.of(new double[][] {{9, 0}, {9, 0}, {0, 9}});
        var model = new MultinomialNaiveBayes(1e15).fit(counts, new int[] {0, 0, 1});
        Matrix p = model.probabilities(Matrix.of(new double[] {4, 4}));
        assertThat(p.get(0, 0)).isCloseTo(2 / 3.0, within(1e-9));
    }

    @Test
    void negativeCountThrowsWithRowAndColumn() {
        Matrix counts = Matrix.of(new double[][] {{1, 2}, {3, -1}});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MultinomialNaiveBayes().fit(counts, new int[] {0, 1}))
                .withMessageContainingAll("-1.0", "row 1", "column 1");
    }

    @Test
    void independentNormalFeaturesGiveTheTruePosterior() {
        Rng rng = Rng.of(4);
        int n = 40_000;
        Matrix x = Matrix.from(n, 2, (i, j) -> (i % 2 == 0 ? 0 : 1 + j) + (j == 0 ? 1 : 2) * rng.gaussian());
        int[] labels = IntStream.range(0, n).map(i -> i % 2).toArray();
        var model = new GaussianNaiveBayes().fit(x, labels);
        for (double[] point : new double[][] {{0, 0}, {1, 2}, {0.5, 1}, {2, -1}}) {
            double logRatio =
                    square(point[0]) / 2 - square(point[0] - 1) / 2 + square(point[1]) / 8 - square(point[1] - 2) / 8;
            assertThat(model.probabilities(Matrix.of(point)).get(0, 1)).isCloseTo(Sigmoid.of(logRatio), within(0.02));
        }
    }

    @Test
    void priorsAreTheClassFrequencies() {
        Matrix x = Matrix.of(4, 1, new double[] {0, 1, 2, 9});
        var model = new GaussianNaiveBayes().fit(x, new int[] {7, 7, 7, 3});
        assertThat(model.priors()).isEqualTo(Vector.of(0.25, 0.75));
        assertThat(model.classes()).containsExactly(3, 7);
        assertThat(model.means().column(0)).isEqualTo(Vector.of(9, 1));
    }

    @Test
    void variancesAreAccurateFarFromZero() {
        Matrix x = Matrix.of(4, 1, new double[] {1e9, 1e9 + 2, 1e9 + 10, 1e9 + 12});
        var model = new GaussianNaiveBayes(1e-12).fit(x, new int[] {0, 0, 1, 1});
        assertThat(model.variances().get(0, 0)).isCloseTo(1, within(1e-9));
        assertThat(model.predict(x)).containsExactly(0, 0, 1, 1);
    }

    @Test
    void classifiesIris() {
        var model = new GaussianNaiveBayes().fit(Fixture.IRIS, Fixture.SPECIES);
        assertThat(Fixture.accuracy(Fixture.SPECIES, model.predict(Fixture.IRIS)))
                .isEqualTo(0.96);
    }

    @Test
    void smoothingMustBeAboveZero() {
        for (double smoothing : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new GaussianNaiveBayes(smoothing));
            assertThatIllegalArgumentException().isThrownBy(() -> new MultinomialNaiveBayes(smoothing));
        }
    }

    private static double square(double x) {
        return x * x;
    }
}
