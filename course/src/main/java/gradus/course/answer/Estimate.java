package gradus.course.answer;

import java.util.Arrays;
import java.util.SplittableRandom;

/// A mean over examples, with its 95 % confidence interval by the percentile bootstrap.
///
/// @param examples how many there are
public record Estimate(double mean, double low, double high, int examples) {

    private static final int RESAMPLES = 2_000;
    private static final long SEED = 1979;
    private static final double TAIL = 0.025;

    /// The same scores give the same interval.
    ///
    /// @param scores at least one
    static Estimate of(double[] scores) {
        var random = new SplittableRandom(SEED);
        var means = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            double sum = 0;
            for (int j = 0; j < scores.length; j++) {
                sum += scores[random.nextInt(scores.length)];
            }
            means[i] = sum / scores.length;
        }
        Arrays.sort(means);
        return new Estimate(
                Arrays.stream(scores).sum() / scores.length,
                means[(int) (TAIL * RESAMPLES)],
                means[(int) ((1 - TAIL) * RESAMPLES) - 1],
                scores.length);
    }
}
