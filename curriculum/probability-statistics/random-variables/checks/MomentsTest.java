package gradus.checks.random_variables;

import static gradus.proctor.assertions.Expect.calling;

import gradus.ml.numbers.SampleStatistics;
import gradus.ml.stats.RunningMoments;
import gradus.proctor.assertions.Clause;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The week of the lesson, with numbers that you can check with a pencil.
class MomentsTest {

    private static final RunningMoments WORKDAYS = new RunningMoments(5, 13.2, 14.8);
    private static final RunningMoments WEEKEND = new RunningMoments(2, 9, 2);
    private static final RunningMoments WEEK = new RunningMoments(7, 12, 42);
    private static final double[] SORTED = {8, 10, 10, 13, 14, 14, 15};

    @Test
    @DisplayName("14, then 15, then 10, one value at a time")
    @Clause("update")
    void updateByHand() {
        moments(
                "RunningMoments.empty().update(14)",
                () -> RunningMoments.empty().update(14),
                1,
                14,
                0,
                "a single value is its own mean, and doesn't deviate from it");
        moments(
                "new RunningMoments(1, 14, 0).update(15)",
                () -> new RunningMoments(1, 14, 0).update(15),
                2,
                14.5,
                0.5,
                "14 and 15 both deviate by 0.5 from 14.5");
        moments(
                "new RunningMoments(2, 14.5, 0.5).update(10)",
                () -> new RunningMoments(2, 14.5, 0.5).update(10),
                3,
                13,
                14,
                "14, 15 and 10 deviate by 1, 2 and −3 from 13: 1 + 4 + 9 = 14");
    }

    @Test
    @DisplayName("the week is the workdays and the weekend, merged")
    @Clause("merge")
    void mergeByHand() {
        moments(
                "workdays.merge(weekend)",
                () -> WORKDAYS.merge(WEEKEND),
                7,
                12,
                42,
                "five days with mean 13.2 and two with mean 9: 84 thousand children in 7 days");
    }

    @Test
    @DisplayName("the week has the sample variance 7")
    @Clause("sample-variance")
    void varianceByHand() {
        calling("new RunningMoments(7, 12, 42).variance()", WEEK::variance)
                .gives(7.0, "the squared deviations add up to 42, and n − 1 is 6");
    }

    @Test
    @DisplayName("the week has the population variance 6")
    @Clause("population-variance")
    void populationVarianceByHand() {
        calling("new RunningMoments(7, 12, 42).populationVariance()", WEEK::populationVariance)
                .gives(6.0, "the squared deviations add up to 42, and n is 7");
    }

    @Test
    @DisplayName("the workdays have the standard deviation √3.7")
    @Clause("standard-deviation")
    void standardDeviationByHand() {
        calling("new RunningMoments(5, 13.2, 14.8).standardDeviation()", WORKDAYS::standardDeviation)
                .gives(Math.sqrt(3.7), "the root of the sample variance, 14.8 / 4 = 3.7");
    }

    @Test
    @DisplayName("the week, counted down from 20 in units of 500")
    @Clause("rescale")
    void rescaleByHand() {
        moments(
                "new RunningMoments(7, 12, 42).rescale(-2, 20)",
                () -> WEEK.rescale(-2, 20),
                7,
                -4,
                168,
                "−2 · 12 + 20 = −4, and every deviation is −2 times what it was, so its square is 4 times");
    }

    @Test
    @DisplayName("the week's minimum, median, 0.9 quantile and maximum")
    @Clause("quantile")
    void quantileByHand() {
        calling("SampleStatistics.quantile({8, 10, 10, 13, 14, 14, 15}, 0)", () -> quantile(0))
                .gives(8.0, "the position is 0 · 6 = 0, the first value");
        calling("SampleStatistics.quantile({8, 10, 10, 13, 14, 14, 15}, 0.5)", () -> quantile(0.5))
                .gives(13.0, "the position is 0.5 · 6 = 3, counted from 0");
        calling("SampleStatistics.quantile({8, 10, 10, 13, 14, 14, 15}, 0.9)", () -> quantile(0.9))
                .gives(14.4, "the position is 0.9 · 6 = 5.4: 0.4 of the way from 14 to 15");
        calling("SampleStatistics.quantile({8, 10, 10, 13, 14, 14, 15}, 1)", () -> quantile(1))
                .gives(15.0, "the position is 1 · 6 = 6, the last value");
    }

    private static double quantile(double p) {
        return SampleStatistics.quantile(SORTED.clone(), p);
    }

    /// The three numbers one by one, so that the first wrong one is reported by its name.
    private static void moments(
            String call, Supplier<RunningMoments> moments, long count, double mean, double squares, String why) {
        calling(call + ".count()", () -> moments.get().count()).gives(count, why);
        calling(call + ".mean()", () -> moments.get().mean()).gives(mean, why);
        calling(call + ".sumOfSquaredDeviations()", () -> moments.get().sumOfSquaredDeviations())
                .gives(squares, why);
    }
}
