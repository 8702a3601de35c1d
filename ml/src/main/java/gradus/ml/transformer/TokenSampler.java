package gradus.ml.transformer;

import gradus.ml.numbers.Rng;
import gradus.ml.numbers.Softmax;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Sampler (decoding strategy): draws the next token from the logits of a language model, with temperature
/// and top-k.
///
/// @param temperature divisor of the logits, ≥ 0; 1 keeps the probabilities of the model, lower values
///     sharpen the distribution, higher ones flatten it, and 0 is greedy decoding: always the most likely
///     token
/// @param topK number of most likely tokens from which one is drawn, ≥ 1; of equally likely ones, those with
///     the lowest ids
public record TokenSampler(double temperature, int topK) {

    /// Checks the settings.
    ///
    /// @throws IllegalArgumentException if one is out of its range
    public TokenSampler {
        if (!(temperature >= 0) || topK < 1) {
            throw new IllegalArgumentException("temperature must be at least 0 and topK at least 1, got temperature "
                    + temperature + " and topK " + topK);
        }
    }

    /// Pure (ancestral) sampling: temperature 1 and no top-k, so exactly the probabilities of the model.
    public static TokenSampler pureSampling() {
        return new TokenSampler(1, Integer.MAX_VALUE);
    }

    /// Draws a token. O(V·log V) with top-k, else O(V). With temperature 0, `rng` is not used.
    ///
    /// @param logits one for each token id, shape `(V)`; minus infinity rules a token out
    /// @throws IllegalArgumentException if there are no logits, one is NaN or infinity, or all are minus
    ///     infinity
    public int sample(float[] logits, Rng rng) {
        int argmax = argmax(logits);
        if (temperature == 0) {
            return argmax;
        }
        double[] scaled = new double[logits.length];
        for (int i = 0; i < logits.length; i++) {
            // Relative to the largest logit, all are at most 0, so even a tiny temperature only sends them to −∞.
            double below = (double) logits[i] - logits[argmax];
            scaled[i] = Double.isInfinite(below) ? below : below / temperature;
        }
        if (topK < logits.length) {
            IntStream.range(0, logits.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> -logits[i]))
                    .skip(topK)
                    .forEach(i -> scaled[i] = Double.NEGATIVE_INFINITY);
        }
        return rng.choice(Softmax.of(scaled));
    }

    private static int argmax(float[] logits) {
        if (logits.length == 0) {
            throw new IllegalArgumentException("sample needs at least 1 logit, got none");
        }
        int argmax = 0;
        for (int i = 0; i < logits.length; i++) {
            if (!(logits[i] < Float.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("logits must be finite, or minus infinity to rule a token out, got "
                        + logits[i] + " for token " + i + "; the model may have diverged in training");
            }
            argmax = logits[i] > logits[argmax] ? i : argmax;
        }
        if (logits[argmax] == Float.NEGATIVE_INFINITY) {
            throw new IllegalArgumentException(
                    "sample needs a logit above minus infinity, got none among " + logits.length);
        }
        return argmax;
    }
}
