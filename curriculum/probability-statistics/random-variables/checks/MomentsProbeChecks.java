package gradus.checks.random_variables;

import gradus.ml.numbers.SampleStatistics;
import gradus.ml.stats.RunningMoments;
import gradus.proctor.assertions.Clause;
import gradus.proctor.exact.ExactSum;
import gradus.proctor.probes.Argument;
import gradus.proctor.probes.MemberProbes;
import gradus.proctor.probes.Probe;
import java.util.Arrays;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Every method against its definition in two passes: at many sizes, in any order, with repeated and with
/// negative values, and called twice.
class MomentsProbeChecks {

    private static final double[] FRACTIONS = {0, 0.07, 0.25, 0.5, 0.93, 1};
    private static final int LARGEST = 33;

    @Test
    @DisplayName("update keeps to its definition at every size")
    @Clause({"update", "finite"})
    void update() {
        MemberProbes.of(
                        "the moments of RunningMoments.of(x), by update",
                        Argument.array(),
                        x -> numbers(RunningMoments.of(x)),
                        MomentsProbeChecks::definition)
                .upTo(LARGEST)
                .within(1e-9, 1e-9)
                .without(Probe.NEGATIVE_ZERO, "the contract leaves the sign of a zero open")
                .hold("the count, the mean, and the sum of the squared deviations of all values so far");
    }

    @Test
    @DisplayName("merge keeps to its definition at every size")
    @Clause({"merge", "empty"})
    void merge() {
        MemberProbes.of(
                        "the moments of RunningMoments.of(x).merge(RunningMoments.of(y))",
                        Argument.array(),
                        Argument.array(),
                        (x, y) -> numbers(moments(x).merge(moments(y))),
                        (x, y) -> definition(joined(x, y)))
                .upTo(LARGEST)
                .within(1e-9, 1e-9)
                .without(Probe.NAN, "the contract says that values are finite")
                .without(Probe.INFINITIES, "the contract says that values are finite")
                .without(Probe.NEGATIVE_ZERO, "the contract leaves the sign of a zero open")
                .hold("the moments of the values of both, as if one had seen them all");
    }

    @Test
    @DisplayName("variance keeps to its definition at every size")
    @Clause({"sample-variance", "few-values"})
    void variance() {
        one(
                        "RunningMoments.of(x).variance()",
                        RunningMoments::variance,
                        x -> x.length < 2 ? Double.NaN : definition(x)[2] / (x.length - 1))
                .hold("the sum of the squared deviations, divided by n − 1");
    }

    @Test
    @DisplayName("populationVariance keeps to its definition at every size")
    @Clause({"population-variance", "few-values"})
    void populationVariance() {
        one(
                        "RunningMoments.of(x).populationVariance()",
                        RunningMoments::populationVariance,
                        x -> x.length == 0 ? Double.NaN : definition(x)[2] / x.length)
                .hold("the sum of the squared deviations, divided by n");
    }

    @Test
    @DisplayName("standardDeviation keeps to its definition at every size")
    @Clause({"standard-deviation", "few-values"})
    void standardDeviation() {
        one(
                        "RunningMoments.of(x).standardDeviation()",
                        RunningMoments::standardDeviation,
                        x -> x.length < 2 ? Double.NaN : Math.sqrt(definition(x)[2] / (x.length - 1)))
                .hold("the square root of the sample variance");
    }

    @Test
    @DisplayName("rescale keeps to its definition at every size")
    @Clause({"rescale", "empty"})
    void rescale() {
        one(
                        "the moments of RunningMoments.of(x).rescale(-2.5, 3)",
                        x -> numbers(x.rescale(-2.5, 3)),
                        x -> definition(
                                Arrays.stream(x).map(value -> -2.5 * value + 3).toArray()))
                .hold("the moments of −2.5·x + 3");
    }

    @Test
    @DisplayName("quantile keeps to its definition at every size")
    @Clause({"quantile", "no-values"})
    void quantile() {
        MemberProbes.of(
                        "SampleStatistics.quantile(x, p) for x sorted and p = 0, 0.07, 0.25, 0.5, 0.93, 1",
                        Argument.array(),
                        x -> Arrays.stream(FRACTIONS)
                                .map(p -> SampleStatistics.quantile(sorted(x), p))
                                .toArray(),
                        x -> Arrays.stream(FRACTIONS)
                                .map(p -> definition(sorted(x), p))
                                .toArray())
                .upTo(LARGEST)
                .within(1e-9, 1e-9)
                .without(Probe.NAN, "the contract says that values are finite")
                .without(Probe.INFINITIES, "the contract says that values are finite")
                .without(Probe.NEGATIVE_ZERO, "the contract leaves the sign of a zero open")
                .hold("the value at position p·(n − 1), counted from 0, on the line between its two neighbours");
    }

    private static <R> MemberProbes<double[], double[]> one(
            String call, Function<RunningMoments, R> member, Function<double[], R> definition) {
        return MemberProbes.of(call, Argument.array(), x -> member.apply(moments(x)), definition)
                .upTo(LARGEST)
                .within(1e-9, 1e-9)
                .without(Probe.NAN, "the contract says that values are finite")
                .without(Probe.INFINITIES, "the contract says that values are finite")
                .without(Probe.NEGATIVE_ZERO, "the contract leaves the sign of a zero open");
    }

    /// Count, mean and sum of the squared deviations, in two passes.
    private static double[] definition(double[] x) {
        for (double value : x) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("not finite: " + value);
            }
        }
        double mean = ExactSum.of(x) / x.length;
        double[] deviations = Arrays.stream(x).map(value -> value - mean).toArray();
        return new double[] {x.length, mean, ExactSum.dot(deviations, deviations)};
    }

    /// On a staircase of tiny steps: weights of the two neighbours by their distance from the position.
    private static double definition(double[] sorted, double p) {
        if (sorted.length == 0) {
            throw new IllegalArgumentException("no values");
        }
        double position = p * (sorted.length - 1);
        double sum = 0;
        for (int i = 0; i < sorted.length; i++) {
            sum += sorted[i] * Math.max(0, 1 - Math.abs(position - i));
        }
        return sum;
    }

    private static RunningMoments moments(double[] x) {
        double[] numbers = definition(x);
        return x.length == 0 ? RunningMoments.empty() : new RunningMoments(x.length, numbers[1], numbers[2]);
    }

    private static double[] numbers(RunningMoments moments) {
        return new double[] {moments.count(), moments.mean(), moments.sumOfSquaredDeviations()};
    }

    private static double[] sorted(double[] x) {
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    private static double[] joined(double[] x, double[] y) {
        double[] all = Arrays.copyOf(x, x.length + y.length);
        System.arraycopy(y, 0, all, x.length, y.length);
        return all;
    }
}
