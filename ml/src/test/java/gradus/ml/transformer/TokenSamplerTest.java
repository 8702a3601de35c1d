package gradus.ml.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import gradus.ml.numbers.Rng;
import org.junit.jupiter.api.Test;

class TokenSamplerTest {

    private static final int DRAWS = 8000;

    /// Critical value at the 0.1 % level of the chi-square distribution with 3 degrees of freedom: 1 of 1000
    /// correct samplers exceeds it.
    private static final double LIMIT = 16.27;

    /// Logits of the probabilities 1/2, 1/4, 1/8 and 1/8, plus a constant, which changes nothing.
    private static final float[] LOGITS = {
        (float) (9 + Math.log(4)), (float) (9 + Math.log(2)), 9, 9,
    };

    private static int[] counts(TokenSampler tokenSampler, float... logits) {
        Rng rng = Rng.of(1);
        int[] counts = new int[logits.length];
        for (int i = 0; i < DRAWS; i++) {
            counts[tokenSampler.sample(logits, rng)]++;
        }
        return counts;
    }

    private static double chiSquare(int[] counts, double... p) {
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            double off = counts[i] - DRAWS * p[i];
            sum += off * off / (DRAWS * p[i]);
        }
        return sum;
    }

    @Test
    void pureSamplingHasTheProbabilitiesOfTheModel() {
        assertThat(chiSquare(counts(TokenSampler.pureSampling(), LOGITS), 0.5, 0.25, 0.125, 0.125))
                .isLessThan(LIMIT);
    }

    @Test
    void aLowTemperatureMakesLikelyTokensLikelier() {
        // At temperature 1/2, probabilities are squared: 16 : 4 : 1 : 1.
        assertThat(chiSquare(counts(new TokenSampler(0.5, 4), LOGITS), 16 / 22.0, 4 / 22.0, 1 / 22.0, 1 / 22.0))
                .isLessThan(LIMIT);
        assertThat(chiSquare(counts(new TokenSampler(1e9, 4), LOGITS), 0.25, 0.25, 0.25, 0.25))
                .isLessThan(LIMIT);
    }

    @Test
    void topKDrawsOnlyTheMostLikelyTokensInProportion() {
        int[] counts = counts(new TokenSampler(1, 2), LOGITS);
        assertThat(counts[2] + counts[3]).isZero();
        assertThat(chiSquare(counts, 2 / 3.0, 1 / 3.0)).isLessThan(LIMIT);
    }

    @Test
    void topKBreaksTiesByTheLowestToken() {
        assertThat(counts(new TokenSampler(1, 3), LOGITS)[3]).isZero();
        assertThat(counts(new TokenSampler(1, 1), 2, 2, 2)).containsExactly(DRAWS, 0, 0);
        assertThat(new TokenSampler(0, 5).sample(new float[] {1, 4, 4}, Rng.of(1)))
                .isEqualTo(1);
    }

    @Test
    void greedyDecodingUsesNoRandomness() {
        Rng rng = Rng.of(1);
        Rng.State before = rng.state();
        assertThat(new TokenSampler(0, 5).sample(LOGITS, rng)).isZero();
        assertThat(rng.state()).isEqualTo(before);
    }

    @Test
    void extremeTemperaturesAndLogitsDoNotOverflow() {
        float[] far = {-3e38f, 3e38f, 0};
        for (double temperature : new double[] {Double.MIN_VALUE, 1e-300, 1, 1e300, Double.POSITIVE_INFINITY}) {
            int drawn = new TokenSampler(temperature, 3).sample(far, Rng.of(1));
            if (temperature <= 1) {
                assertThat(drawn).isEqualTo(1);
            }
        }
    }

    @Test
    void aTokenWithLogitMinusInfinityIsNeverDrawn() {
        float[] logits = {Float.NEGATIVE_INFINITY, 1, Float.NEGATIVE_INFINITY, 1};
        for (double temperature : new double[] {1e-300, 1, Double.POSITIVE_INFINITY}) {
            for (int topK : new int[] {2, 3, 4}) {
                int[] counts = counts(new TokenSampler(temperature, topK), logits);
                assertThat(counts[0] + counts[2]).isZero();
                assertThat(counts[1]).isBetween(DRAWS / 2 - 300, DRAWS / 2 + 300);
            }
        }
        assertThat(new TokenSampler(0, 4).sample(logits, Rng.of(1))).isEqualTo(1);
    }

    @Test
    void invalidLogitsAreRejected() {
        for (double temperature : new double[] {0, 1}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new TokenSampler(temperature, 5)
                            .sample(new float[] {1, Float.POSITIVE_INFINITY}, Rng.of(1)))
                    .withMessageContaining("got Infinity for token 1");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new TokenSampler(temperature, 5)
                            .sample(new float[] {Float.NEGATIVE_INFINITY, Float.NEGATIVE_INFINITY}, Rng.of(1)))
                    .withMessageContaining("got none among 2");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new TokenSampler(temperature, 5).sample(new float[] {1, Float.NaN}, Rng.of(1)))
                    .withMessageContaining("got NaN for token 1");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new TokenSampler(temperature, 5).sample(new float[0], Rng.of(1)))
                    .withMessageContaining("got none");
        }
    }
}
