package gradus.ml.transformer;

import gradus.ml.numbers.Rng;
import gradus.ml.numbers.Softmax;
import java.util.Arrays;

/// Which token comes next, drawn by the model's logits.
///
/// @param temperature below 1, likely tokens become likelier; 0 takes the likeliest; 1 leaves all as the
///     model has it
/// @param most only so many of the likeliest tokens can be drawn
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
    public int next(float[] logits, Rng rng) {
        int likeliest = 0;
        double[] scaled = new double[logits.length];
        for (int i = 0; i < logits.length; i++) {
            likeliest = logits[i] > logits[likeliest] ? i : likeliest;
            scaled[i] = logits[i] / temperature;
        }
        if (temperature == 0) {
            return likeliest;
        }
        if (most < logits.length) {
            double[] sorted = scaled.clone();
            Arrays.sort(sorted);
            double least = sorted[logits.length - most];
            for (int i = 0; i < logits.length; i++) {
                scaled[i] = scaled[i] < least ? Double.NEGATIVE_INFINITY : scaled[i];
            }
        }
        return rng.choice(Softmax.of(scaled));
    }
}
