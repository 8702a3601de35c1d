package gradus.checks.random_variables;

import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.format.JavaLiterals.elements;
import static gradus.proctor.property.MetamorphicRelations.relations;

import gradus.ml.stats.RunningMoments;
import gradus.proctor.assertions.Clause;
import gradus.proctor.property.Gen;
import gradus.proctor.property.MetamorphicRelations;
import gradus.proctor.property.Property;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What is true of the moments and quantiles of any numbers.
class MomentsLawChecks {

    private static final double[] WEEK = {14, 15, 10, 13, 14, 10, 8};
    static final Gen<double[]> SAMPLES = Gen.arrays(Gen.doubles(-8, 8), 2, 9);

    @Test
    @DisplayName("the moments don't depend on the order of the values")
    @Clause("update")
    void orderDoesNotMatter() {
        moments().invariant("in reverse", MomentsLawChecks::reversed, "a mean and squared deviations have no order");
    }

    @Test
    @DisplayName("adding the same to every value moves the mean, and not the spread")
    @Clause("update")
    void shiftedValues() {
        moments()
                .equivariant(
                        "50 added to every value",
                        x -> affine(x, 1, 50),
                        out -> new double[] {out[0], out[1] + 50, out[2]},
                        "E[X + 50] = E[X] + 50, and no deviation changes");
    }

    @Test
    @DisplayName("values three times as large have nine times the variance")
    @Clause("update")
    void scaledValues() {
        moments()
                .equivariant(
                        "every value times −3",
                        x -> affine(x, -3, 0),
                        out -> new double[] {out[0], -3 * out[1], 9 * out[2]},
                        "every deviation is −3 times as large, and its square 9 times");
    }

    @Test
    @DisplayName("wherever you split the values, the merged parts are the whole")
    @Clause({"merge", "empty"})
    void everySplit() {
        Property.forAll(Gen.pairs(SAMPLES, Gen.ints(0, 9))).check(pair -> {
            double[] x = pair.first();
            int cut = Math.min(pair.second(), x.length);
            double[] first = Arrays.copyOf(x, cut);
            double[] second = Arrays.copyOfRange(x, cut, x.length);
            calling(
                            "the moments of RunningMoments.of(" + elements(first) + ").merge(RunningMoments.of("
                                    + elements(second) + "))",
                            () -> numbers(twoPasses(first).merge(twoPasses(second))))
                    .within(1e-9, 1e-9)
                    .gives(numbers(twoPasses(x)), "the count, mean and sum of squared deviations of all values");
        });
    }

    @Test
    @DisplayName("three parts can be merged in any order")
    @Clause("merge")
    void mergeInAnyOrder() {
        Property.forAll(Gen.vectors(3, Gen.doubles(-8, 8), 1, 5)).check(parts -> {
            RunningMoments a = twoPasses(parts[0]);
            RunningMoments b = twoPasses(Arrays.copyOf(parts[1], 1));
            RunningMoments c = twoPasses(parts[2]);
            double[] left = calling(
                            "the moments of a.merge(b).merge(c)",
                            () -> numbers(a.merge(b).merge(c)))
                    .result();
            calling("the moments of a.merge(b.merge(c))", () -> numbers(a.merge(b.merge(c))))
                    .within(1e-9, 1e-9)
                    .gives(left, "as a.merge(b).merge(c): the values are the same");
            calling(
                            "the moments of c.merge(b).merge(a)",
                            () -> numbers(c.merge(b).merge(a)))
                    .within(1e-9, 1e-9)
                    .gives(left, "as a.merge(b).merge(c): the values are the same");
        });
    }

    @Test
    @DisplayName("rescaled moments are the moments of the rescaled values")
    @Clause("rescale")
    void rescaled() {
        Gen<double[]> changes = Gen.array(Gen.doubles(-4, 4), 2);
        Property.forAll(Gen.pairs(SAMPLES, changes)).check(pair -> {
            double[] x = pair.first();
            double factor = pair.second()[0];
            double shift = pair.second()[1];
            calling(
                            "the moments of RunningMoments.of(" + elements(x) + ").rescale(" + factor + ", " + shift
                                    + ")",
                            () -> numbers(twoPasses(x).rescale(factor, shift)))
                    .within(1e-9, 1e-9)
                    .gives(numbers(twoPasses(affine(x, factor, shift))), "the moments of factor·x + shift");
        });
    }

    @Test
    @DisplayName("there and back: a change of unit can be undone")
    @Clause("rescale")
    void thereAndBack() {
        Property.forAll(SAMPLES).check(x -> {
            RunningMoments celsius = twoPasses(x);
            calling(
                            "the moments of RunningMoments.of(" + elements(x)
                                    + ").rescale(1.8, 32).rescale(1 / 1.8, -32 / 1.8)",
                            () -> numbers(celsius.rescale(1.8, 32).rescale(1 / 1.8, -32 / 1.8)))
                    .within(1e-9, 1e-9)
                    .gives(numbers(celsius), "from degrees Celsius to Fahrenheit and back");
        });
    }

    @Test
    @DisplayName("on average over all samples of two, the sample variance is that of the population")
    @Clause({"sample-variance", "population-variance"})
    void unbiased() {
        RunningMoments population = twoPasses(WEEK);
        calling(
                        "the mean of variance() over all 49 samples of two days",
                        () -> Arrays.stream(WEEK)
                                .flatMap(first -> Arrays.stream(WEEK)
                                        .map(second -> twoPasses(first, second).variance()))
                                .average()
                                .orElseThrow())
                .gives(6.0, "the population variance of the week is 42 / 7 = 6; dividing by n gives 3");
        calling("populationVariance() of the week", population::populationVariance)
                .gives(6.0, "the week is the whole population");
    }

    @Test
    @DisplayName("two independent days add their variances, and one day counted twice has four times the variance")
    @Clause({"rescale", "update"})
    void sums() {
        double[] sums = Arrays.stream(WEEK)
                .flatMap(first -> Arrays.stream(WEEK).map(second -> first + second))
                .toArray();
        calling(
                        "RunningMoments.of(all 49 sums of two days).sumOfSquaredDeviations() / 49",
                        () -> RunningMoments.of(sums).sumOfSquaredDeviations() / 49)
                .gives(12.0, "6 + 6: the second day doesn't depend on the first");
        calling(
                        "RunningMoments.of(the week).rescale(2, 0).sumOfSquaredDeviations() / 7",
                        () -> twoPasses(WEEK).rescale(2, 0).sumOfSquaredDeviations() / 7)
                .gives(24.0, "X + X is 2·X, and its variance is 2² · 6");
    }

    @Test
    @DisplayName("merging with no values changes nothing")
    @Clause("empty")
    void mergeWithNothing() {
        Property.forAll(SAMPLES).check(x -> {
            String moments = "RunningMoments.of(" + elements(x) + ")";
            calling(
                            "the moments of " + moments + ".merge(RunningMoments.empty())",
                            () -> numbers(twoPasses(x).merge(RunningMoments.empty())))
                    .gives(numbers(twoPasses(x)), "these values are all that there are");
            calling(
                            "the moments of RunningMoments.empty().merge(" + moments + ")",
                            () -> numbers(RunningMoments.empty().merge(twoPasses(x))))
                    .gives(numbers(twoPasses(x)), "these values are all that there are");
        });
    }

    @Test
    @DisplayName("merged with as many values that are the same, moments keep their mean")
    @Clause("merge")
    void mergeWithItself() {
        Property.forAll(SAMPLES).check(x -> {
            double[] once = numbers(twoPasses(x));
            calling(
                            "the moments of m.merge(m), where m = RunningMoments.of(" + elements(x) + ")",
                            () -> numbers(twoPasses(x).merge(twoPasses(x))))
                    .within(1e-9, 1e-9)
                    .gives(
                            new double[] {2 * once[0], once[1], 2 * once[2]},
                            "each value is there twice, and so is each deviation");
        });
    }

    @Test
    @DisplayName("equal values have their value as the mean, and no spread")
    @Clause({"accuracy", "update"})
    void equalValues() {
        Property.forAll(Gen.pairs(Gen.doubles(-100, 100), Gen.ints(2, 60))).check(pair -> {
            double[] x = new double[pair.second()];
            Arrays.fill(x, pair.first());
            String moments = "RunningMoments.of(" + pair.first() + ", " + x.length + " times)";
            calling(moments + ".mean()", () -> RunningMoments.of(x).mean())
                    .within(1e-12, 0)
                    .gives(pair.first(), "all values are equal to it");
            calling(
                            "the root of " + moments + ".sumOfSquaredDeviations()",
                            () -> Math.sqrt(RunningMoments.of(x).sumOfSquaredDeviations()))
                    .within(0, 1e-9 * Math.abs(pair.first()))
                    .gives(0.0, "no value deviates from the mean");
        });
    }

    @Test
    @DisplayName(
            "n · populationVariance() is (n − 1) · variance(), and the square of standardDeviation() is variance()")
    @Clause({"sample-variance", "population-variance", "standard-deviation"})
    void twoDivisors() {
        Property.forAll(SAMPLES).check(x -> {
            RunningMoments moments = twoPasses(x);
            double sample = calling("RunningMoments.of(" + elements(x) + ").variance()", moments::variance)
                    .result();
            calling("RunningMoments.of(" + elements(x) + ").populationVariance()", moments::populationVariance)
                    .within(1e-9, 1e-9)
                    .gives(sample * (x.length - 1) / x.length, "the same squares, by another divisor");
            calling("RunningMoments.of(" + elements(x) + ").standardDeviation()", moments::standardDeviation)
                    .within(1e-9, 1e-9)
                    .gives(Math.sqrt(sample), "the root of variance()");
        });
    }

    private static MetamorphicRelations<double[], double[]> moments() {
        return relations(
                        SAMPLES,
                        x -> "the moments of RunningMoments.of(" + elements(x) + ")",
                        x -> numbers(RunningMoments.of(x)))
                .within(1e-9, 1e-9);
    }

    static double[] numbers(RunningMoments moments) {
        return new double[] {moments.count(), moments.mean(), moments.sumOfSquaredDeviations()};
    }

    /// Not by `update`, so that a fault there is reported there.
    static RunningMoments twoPasses(double... x) {
        if (x.length == 0) {
            return RunningMoments.empty();
        }
        double mean = DoubleStream.of(x).sum() / x.length;
        double squares =
                DoubleStream.of(x).map(value -> (value - mean) * (value - mean)).sum();
        return new RunningMoments(x.length, mean, squares);
    }

    static double[] affine(double[] x, double factor, double shift) {
        return Arrays.stream(x).map(value -> factor * value + shift).toArray();
    }

    private static double[] reversed(double[] x) {
        double[] reversed = new double[x.length];
        Arrays.setAll(reversed, i -> x[x.length - 1 - i]);
        return reversed;
    }
}
