package gradus.ml.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.numbers.Rng;
import gradus.ml.numbers.SampleStatistics;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/// Monte Carlo estimates with their standard errors, and the bootstrap.
class SimulationTest {

    private static final ToDoubleFunction<double[]> MEAN =
            x -> RunningMoments.of(x).mean();

    @Test
    void knownProbabilitiesLieWithinFourStandardErrors() {
        int n = 20_000;
        assertWithinFourStandardErrors(MonteCarlo.probability(rng -> rng.nextInt(6) == 5, n, Rng.of(1)), 1.0 / 6);
        assertWithinFourStandardErrors(
                MonteCarlo.probability(rng -> rng.nextInt(6) + rng.nextInt(6) == 10, n, Rng.of(2)), 1.0 / 36);
        assertWithinFourStandardErrors(
                MonteCarlo.probability(SimulationTest::isInTheCircle, n, Rng.of(3)), Math.PI / 4);
        assertWithinFourStandardErrors(MonteCarlo.probability(SimulationTest::shareABirthday, n, Rng.of(4)), 0.5072972);
    }

    private static void assertWithinFourStandardErrors(Estimate estimate, double exact) {
        assertThat(estimate.value()).isCloseTo(exact, within(4 * estimate.standardError()));
    }

    private static boolean isInTheCircle(Rng rng) {
        return Math.hypot(rng.nextDouble(), rng.nextDouble()) < 1;
    }

    private static boolean shareABirthday(Rng rng) {
        return rng.ints(23, 0, 365).distinct().count() < 23;
    }

    @Test
    void confidenceIntervalsHaveTheirNominalCoverage() {
        int covered = 0;
        for (int seed = 0; seed < 500; seed++) {
            var estimate = MonteCarlo.probability(rng -> rng.nextDouble() < 0.3, 400, Rng.of(seed));
            covered += estimate.confidenceInterval(0.95).contains(0.3) ? 1 : 0;
        }
        assertThat(covered / 500.0).isBetween(0.92, 0.98);
    }

    @Test
    void theErrorFallsWithTheSquareRootOfTheNumberOfTrials() {
        double few = MonteCarlo.mean(Rng::gaussian, 1000, Rng.of(5)).standardError();
        double many = MonteCarlo.mean(Rng::gaussian, 100_000, Rng.of(5)).standardError();
        assertThat(few / many).isCloseTo(10, within(0.6));
        assertThat(MonteCarlo.mean(rng -> Math.exp(rng.gaussian()), 50_000, Rng.of(6))
                        .value())
                .isCloseTo(Math.exp(0.5), within(0.05));
    }

    @Test
    void invalidTrialsAreRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MonteCarlo.probability(rng -> true, 0, Rng.of(1)))
                .withMessage("the number of trials must be at least 1, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MonteCarlo.mean(rng -> Double.NaN, 10, Rng.of(1)))
                .withMessage("the value of a trial must be finite, got NaN");
        assertThatIllegalArgumentException().isThrownBy(() -> MonteCarlo.mean(rng -> 1, 1, Rng.of(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Estimate(1, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> new Estimate(1, 1).confidenceInterval(0));
        assertThat(MonteCarlo.probability(rng -> true, 5, Rng.of(1))).isEqualTo(new Estimate(1, 0));
        for (double level : new double[] {Double.MIN_VALUE, 0.95, 1 - 0x1p-53}) {
            assertThat(new Estimate(1, 0).confidenceInterval(level)).isEqualTo(new Interval(1, 1));
            assertThat(new Estimate(1, Double.POSITIVE_INFINITY).confidenceInterval(level))
                    .isEqualTo(new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
        }
    }

    @Test
    void theBootstrapFindsTheStandardErrorOfTheMean() {
        double[] x = new Normal(10, 4).sample(100, Rng.of(7));
        double error = new Bootstrap(4000).standardError(x, MEAN, Rng.of(8));
        // The bootstrap divides by n where the sample variance divides by n - 1.
        assertThat(error).isCloseTo(RunningMoments.of(x).standardError() * Math.sqrt(0.99), within(0.02 * error));
    }

    @Test
    void theStandardErrorOfTheMeanIsTheStandardDeviationOfMeans() {
        var rng = Rng.of(9);
        double[] means = new double[4000];
        Arrays.setAll(
                means,
                i -> RunningMoments.of(new Exponential(1).sample(50, rng)).mean());
        double spread = RunningMoments.of(means).standardDeviation();
        assertThat(spread).isCloseTo(1 / Math.sqrt(50), within(0.05 * spread));
    }

    @Test
    void bootstrapIntervalsHaveAboutTheirNominalCoverage() {
        var rng = Rng.of(1979);
        var bootstrap = new Bootstrap(400);
        int runs = 400;
        for (Distribution d : new Distribution[] {new Normal(2, 1), new Exponential(0.5)}) {
            int percentile = 0;
            int bca = 0;
            for (int i = 0; i < runs; i++) {
                double[] x = d.sample(100, rng);
                percentile += bootstrap.percentileInterval(x, MEAN, 0.95, rng).contains(2) ? 1 : 0;
                bca += bootstrap.bcaInterval(x, MEAN, 0.95, rng).contains(2) ? 1 : 0;
            }
            assertThat((double) percentile / runs).isBetween(0.91, 0.98);
            assertThat((double) bca / runs).isBetween(0.92, 0.98);
        }
    }

    @Test
    void theBcaIntervalAgreesWithSciPy() {
        var row = Fixture.rows("tests.csv", "bca").getFirst();
        double[] x = Fixture.numbers(row[1]);
        var ours = new Bootstrap(30_000).bcaInterval(x, MEAN, 0.95, Rng.of(1));
        var theirs = new Interval(Fixture.number(row[2]), Fixture.number(row[3]));
        assertThat(ours.low()).isCloseTo(theirs.low(), within(0.02 * theirs.width()));
        assertThat(ours.high()).isCloseTo(theirs.high(), within(0.02 * theirs.width()));
        var plain = new Bootstrap(30_000).percentileInterval(x, MEAN, 0.95, Rng.of(1));
        assertThat(ours.high()).as("the long tail is on the right").isGreaterThan(plain.high());
    }

    @Test
    void theBootstrapTakesAnyStatisticAndDoesNotChangeTheSample() {
        double[] x = {5, 1, 4, 2, 8, 9, 3};
        double[] before = x.clone();
        var interval = new Bootstrap(1000).percentileInterval(x, SampleStatistics::median, 0.9, Rng.of(3));
        assertThat(interval.contains(4)).isTrue();
        assertThat(interval.low()).isGreaterThanOrEqualTo(1);
        assertThat(x).isEqualTo(before);
        assertThat(new Bootstrap(50).bcaInterval(new double[] {2, 2, 2}, MEAN, 0.9, Rng.of(1)))
                .isEqualTo(new Interval(2, 2));
    }

    @Test
    void invalidBootstrapArgumentsAreRejected() {
        var bootstrap = new Bootstrap(10);
        assertThatIllegalArgumentException().isThrownBy(() -> new Bootstrap(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bootstrap.percentileInterval(new double[] {1}, MEAN, 0.9, Rng.of(1)))
                .withMessage("a bootstrap needs at least 2 values, got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bootstrap.percentileInterval(new double[] {1, 2}, MEAN, 95, Rng.of(1)))
                .withMessageContaining("got 95.0; 0.95 is usual");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bootstrap.standardError(new double[] {1, 2}, x -> Double.NaN, Rng.of(1)))
                .withMessageContaining("the statistic of a resample must be finite, got NaN");
    }
}
