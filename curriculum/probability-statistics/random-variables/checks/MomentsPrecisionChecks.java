package gradus.checks.random_variables;

import static gradus.proctor.assertions.Expect.calling;

import gradus.ml.numbers.SampleStatistics;
import gradus.ml.stats.RunningMoments;
import gradus.proctor.assertions.Clause;
import gradus.proctor.exact.ExactSum;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Values far from zero, many values, and very large and very small ones.
class MomentsPrecisionChecks {

    private static final int N = 1000;

    /// With 1,000 normal values around 1e9, the relative error of the reference is 3e-8; six other ways to write
    /// the update stay below 3e-6. E[x²] − E[x]² has 1345.
    @Test
    @DisplayName("the variance is right for a thousand values a billion standard deviations from zero")
    @Clause({"offset", "update"})
    void farFromZero() {
        for (double offset : new double[] {1e6, -1e9, 1e9}) {
            double[] x = around(offset);
            double[] expected = moments(x);
            calling(
                            "RunningMoments.of(1,000 values around " + offset + ").sumOfSquaredDeviations()",
                            () -> RunningMoments.of(x).sumOfSquaredDeviations())
                    .within(1e-5, 0)
                    .gives(expected[1], "the spread doesn't depend on how far from zero the values are");
            calling(
                            "RunningMoments.of(1,000 values around " + offset + ").mean()",
                            () -> RunningMoments.of(x).mean())
                    .within(1e-12, 0)
                    .gives(expected[0], "the sum of the values, divided by 1,000");
        }
    }

    @Test
    @DisplayName("merged parts are right a billion standard deviations from zero")
    @Clause({"offset", "merge"})
    void mergedFarFromZero() {
        double[] x = around(1e9);
        double[] expected = moments(x);
        for (int cut : new int[] {1, 300, 999}) {
            double[] first = moments(Arrays.copyOf(x, cut));
            double[] second = moments(Arrays.copyOfRange(x, cut, N));
            var a = new RunningMoments(cut, first[0], first[1]);
            var b = new RunningMoments(N - cut, second[0], second[1]);
            calling(
                            "the sum of squared deviations of " + cut + " and " + (N - cut)
                                    + " values around 1e9, merged",
                            () -> a.merge(b).sumOfSquaredDeviations())
                    .within(1e-5, 0)
                    .gives(expected[1], "the spread doesn't depend on how far from zero the values are");
        }
    }

    @Test
    @DisplayName("moments are accurate at 1e100 and at 1e-100")
    @Clause("range")
    void largeAndSmall() {
        for (String power : new String[] {"e100", "e-100"}) {
            double unit = Double.parseDouble("1" + power);
            double[] squares = {14 * unit * unit};
            calling(
                            "RunningMoments.of(14" + power + ", 15" + power + ", 10" + power + ").mean()",
                            () -> RunningMoments.of(14 * unit, 15 * unit, 10 * unit)
                                    .mean())
                    .within(1e-9, 0)
                    .gives(13 * unit, "as the mean of 14, 15 and 10 is 13");
            calling(
                            "the sum of squared deviations of 14" + power + ", 15" + power + ", 10" + power,
                            () -> RunningMoments.of(14 * unit, 15 * unit, 10 * unit)
                                    .sumOfSquaredDeviations())
                    .within(1e-9, 0)
                    .gives(squares[0], "as that of 14, 15 and 10 is 14");
            calling(
                            "the sum of squared deviations of RunningMoments.of(14, 15, 10).rescale(1" + power + ", 0)",
                            () -> new RunningMoments(3, 13, 14).rescale(unit, 0).sumOfSquaredDeviations())
                    .within(1e-9, 0)
                    .gives(squares[0], "the square of the factor times 14");
            calling(
                            "the sum of squared deviations of 14" + power + ", 15" + power + " and of 10" + power
                                    + ", merged",
                            () -> new RunningMoments(2, 14.5 * unit, unit * unit / 2)
                                    .merge(new RunningMoments(1, 10 * unit, 0))
                                    .sumOfSquaredDeviations())
                    .within(1e-9, 0)
                    .gives(squares[0], "as that of 14, 15 and 10 is 14");
            calling(
                            "SampleStatistics.quantile({1" + power + ", 2" + power + "}, 0.25)",
                            () -> SampleStatistics.quantile(new double[] {unit, 2 * unit}, 0.25))
                    .within(1e-9, 0)
                    .gives(1.25 * unit, "a quarter of the way from the one to the other");
        }
    }

    @Test
    @DisplayName("counts beyond the range of an int")
    @Clause({"merge", "range"})
    void manyValues() {
        var many = new RunningMoments(3_000_000_000L, 1, 6_000_000_000L);
        var few = new RunningMoments(1_000_000_000L, 5, 2_000_000_000L);
        calling(
                        "the moments of three billion values with mean 1 and one billion with mean 5, merged",
                        () -> numbers(many.merge(few)))
                .gives(
                        new double[] {4e9, 2, 2e10},
                        "the mean is (3 · 1 + 1 · 5) / 4, and 4² · 3 · 1 / 4 billion = 12 billion "
                                + "squared deviations lie between the parts");
        calling("the variance of three billion values", many::variance)
                .within(1e-12, 0)
                .gives(6e9 / 2_999_999_999.0, "the sum of the squared deviations, divided by n − 1");
        calling("the moments of three billion values with mean 1, and 4", () -> numbers(many.update(4)))
                .within(1e-12, 0)
                .gives(
                        new double[] {3_000_000_001.0, 1 + 3 / 3_000_000_001.0, 6_000_000_009.0},
                        "one value more moves the mean by a three-billionth of its distance");
    }

    /// Normal values with standard deviation 1, the same in every run.
    private static double[] around(double offset) {
        var random = new Random(1962);
        double[] x = new double[N];
        Arrays.setAll(x, i -> offset + random.nextGaussian());
        return x;
    }

    /// Mean and sum of the squared deviations, with the rounding of the mean corrected.
    private static double[] moments(double[] x) {
        double mean = ExactSum.of(x) / x.length;
        double[] deviations = Arrays.stream(x).map(value -> value - mean).toArray();
        double rest = ExactSum.of(deviations);
        return new double[] {mean, ExactSum.dot(deviations, deviations) - rest * rest / x.length};
    }

    private static double[] numbers(RunningMoments moments) {
        return new double[] {moments.count(), moments.mean(), moments.sumOfSquaredDeviations()};
    }
}
