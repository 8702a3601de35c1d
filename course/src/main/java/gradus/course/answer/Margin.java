package gradus.course.answer;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// The mean difference between two methods on the same examples, with the p-value of a paired permutation test, in
/// which the sign of each difference is drawn at random.
///
/// @param pValue two-sided; at least 0.0001
/// @param examples how many there are
public record Margin(double mean, double pValue, int examples) {

    /// A smaller p-value says that a difference is significant.
    public static final double LEVEL = 0.05;

    private static final int PERMUTATIONS = 9_999;
    private static final long SEED = 1935;
    private static final double ROUNDING = 1e-9;

    /// The margin between scores of the same examples.
    ///
    /// @throws IllegalArgumentException if there are none, or one list is longer
    public static Margin between(List<Double> first, List<Double> second) {
        if (first.isEmpty() || first.size() != second.size()) {
            throw new IllegalArgumentException(
                    "a margin needs two scores of each example, got " + first.size() + " scores and " + second.size());
        }
        var differences = new double[first.size()];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = first.get(i) - second.get(i);
        }
        return of(differences);
    }

    /// @param differences at least one
    static Margin of(double[] differences) {
        double sum = Arrays.stream(differences).sum();
        double scale = Arrays.stream(differences).map(Math::abs).sum();
        var random = new SplittableRandom(SEED);
        int asLarge = 0;
        for (int i = 0; i < PERMUTATIONS; i++) {
            double permuted = 0;
            for (double difference : differences) {
                permuted += random.nextBoolean() ? difference : -difference;
            }
            // The same sum in another order may differ in its last digits.
            asLarge += Math.abs(permuted) >= Math.abs(sum) - ROUNDING * scale ? 1 : 0;
        }
        return new Margin(sum / differences.length, (1.0 + asLarge) / (1 + PERMUTATIONS), differences.length);
    }

    /// Whether the difference is more than chance explains.
    public boolean isSignificant() {
        return pValue < LEVEL;
    }
}
