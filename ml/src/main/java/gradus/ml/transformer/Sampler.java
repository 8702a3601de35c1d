package gradus.ml.transformer;

import gradus.ml.numbers.Rng;
import gradus.ml.numbers.Softmax;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Which token comes next, drawn by the model's logits.
///
/// @param temperature below 1, likely tokens become likelier; 0 takes the likeliest; 1 leaves all as the
///     model has it
/// @param most only so many of the likeliest tokens can be drawn; of equal ones, the first
public record Sampler(double temperature, int most) {

    public Sampler {
        if (!(temperature >= 0) || most < 1) {
            throw new IllegalArgumentException("a temperature is 0 or more, and at least 1 token can be drawn, got "
                    + temperature + " and " + most);
        }
    }

    /// Draws from all tokens, as the model has it.
    public static Sampler faithful() {
        return new Sampler(1, Integer.MAX_VALUE);
    }

    /// A token. O(V·log V) where only some can be drawn, else O(V).
    ///
    /// @throws IllegalArgumentException if there is no logit, or one is not finite
    public int next(float[] logits, Rng rng) {
        int likeliest = likeliest(logits);
        if (temperature == 0) {
            return likeliest;
        }
        double[] scaled = new double[logits.length];
        for (int i = 0; i < logits.length; i++) {
            // Differences to the largest are at most 0: no temperature, however low, makes them overflow.
            scaled[i] = ((double) logits[i] - logits[likeliest]) / temperature;
        }
        if (most < logits.length) {
            IntStream.range(0, logits.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> -logits[i]))
                    .skip(most)
                    .forEach(i -> scaled[i] = Double.NEGATIVE_INFINITY);
        }
        return rng.choice(Softmax.of(scaled));
    }

    private static int likeliest(float[] logits) {
        if (logits.length == 0) {
            throw new IllegalArgumentException("a token is drawn from 1 at least, got none");
        }
        int likeliest = 0;
        for (int i = 0; i < logits.length; i++) {
            if (!Float.isFinite(logits[i])) {
                throw new IllegalArgumentException("logits are finite numbers, got " + logits[i] + " for token " + i
                        + "; the model may have learned at too high a rate");
            }
            likeliest = logits[i] > logits[likeliest] ? i : likeliest;
        }
        return likeliest;
    }
}
