package gradus.checks.random_variables;

import static gradus.proctor.assertions.Expect.calling;

import gradus.ml.numbers.SampleStatistics;
import gradus.ml.stats.RunningMoments;
import gradus.proctor.assertions.Clause;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// No values, one value, and arguments that aren't allowed.
class MomentsEdgeChecks {

    private static final RunningMoments EMPTY = RunningMoments.empty();
    private static final RunningMoments FIVE = new RunningMoments(1, 5, 0);
    private static final double[] NOT_FINITE = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};

    @Test
    @DisplayName("one value has population variance 0, and no sample variance")
    @Clause({"few-values", "sample-variance", "population-variance"})
    void oneValue() {
        calling("RunningMoments.of(5).variance()", FIVE::variance)
                .allowingNan()
                .satisfies(
                        value -> Double.isNaN(value),
                        "NaN",
                        "n − 1 is 0: one value says nothing about the spread of others");
        calling("RunningMoments.of(5).standardDeviation()", FIVE::standardDeviation)
                .allowingNan()
                .satisfies(
                        value -> Double.isNaN(value),
                        "NaN",
                        "it is the root of the sample variance, which one value doesn't have");
        calling("RunningMoments.of(5).populationVariance()", FIVE::populationVariance)
                .gives(0.0, "if 5 is the whole population, nothing deviates from its mean");
    }

    @Test
    @DisplayName("no values have no variance of either kind")
    @Clause("few-values")
    void noValues() {
        String why = "there is nothing to average";
        calling("RunningMoments.empty().variance()", EMPTY::variance)
                .allowingNan()
                .satisfies(value -> Double.isNaN(value), "NaN", why);
        calling("RunningMoments.empty().populationVariance()", EMPTY::populationVariance)
                .allowingNan()
                .satisfies(value -> Double.isNaN(value), "NaN", why);
        calling("RunningMoments.empty().standardDeviation()", EMPTY::standardDeviation)
                .allowingNan()
                .satisfies(value -> Double.isNaN(value), "NaN", why);
    }

    @Test
    @DisplayName("two equal values have variance 0")
    @Clause({"sample-variance", "few-values"})
    void twoEqualValues() {
        var moments = new RunningMoments(2, 5, 0);
        calling("new RunningMoments(2, 5, 0).variance()", moments::variance).gives(0.0, "0 / 1 = 0");
        calling("new RunningMoments(2, 5, 0).standardDeviation()", moments::standardDeviation)
                .gives(0.0, "the root of 0 is 0");
    }

    @Test
    @DisplayName("no values stay no values, in another unit or merged")
    @Clause("empty")
    void nothingStaysNothing() {
        calling("the moments of RunningMoments.empty().rescale(1.8, 32)", () -> numbers(EMPTY.rescale(1.8, 32)))
                .allowingNan()
                .gives(new double[] {0, Double.NaN, 0}, "there is nothing to convert");
        calling(
                        "the moments of RunningMoments.empty().merge(RunningMoments.empty())",
                        () -> numbers(EMPTY.merge(EMPTY)))
                .allowingNan()
                .gives(new double[] {0, Double.NaN, 0}, "no values and no values are no values");
    }

    @Test
    @DisplayName("update and rescale throw if a number is NaN or infinite")
    @Clause("finite")
    void notFinite() {
        var moments = new RunningMoments(2, 3, 2);
        for (double bad : NOT_FINITE) {
            calling("RunningMoments.of(2, 4).update(" + bad + ")", () -> moments.update(bad))
                    .fails(IllegalArgumentException.class, "it would spoil the mean for good");
            calling("RunningMoments.empty().update(" + bad + ")", () -> EMPTY.update(bad))
                    .fails(IllegalArgumentException.class, "it would spoil the mean for good");
            calling("RunningMoments.of(2, 4).rescale(" + bad + ", 1)", () -> moments.rescale(bad, 1))
                    .fails(IllegalArgumentException.class, "the factor isn't finite");
            calling("RunningMoments.of(2, 4).rescale(2, " + bad + ")", () -> moments.rescale(2, bad))
                    .fails(IllegalArgumentException.class, "the shift isn't finite");
            calling("RunningMoments.empty().rescale(" + bad + ", 1)", () -> EMPTY.rescale(bad, 1))
                    .fails(IllegalArgumentException.class, "the factor isn't finite, whatever the values are");
            calling("RunningMoments.empty().rescale(2, " + bad + ")", () -> EMPTY.rescale(2, bad))
                    .fails(IllegalArgumentException.class, "the shift isn't finite, whatever the values are");
        }
    }

    @Test
    @DisplayName("quantile throws if the fraction is below 0 or above 1")
    @Clause("fraction")
    void fractionOutOfRange() {
        for (double p : new double[] {-0.25, -1e-9, 1.000001, 3, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            calling(
                            "SampleStatistics.quantile({3, 5, 8}, " + p + ")",
                            () -> SampleStatistics.quantile(new double[] {3, 5, 8}, p))
                    .fails(
                            IllegalArgumentException.class,
                            "no fraction of the values can be less than 0 or more than 1");
        }
        calling("SampleStatistics.quantile({3}, 1.5)", () -> SampleStatistics.quantile(new double[] {3}, 1.5))
                .fails(IllegalArgumentException.class, "also if there is only one value to choose from");
    }

    @Test
    @DisplayName("quantile throws if the fraction is NaN")
    @Clause("fraction")
    void fractionIsNan() {
        calling(
                        "SampleStatistics.quantile({3, 5, 8}, NaN)",
                        () -> SampleStatistics.quantile(new double[] {3, 5, 8}, Double.NaN))
                .fails(
                        IllegalArgumentException.class,
                        "NaN isn't from 0 to 1, although it is neither below 0 nor above 1");
    }

    @Test
    @DisplayName("quantile throws if there are no values, and one value is every quantile")
    @Clause({"no-values", "quantile"})
    void fewSorted() {
        calling("SampleStatistics.quantile({}, 0.5)", () -> SampleStatistics.quantile(new double[0], 0.5))
                .fails(IllegalArgumentException.class, "no value is in the middle of no values");
        for (double p : new double[] {0, 0.5, 1}) {
            calling("SampleStatistics.quantile({3}, " + p + ")", () -> SampleStatistics.quantile(new double[] {3}, p))
                    .gives(3.0, "with one value, n − 1 is 0, and so is the position");
        }
    }

    private static double[] numbers(RunningMoments moments) {
        return new double[] {moments.count(), moments.mean(), moments.sumOfSquaredDeviations()};
    }
}
