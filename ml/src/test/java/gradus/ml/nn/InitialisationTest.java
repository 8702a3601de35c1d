package gradus.ml.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.kernel.Reductions;
import gradus.ml.kernel.UnaryFunction;
import gradus.ml.numbers.Rng;
import gradus.ml.tensor.Tensor;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class InitialisationTest {

    private static double variance(Tensor x) {
        double mean = Reductions.sum(x.data(), 0, x.elementCount()) / x.elementCount();
        return Reductions.sumOfSquares(x.data(), 0, x.elementCount()) / x.elementCount() - mean * mean;
    }

    /// Root mean square of a signal after 20 linear layers, each followed by a ReLU. It was 1 at the start.
    private static double afterTwentyLayers(Function<Rng, Tensor> weights) {
        Rng rng = Rng.of(3);
        Tensor x = Tensor.normal(rng, 1, 32, 64);
        for (int layer = 0; layer < 20; layer++) {
            x = x.matmul(weights.apply(rng)).map(UnaryFunction.RELU);
        }
        // The ReLU removes half of the mean square: the signal before the last ReLU is meant.
        return Math.sqrt(2 * Reductions.sumOfSquares(x.data(), 0, x.elementCount()) / x.elementCount());
    }

    @Test
    void variancesAreThoseOfThePapers() {
        // The standard error of a variance from 20,000 draws is about 1 %.
        assertThat(variance(Initialisation.heNormal(Rng.of(1), 100, 200))).isCloseTo(2.0 / 100, within(1e-3));
        assertThat(variance(Initialisation.xavierUniform(Rng.of(1), 100, 200))).isCloseTo(2.0 / 300, within(3e-4));
        assertThat(variance(Initialisation.uniform(Rng.of(1), 3, 20_000))).isCloseTo(3, within(0.1));
    }

    @Test
    void uniformDrawsStayWithinTheLimit() {
        for (float each : Initialisation.uniform(Rng.of(1), 0.5, 1000).toArray()) {
            assertThat(each).isBetween(-0.5f, 0.5f);
        }
    }

    @Test
    void heInitialisationPreservesTheSignalThroughTwentyReluLayers() {
        assertThat(afterTwentyLayers(rng -> Initialisation.heNormal(rng, 64, 64)))
                .isBetween(0.5, 2.0);
    }

    @Test
    void tooSmallWeightsMakeTheSignalVanish() {
        assertThat(afterTwentyLayers(rng -> Tensor.normal(rng, 0.01, 64, 64))).isLessThan(1e-15);
    }

    @Test
    void xavierInitialisationLetsTheSignalVanishSlowlyBeforeRelu() {
        // Xavier lacks the factor 2: after 20 layers the mean square is smaller by 2^20.
        assertThat(afterTwentyLayers(rng -> Initialisation.xavierUniform(rng, 64, 64)))
                .isBetween(1e-4, 1e-2);
    }

    @Test
    void orthogonalColumnsOrRowsHaveLengthGainAndAreOrthogonal() {
        for (int[] sizes : new int[][] {{6, 6}, {9, 4}, {4, 9}, {1, 3}}) {
            Tensor w = Initialisation.orthogonal(Rng.of(1), 2, sizes[0], sizes[1]);
            assertThat(w.shape().sizes()).isEqualTo(sizes);
            Tensor products = sizes[0] >= sizes[1] ? w.transpose().matmul(w) : w.matmul(w.transpose());
            for (int i = 0; i < products.size(0); i++) {
                for (int j = 0; j < products.size(1); j++) {
                    assertThat(products.get(i, j)).isCloseTo(i == j ? 4 : 0, within(1e-5f));
                }
            }
        }
    }

    @Test
    void theFirstOrthogonalColumnIsUniformlyDistributedOverDirections() {
        // A component has mean 0 and mean square 1/3; with 1000 draws the standard error is below 0.02.
        double sum = 0;
        double square = 0;
        Rng rng = Rng.of(2);
        for (int i = 0; i < 1000; i++) {
            float first = Initialisation.orthogonal(rng, 1, 3, 3).get(0, 0);
            sum += first / 1000;
            square += (double) first * first / 1000;
        }
        assertThat(sum).isCloseTo(0, within(0.08));
        assertThat(square).isCloseTo(1.0 / 3, within(0.04));
    }

    @Test
    void orthogonalInitialisationPreservesTheSignalThroughTwentyReluLayers() {
        assertThat(afterTwentyLayers(rng -> Initialisation.orthogonal(rng, Math.sqrt(2), 64, 64)))
                .isBetween(0.5, 2.0);
    }

    @Test
    void theSameSeedGivesTheSameWeights() {
        assertThat(Initialisation.heNormal(Rng.of(4), 3, 5).toArray())
                .isEqualTo(Initialisation.heNormal(Rng.of(4), 3, 5).toArray())
                .isNotEqualTo(Initialisation.heNormal(Rng.of(5), 3, 5).toArray());
    }
}
