package gradus.checks.random_reproducibility;

import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.property.Property.forAll;

import gradus.ml.numbers.Rng;
import gradus.proctor.assertions.Clause;
import gradus.proctor.assertions.SampleAssertions;
import gradus.proctor.property.Gen;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The hidden checks of normal numbers.
class RngGaussianChecks {

    private static final int MANY = 50_000;

    @Test
    @DisplayName("normal numbers are finite for the most extreme draws")
    @Clause({"every-draw", "gaussian"})
    void extremeDraws() {
        Gen<Long> extremes = Gen.oneOf(0L, Long.MIN_VALUE, -1L);
        forAll(Gen.pairs(extremes, extremes)).cases(60).check(pair -> {
            var rng = RngBoundChecks.drawing(pair.first(), pair.second());
            for (int call = 0; call < 2; call++) {
                calling(
                                () -> "rng.gaussian(), where the next two nextDouble() are " + uniform(pair.first())
                                        + " and " + uniform(pair.second()),
                                rng::gaussian)
                        .satisfies(Double::isFinite, "a finite number", "those draws are rare, but possible");
            }
        });
    }

    @Test
    @DisplayName("normal numbers aren't rounded to a float")
    @Clause("gaussian-digits")
    void digits() {
        forAll(Gen.ints(0, 1000)).cases(30).check(seed -> {
            double[] x = gaussians(Rng.of(seed), 4);
            for (int i = 0; i < x.length; i++) {
                int call = i;
                calling(() -> "call " + (call + 1) + " of Rng.of(" + seed + ").gaussian()", () -> x[call])
                        .satisfies(
                                got -> got != (float) (double) got,
                                "a number with more digits than a float has",
                                "only one double in 500 million is a float as well");
            }
        });
    }

    @Test
    @DisplayName("50,000 normal numbers have the mean, variance and skewness of the normal distribution")
    @Clause("gaussian")
    void moments() {
        double[] x = gaussians(Rng.of(1809), MANY);
        String draws = "50,000 calls of rng.gaussian()";
        SampleAssertions.hasMean(draws, x, 0, 1, "the bell curve is centred at 0");
        SampleAssertions.hasVariance(draws, x, 1, "its standard deviation is 1");
        SampleAssertions.hasMean(
                "the cubes of " + draws, map(x, v -> v * v * v), 0, Math.sqrt(15), "the bell curve is symmetric");
    }

    /// The mean of x⁴ − 6x² + 3 is the excess kurtosis: 0 for the normal distribution, with a standard error of
    /// √(24 / n), half of that of x⁴ alone. So the sum of twelve uniform numbers, whose excess kurtosis is −0.1,
    /// is eight standard errors off with 150,000 numbers.
    @Test
    @DisplayName("the tails are those of the normal distribution: its kurtosis is 3")
    @Clause({"gaussian-tails", "gaussian"})
    void kurtosis() {
        double[] x = gaussians(Rng.of(1826), 3 * MANY);
        SampleAssertions.hasMean(
                "x⁴ − 6x² + 3 for 150,000 numbers x of rng.gaussian()",
                map(x, v -> v * v * v * v - 6 * v * v + 3),
                0,
                Math.sqrt(24),
                "the mean of x⁴ is 3 and that of x² is 1, so this is 3 − 6 + 3");
    }

    @Test
    @DisplayName("68 % of normal numbers are within 1 of 0, 95 % within 2, all but one in 370 within 3")
    @Clause({"gaussian-tails", "gaussian"})
    void shares() {
        double[] x = gaussians(Rng.of(68), MANY);
        double[] ends = {0.5, 1, 2, 3};
        double[] within = {0.3829249225480262, 0.6826894921370859, 0.9544997361036416, 0.9973002039367398};
        for (int i = 0; i < ends.length; i++) {
            double end = ends[i];
            SampleAssertions.hasProportion(
                    "numbers of rng.gaussian() between −" + end + " and " + end,
                    Arrays.stream(x).filter(v -> Math.abs(v) < end).count(),
                    MANY,
                    within[i],
                    "it's the area below the bell curve there");
        }
    }

    @Test
    @DisplayName("one normal number says nothing about the next")
    @Clause({"independent", "gaussian"})
    void uncorrelated() {
        double[] x = gaussians(Rng.of(12), MANY);
        double[] now = Arrays.copyOf(x, MANY - 1);
        double[] next = Arrays.copyOfRange(x, 1, MANY);
        String pairs = "50,000 numbers of rng.gaussian() and the number after each";
        SampleAssertions.areUncorrelated(pairs, now, next, "each is drawn independently of the others");
        SampleAssertions.areUncorrelated(
                "the squares of " + pairs,
                map(now, v -> v * v),
                map(next, v -> v * v),
                "how far one is from 0 says nothing about the other");
    }

    static double[] gaussians(Rng rng, int n) {
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = rng.gaussian();
        }
        return x;
    }

    private static double[] map(double[] x, DoubleUnaryOperator function) {
        return Arrays.stream(x).map(function).toArray();
    }

    private static String uniform(long bits) {
        return bits == -1 ? "1 − 2⁻⁵³" : bits == 0 ? "0.0" : "0.5";
    }
}
