package gradus.checks.random_variables;

import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.assertions.Expect.unchanged;
import static gradus.proctor.format.JavaLiterals.elements;

import gradus.ml.numbers.SampleStatistics;
import gradus.ml.stats.RunningMoments;
import gradus.proctor.assertions.Clause;
import gradus.proctor.property.Gen;
import gradus.proctor.property.Property;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What is true of the quantiles of any numbers, and that nothing is changed.
class MomentsQuantileChecks {

    @Test
    @DisplayName("quantiles rise with the fraction, from the smallest value to the largest")
    @Clause("quantile")
    void quantilesRise() {
        Property.forAll(Gen.pairs(
                        MomentsLawChecks.SAMPLES.map(MomentsQuantileChecks::sorted), Gen.array(Gen.doubles(0, 1), 2)))
                .check(pair -> {
                    double[] x = pair.first();
                    double low = Math.min(pair.second()[0], pair.second()[1]);
                    double high = Math.max(pair.second()[0], pair.second()[1]);
                    double least = calling(call(x, low), () -> SampleStatistics.quantile(x, low))
                            .satisfies(
                                    value -> value >= x[0] - 1e-9,
                                    "at least " + x[0],
                                    "no quantile is below the smallest value");
                    calling(call(x, high), () -> SampleStatistics.quantile(x, high))
                            .satisfies(
                                    value -> value >= least - 1e-9 && value <= x[x.length - 1] + 1e-9,
                                    "from " + least + " to " + x[x.length - 1],
                                    "a larger fraction never has a smaller quantile, nor one beyond the largest value");
                });
    }

    @Test
    @DisplayName("the quantile at p from below is the quantile at 1 − p from above")
    @Clause("quantile")
    void quantilesFromAbove() {
        Gen<Double> fractions = Gen.ints(0, 64).map(i -> i / 64.0);
        Property.forAll(Gen.pairs(MomentsLawChecks.SAMPLES.map(MomentsQuantileChecks::sorted), fractions))
                .check(pair -> {
                    double[] x = pair.first();
                    double p = pair.second();
                    double fromBelow = calling(call(x, p), () -> SampleStatistics.quantile(x, p))
                            .result();
                    double[] opposite = sorted(MomentsLawChecks.affine(x, -1, 0));
                    calling(call(opposite, 1 - p), () -> SampleStatistics.quantile(opposite, 1 - p))
                            .within(1e-9, 1e-9)
                            .gives(-fromBelow, "the same place, seen from the other end");
                });
    }

    @Test
    @DisplayName("update, merge and rescale leave their moments as they were, and quantile its array")
    @Clause("unchanged")
    void nothingChanges() {
        Property.forAll(MomentsLawChecks.SAMPLES.map(MomentsQuantileChecks::sorted))
                .check(x -> {
                    RunningMoments moments = MomentsLawChecks.twoPasses(x);
                    var other = new RunningMoments(2, 9, 2);
                    double[] before = MomentsLawChecks.numbers(moments);
                    calling("moments.update(8)", () -> moments.update(8)).result();
                    unchanged("moments, after moments.update(8)", before, MomentsLawChecks.numbers(moments));
                    calling("moments.merge(other)", () -> moments.merge(other)).result();
                    unchanged("moments, after moments.merge(other)", before, MomentsLawChecks.numbers(moments));
                    unchanged(
                            "other, after moments.merge(other)",
                            new double[] {2, 9, 2},
                            MomentsLawChecks.numbers(other));
                    calling("moments.rescale(2, 1)", () -> moments.rescale(2, 1))
                            .result();
                    unchanged("moments, after moments.rescale(2, 1)", before, MomentsLawChecks.numbers(moments));
                    double[] copy = x.clone();
                    calling(() -> call(x, 0.4), () -> SampleStatistics.quantile(x, 0.4))
                            .result();
                    unchanged(() -> "the array, after " + call(copy, 0.4), copy, x);
                });
    }

    private static String call(double[] x, double p) {
        return "SampleStatistics.quantile({" + elements(x) + "}, " + p + ")";
    }

    private static double[] sorted(double[] x) {
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        return sorted;
    }
}
