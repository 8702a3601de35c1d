package gradus.ml.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Rng;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class MaximumLikelihoodTest {

    /// A family whose estimate has a closed form, a member to draw a sample from, and a start.
    record Closed(
            String name,
            Distribution member,
            Function<double[], Distribution> form,
            ParametricFamily family,
            Vector start) {

        @Override
        public String toString() {
            return name;
        }
    }

    static final List<Closed> FORMS = List.of(
            new Closed(
                    "normal",
                    new Normal(5, 2),
                    MaximumLikelihood::fitNormal,
                    ParametricFamily.normal(),
                    Vector.of(0, 0)),
            new Closed(
                    "exponential",
                    new Exponential(0.2),
                    MaximumLikelihood::fitExponential,
                    ParametricFamily.exponential(),
                    Vector.of(0)),
            new Closed(
                    "poisson", new Poisson(7), MaximumLikelihood::fitPoisson, ParametricFamily.poisson(), Vector.of(0)),
            new Closed(
                    "bernoulli",
                    new Bernoulli(0.8),
                    MaximumLikelihood::fitBernoulli,
                    ParametricFamily.bernoulli(),
                    Vector.of(0)));

    @ParameterizedTest
    @FieldSource("FORMS")
    void theNumericalFitAgreesWithTheClosedForm(Closed closed) {
        double[] x = closed.member.sample(300, Rng.of(1922));
        Distribution form = closed.form.apply(x);
        Distribution fit = closed.family.distribution(MaximumLikelihood.fit(closed.family, closed.start, x));
        assertThat(fit.mean()).isCloseTo(form.mean(), within(1e-7 * (1 + form.mean())));
        assertThat(fit.variance()).isCloseTo(form.variance(), within(1e-7 * (1 + form.variance())));
    }

    @ParameterizedTest
    @FieldSource("FORMS")
    void noOtherMemberIsMoreLikely(Closed closed) {
        var rng = Rng.of(8);
        double[] x = closed.member.sample(100, rng);
        double best = MaximumLikelihood.negativeLogLikelihood(closed.form.apply(x), x);
        Vector parameters = MaximumLikelihood.fit(closed.family, closed.start, x);
        for (int i = 0; i < 200; i++) {
            double[] other = parameters.toArray();
            Arrays.setAll(other, j -> other[j] + 0.3 * rng.gaussian());
            assertThat(MaximumLikelihood.negativeLogLikelihood(closed.family.distribution(Vector.of(other)), x))
                    .isGreaterThan(best);
        }
    }

    @Test
    void theErrorShrinksWithTheSampleSize() {
        double before = Double.POSITIVE_INFINITY;
        for (int n : new int[] {10, 100, 1000, 10_000, 100_000}) {
            double error = 0;
            for (int i = 0; i < 20; i++) {
                double[] x = new Normal(3, 1).sample(n, Rng.of(100 * n + i));
                error += Math.abs(MaximumLikelihood.fitNormal(x).mean() - 3) / 20;
            }
            assertThat(error).isLessThan(before).isLessThan(2 / Math.sqrt(n));
            before = error;
        }
    }

    @Test
    void fitsWithoutAClosedFormAgreeWithSciPy() {
        var gamma = Fixture.rows("tests.csv", "gammaFit").getFirst();
        double[] x = Fixture.numbers(gamma[1]);
        Vector fit = MaximumLikelihood.fit(ParametricFamily.gamma(), Vector.of(0, 0), x);
        double[] theirs = Fixture.numbers(gamma[2]);
        assertThat(Math.exp(fit.get(0))).isCloseTo(theirs[0], within(1e-6));
        assertThat(Math.exp(fit.get(1))).isCloseTo(theirs[1], within(1e-6));
        var beta = Fixture.rows("tests.csv", "betaFit").getFirst();
        Vector second = MaximumLikelihood.fit(ParametricFamily.beta(), Vector.of(0, 0), Fixture.numbers(beta[1]));
        theirs = Fixture.numbers(beta[2]);
        assertThat(Math.exp(second.get(0))).isCloseTo(theirs[0], within(1e-4));
        assertThat(Math.exp(second.get(1))).isCloseTo(theirs[1], within(1e-4));
    }

    @Test
    void theLaplaceFitIsTheMedianAndTheMeanAbsoluteDeviation() {
        double[] x = {1, 2, 4, 10, 3};
        assertThat(MaximumLikelihood.fitLaplace(x)).isEqualTo(new Laplace(3, 11.0 / 5));
        double best = MaximumLikelihood.negativeLogLikelihood(MaximumLikelihood.fitLaplace(x), x);
        for (double mean = 0; mean < 10; mean += 0.37) {
            for (double scale = 0.5; scale < 5; scale += 0.3) {
                assertThat(MaximumLikelihood.negativeLogLikelihood(new Laplace(mean, scale), x))
                        .isGreaterThan(best);
            }
        }
    }

    /// Soldiers killed by horse kicks in the Prussian army, per corps and year (L. von Bortkiewicz, 1898).
    @Test
    void horseKicksFollowPoisson() {
        int[] corps = {109, 65, 22, 3, 1};
        double[] x = new double[200];
        for (int kicks = 0, at = 0; kicks < corps.length; kicks++) {
            Arrays.fill(x, at, at + corps[kicks], kicks);
            at += corps[kicks];
        }
        var fit = MaximumLikelihood.fitPoisson(x);
        assertThat(fit.rate()).isCloseTo(0.61, within(1e-12));
        double[] observed = {109, 65, 22, 4};
        double[] expected = {200 * fit.density(0), 200 * fit.density(1), 200 * fit.density(2), 200 * fit.survival(2)};
        assertThat(ChiSquaredTest.goodnessOfFit(observed, expected, 1).pValue()).isGreaterThan(0.5);
    }

    @Test
    void theLogLikelihoodIsFiniteWhereTheLikelihoodUnderflows() {
        double[] x = Normal.standard().sample(5000, Rng.of(4));
        double loss = MaximumLikelihood.negativeLogLikelihood(Normal.standard(), x);
        assertThat(Math.exp(-loss)).isZero();
        assertThat(loss / 5000).isCloseTo(0.5 * Math.log(2 * Math.PI * Math.E), within(0.05));
    }

    @Test
    void samplesWithoutAMaximumLikelihoodEstimateAreRejected() {
        double[] equal = {2, 2, 2};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MaximumLikelihood.fitNormal(equal))
                .withMessageContaining("values that are not all equal, got 3 times 2.0");
        assertThatIllegalArgumentException().isThrownBy(() -> MaximumLikelihood.fitLaplace(equal));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MaximumLikelihood.fitPoisson(new double[] {1, 2.5}))
                .withMessage("a Poisson fit needs integers of at least 0, got 2.5 at index 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MaximumLikelihood.fitExponential(new double[] {0, 0}))
                .withMessageContaining("a value greater than 0, got 2 zeros");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MaximumLikelihood.fitBernoulli(new double[] {0, 2}))
                .withMessageContaining("zeros and ones, got 2.0 at index 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MaximumLikelihood.fit(ParametricFamily.gamma(), Vector.of(0, 0), new double[] {-1}))
                .withMessageContaining("start elsewhere");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MaximumLikelihood.fit(ParametricFamily.normal(), Vector.of(0, 0), equal))
                .withMessageContaining("no maximum of the likelihood was found");
    }
}
