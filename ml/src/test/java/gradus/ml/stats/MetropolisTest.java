package gradus.ml.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Numerics;
import gradus.ml.numbers.Rng;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MetropolisTest {

    @Test
    void drawsHaveTheMomentsOfTheTarget() {
        var target = new Normal(3, 2);
        var chain = new Metropolis(5, 500, 40_000).sample(x -> target.logDensity(x.get(0)), Vector.of(-20), Rng.of(1));
        var moments = RunningMoments.of(chain.draws().column(0).toArray());
        double error = 5 * 2 / Math.sqrt(chain.effectiveSampleSize(0));
        assertThat(moments.mean()).isCloseTo(3, within(error));
        assertThat(moments.variance()).isCloseTo(4, within(3 * error));
        assertThat(chain.acceptanceRate()).isBetween(0.15, 0.6);
    }

    /// A banana-shaped density: x is normal, and y is normal with mean x².
    @Test
    void aBananaShapedDensityIsSampled() {
        var chain = new Metropolis(1, 2000, 200_000)
                .sample(
                        v -> new Normal(0, 1).logDensity(v.get(0))
                                + new Normal(v.get(0) * v.get(0), 0.5).logDensity(v.get(1)),
                        Vector.of(0, 0),
                        Rng.of(1953));
        assertThat(chain.acceptanceRate()).isBetween(0.15, 0.6);
        var x = RunningMoments.of(chain.draws().column(0).toArray());
        var y = RunningMoments.of(chain.draws().column(1).toArray());
        assertThat(x.mean()).isCloseTo(0, within(0.1));
        assertThat(x.variance()).isCloseTo(1, within(0.15));
        assertThat(y.mean()).isCloseTo(1, within(0.15));
        assertThat(y.variance()).isCloseTo(2.25, within(0.6));
    }

    @Test
    void bothModesAreVisitedInProportion() {
        var chain = new Metropolis(4, 1000, 100_000)
                .sample(
                        v -> Numerics.logSumExp(new double[] {
                            Math.log(0.3) + new Normal(-3, 1).logDensity(v.get(0)),
                            Math.log(0.7) + new Normal(3, 1).logDensity(v.get(0))
                        }),
                        Vector.of(-3),
                        Rng.of(7));
        long left = Arrays.stream(chain.draws().column(0).toArray())
                .filter(x -> x < 0)
                .count();
        assertThat(left / 100_000.0).isCloseTo(0.3, within(0.03));
    }

    @Test
    void aRejectedProposalRepeatsTheCurrentPoint() {
        // The proposals are far too wide: nearly all are rejected, and the chain repeats its points.
        var chain = new Metropolis(100, 0, 1000)
                .sample(v -> Normal.standard().logDensity(v.get(0)), Vector.of(0), Rng.of(2));
        double[] draws = chain.draws().column(0).toArray();
        long moves = 0;
        for (int i = 1; i < draws.length; i++) {
            moves += draws[i] == draws[i - 1] ? 0 : 1;
        }
        assertThat((double) moves / 1000)
                .isCloseTo(chain.acceptanceRate(), within(0.0011))
                .isLessThan(0.05);
    }

    @Test
    void drawsStayInTheSupport() {
        var chain = new Metropolis(0.5, 100, 5000)
                .sample(v -> new Uniform(0, 1).logDensity(v.get(0)), Vector.of(0.5), Rng.of(3));
        double[] draws = chain.draws().column(0).toArray();
        assertThat(Arrays.stream(draws)).allMatch(x -> x >= 0 && x <= 1);
        assertThat(RunningMoments.of(draws).mean()).isCloseTo(0.5, within(0.05));
    }

    @Test
    void theEffectiveSampleSizeOfIndependentDrawsIsTheirNumber() {
        double[] draws = Normal.standard().sample(20_000, Rng.of(5));
        assertThat(McmcChain.effectiveSampleSize(draws)).isCloseTo(20_000, within(2000.0));
    }

    /// For an autoregressive chain with coefficient r, the exact size is `n·(1 − r) / (1 + r)`.
    @Test
    void theEffectiveSampleSizeOfAnAutoregressiveChainIsAsInTheory() {
        for (double r : new double[] {0.5, 0.9, -0.3}) {
            var rng = Rng.of(11);
            double[] draws = new double[100_000];
            for (int i = 1; i < draws.length; i++) {
                draws[i] = r * draws[i - 1] + Math.sqrt(1 - r * r) * rng.gaussian();
            }
            double exact = draws.length * (1 - r) / (1 + r);
            assertThat(McmcChain.effectiveSampleSize(draws)).isCloseTo(exact, within(0.12 * exact));
        }
    }

    @Test
    void rHatIsOneForChainsThatAgreeAndLargerForStuckOrDriftingOnes() {
        double[] first = Normal.standard().sample(1000, Rng.of(1));
        double[] second = Normal.standard().sample(1000, Rng.of(2));
        double[] shifted = Arrays.stream(second).map(x -> x + 2).toArray();
        double[] drifting = new double[1000];
        Arrays.setAll(drifting, i -> first[i] + i / 200.0);
        assertThat(McmcChain.rHat(first, second)).isCloseTo(1, within(0.01));
        assertThat(McmcChain.rHat(first, shifted)).isGreaterThan(1.1);
        assertThat(McmcChain.rHat(drifting)).isGreaterThan(1.1);
        double[] constant = new double[10];
        double[] otherConstant = new double[10];
        Arrays.fill(otherConstant, 1);
        assertThat(McmcChain.rHat(constant, otherConstant)).isInfinite();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> McmcChain.rHat(constant))
                .withMessage("R-hat needs draws that are not all equal, got 10 times 0.0");
    }

    @Test
    void invalidHyperparametersAndStartsAreRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Metropolis(0, 1, 1))
                .withMessage("the proposal scale of a Metropolis sampler must be finite and greater than 0, got 0.0");
        assertThatIllegalArgumentException().isThrownBy(() -> new Metropolis(1, -1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Metropolis(1, 0, 0));
        var sampler = new Metropolis(1, 0, 10);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> sampler.sample(v -> new Exponential(1).logDensity(v.get(0)), Vector.of(-1), Rng.of(1)))
                .withMessageContaining("at (-1.0) it is 0; start elsewhere");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sampler.sample(v -> Double.NaN, Vector.of(0), Rng.of(1)))
                .withMessageContaining("got NaN at (0.0)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> McmcChain.effectiveSampleSize(new double[] {1, 1, 1, 1}))
                .withMessageContaining("draws that are not all equal, got 4 times 1.0");
        assertThatIllegalArgumentException().isThrownBy(McmcChain::rHat);
        assertThatIllegalArgumentException().isThrownBy(() -> McmcChain.rHat(new double[4], new double[5]));
    }
}
