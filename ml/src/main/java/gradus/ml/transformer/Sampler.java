package gradus.ml.transformer;

import gradus.ml.numbers.Rng;
import gradus.ml.numbers.Softmax;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Which token comes next, drawn by the model's logits.
///
/// @param temperature below 1, likely tokens become likelier; 0 takes the likeliest; 1 leaves all as the
///     model has it
/// @param topK only so many of the likeliest tokens can be drawn; of equal ones, the first
public record Sampler(double temperature, int topK) {

    public Sampler {
        if (!(temperature >= 0) || topK < 1) {
            throw new IllegalArgumentException("a temperature is 0 or more, and at least 1 token can be drawn, got "
                    + temperature + " and " + topK);
        }
    }

    /// Draws from all tokens, as the model has it.
    public static Sampler pureSampling() {
        return new Sampler(1, Integer.MAX_VALUE);
    }

    /// A token. O(V·log V) where only some can be drawn, else O(V).
    ///
    /// @throws IllegalArgumentException if there is no logit, or one is not finite
    public int sample(float[] logits, Rng rng) {
        int argmax = argmax(logits);
        if (temperature == 0) {
            return argmax;
        }
        double[] scaled = new double[logits.length];
        for (int i = 0; i < logits.length; i++) {
            // Differences to the largest are at most 0: no temperature, however low, makes them overflow.
            scaled[i] = ((double) logits[i] - logits[argmax]) / temperature;
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
            throw new IllegalArgumentException("a token is drawn from 1 at least, got none");
        }
        int argmax = 0;
        for (int i = 0; i < logits.length; i++) {
            if (!Float.isFinite(logits[i])) {
                throw new IllegalArgumentException("logits are finite numbers, got " + logits[i] + " for token " + i
                        + "; the model may have learned at too high a rate");
            }
            argmax = logits[i] > logits[argmax] ? i : argmax;
        }
        return argmax;
    }
}
