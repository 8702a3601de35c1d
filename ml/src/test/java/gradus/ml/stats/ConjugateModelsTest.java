package gradus.ml.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.numbers.Rng;
import gradus.ml.numbers.Sigmoid;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ConjugateModelsTest {

    @Test
    void mostPositiveTestsForARareIllnessAreFalsePositives() {
        // Of 10 000 people, 100 are ill. 90 of them test positive, and so do 891 of the 9 900 others.
        assertThat(Bayes.posterior(0.01, 0.9, 0.09)).isCloseTo(90.0 / 981, within(1e-15));
    }

    @Test
    void thePosteriorAgreesWithSimulation() {
        int positive = 0;
        int ill = 0;
        var rng = Rng.of(1763);
        for (int i = 0; i < 200_000; i++) {
            boolean isIll = rng.nextDouble() < 0.05;
            if (rng.nextDouble() < (isIll ? 0.8 : 0.1)) {
                positive++;
                ill += isIll ? 1 : 0;
            }
        }
        double exact = Bayes.posterior(0.05, 0.8, 0.1);
        double error = Math.sqrt(exact * (1 - exact) / positive);
        assertThat((double) ill / positive).isCloseTo(exact, within(4 * error));
    }

    @Test
    void updatingStepByStepEqualsUpdatingAtOnceInAnyOrder() {
        double[] prior = {0.2, 0.5, 0.3};
        double[] first = {0.9, 0.1, 0.4};
        double[] second = {0.3, 0.6, 0.05};
        double[] both = {0.27, 0.06, 0.02};
        double[] atOnce = Bayes.update(prior, both);
        assertThat(Bayes.update(Bayes.update(prior, first), second)).containsExactly(atOnce, within(1e-15));
        assertThat(Bayes.update(Bayes.update(prior, second), first)).containsExactly(atOnce, within(1e-15));
        assertThat(atOnce[0]).isCloseTo(0.054 / (0.054 + 0.03 + 0.006), within(1e-15));
    }

    @Test
    void logOddsDoNotUnderflowWhereProductsWould() {
        double[] ratios = new double[2000];
        Arrays.fill(ratios, 0, 1001, 2);
        Arrays.fill(ratios, 1001, 2000, 0.5);
        assertThat(Sigmoid.of(Bayes.posteriorLogOdds(0.5, ratios))).isCloseTo(0.8, within(1e-10));
        Arrays.fill(ratios, 1e-3);
        assertThat(Bayes.posteriorLogOdds(0.5, ratios)).isCloseTo(2000 * Math.log(1e-3), within(1e-8));
        assertThat(Sigmoid.of(Bayes.posteriorLogOdds(0.01, 10)))
                .isCloseTo(Bayes.posterior(0.01, 0.9, 0.09), within(1e-15));
        double[] logLikelihoods = {-5000, -5000 + Math.log(3)};
        assertThat(Bayes.updateLog(new double[] {0, 0}, logLikelihoods))
                .containsExactly(new double[] {0.25, 0.75}, within(1e-12));
    }

    @Test
    void aHypothesisWithProbabilityZeroKeepsIt() {
        assertThat(Bayes.update(new double[] {0, 1, 1}, new double[] {5, 0, 2})).containsExactly(0, 0, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bayes.update(new double[] {0, 1}, new double[] {1, 0}))
                .withMessageContaining("impossible under all 2 hypotheses");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bayes.update(new double[] {1}, new double[] {1, 0}))
                .withMessageContaining("got 1 and 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bayes.update(new double[] {1, -1}, new double[] {1, 0}))
                .withMessageContaining("got -1.0 for hypothesis 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bayes.posterior(0, 0.9, 0))
                .withMessageContaining("a positive result is impossible");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bayes.posterior(1.2, 0.9, 0))
                .withMessage("the prior must be between 0 and 1, got 1.2");
        assertThatIllegalArgumentException().isThrownBy(() -> Bayes.posteriorLogOdds(0.5, 0));
    }

    @Test
    void theConjugateUpdateAgreesWithAGridApproximation() {
        var model = new BetaBernoulli(new Beta(2, 3)).update(7, 4);
        assertThat(model).isEqualTo(new BetaBernoulli(new Beta(9, 7)));
        int cells = 20_000;
        double[] prior = new double[cells];
        double[] likelihood = new double[cells];
        for (int i = 0; i < cells; i++) {
            double p = (i + 0.5) / cells;
            prior[i] = new Beta(2, 3).density(p);
            likelihood[i] = Math.pow(p, 7) * Math.pow(1 - p, 4);
        }
        double[] posterior = Bayes.update(prior, likelihood);
        double cdf = 0;
        for (int i = 0; i < cells; i++) {
            cdf += posterior[i];
            if (i % 1000 == 999) {
                assertThat(model.posterior().cdf((i + 1.0) / cells)).isCloseTo(cdf, within(1e-7));
            }
        }
        assertThat(model.predictiveProbability()).isCloseTo(9.0 / 16, within(1e-15));
    }

    @Test
    void theModeUnderAUniformPriorIsTheMaximumLikelihoodEstimate() {
        double[] tosses = {1, 1, 0, 1, 0, 1, 1};
        assertThat(BetaBernoulli.uniformPrior().update(5, 2).mode())
                .isCloseTo(MaximumLikelihood.fitBernoulli(tosses).probability(), within(1e-15));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BetaBernoulli.uniformPrior().mode())
                .withMessageContaining("got 1.0 and 1.0");
    }

    @Test
    void credibleIntervalsHaveTheirNominalCoverage() {
        var rng = Rng.of(90);
        int covered = 0;
        for (int i = 0; i < 2000; i++) {
            double p = rng.nextDouble();
            int successes = (int) new Binomial(30, p).sample(rng);
            if (BetaBernoulli.uniformPrior()
                    .update(successes, 30 - successes)
                    .credibleInterval(0.9)
                    .contains(p)) {
                covered++;
            }
        }
        assertThat(covered / 2000.0).isCloseTo(0.9, within(5 * Math.sqrt(0.09 / 2000)));
    }

    @Test
    void theProbabilityOfBeingGreaterIsExact() {
        for (var row : Fixture.rows("tests.csv", "above")) {
            double[] p = Fixture.numbers(row[1]);
            var first = new BetaBernoulli(new Beta(p[0], p[1]));
            var second = new BetaBernoulli(new Beta(p[2], p[3]));
            assertThat(second.probabilityGreaterThan(first)).isCloseTo(Fixture.number(row[2]), within(1e-5));
            assertThat(second.probabilityGreaterThan(first) + first.probabilityGreaterThan(second))
                    .isCloseTo(1, within(1e-5));
        }
    }

    @Test
    void countsUpdateARate() {
        var model = new GammaPoisson(new Gamma(1, 1)).update(7, 2.5).update(3, 0.5);
        assertThat(model.posterior()).isEqualTo(new Gamma(11, 4));
        assertThat(model.predictiveMean()).isEqualTo(2.75);
        Interval interval = model.credibleInterval(0.95);
        assertThat(model.posterior().cdf(interval.low())).isCloseTo(0.025, within(1e-12));
        assertThat(model.posterior().cdf(interval.high())).isCloseTo(0.975, within(1e-12));
        assertThatIllegalArgumentException().isThrownBy(() -> model.update(-1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> model.update(1, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.credibleInterval(1))
                .withMessageContaining("greater than 0 and less than 1, got 1.0; 0.95 is usual");
    }

    @Test
    void credibleIntervalsOfExtremePosteriorsAndLevelsLieInTheSupport() {
        double[] parameters = {Double.MIN_VALUE, 1e-300, 1e-3, 1, 7, 1e15, 8e307};
        for (double a : parameters) {
            for (double b : parameters) {
                var model = new BetaBernoulli(new Beta(a, b));
                for (double level : new double[] {Double.MIN_VALUE, 1e-17, 1e-16, 3e-16, 0.5, 1 - 0x1p-53}) {
                    Interval interval = model.credibleInterval(level);
                    assertThat(interval.low()).isBetween(0.0, interval.high());
                    assertThat(interval.high()).isBetween(interval.low(), 1.0);
                }
                assertThat(model.probabilityGreaterThan(model)).isCloseTo(0.5, within(1e-5));
            }
        }
    }
}
