package gradus.ml.calculus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Rng;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class DualTest {

    private static final List<UnaryOperator<Dual>> SMOOTH = List.of(
            Dual::exp,
            Dual::sin,
            Dual::cos,
            Dual::tanh,
            Dual::atan,
            Dual::negate,
            x -> x.times(x).plus(1).log(),
            x -> x.times(x).plus(2).sqrt(),
            x -> x.plus(3).pow(2.5),
            x -> x.pow(3),
            x -> x.plus(4).pow(x),
            x -> Dual.constant(2).dividedBy(x.times(x).plus(1)),
            x -> x.minus(0.5).times(0.3),
            x -> x.dividedBy(x.exp().plus(1)),
            x -> x.minus(x.sin()).dividedBy(3),
            x -> x.times(x).minus(x).plus(x.cos()));

    @Test
    void derivativesOfExpressionsAgreeWithDifferences() {
        var rng = Rng.of(1);
        for (int i = 0; i < 200; i++) {
            UnaryOperator<Dual> inner = SMOOTH.get(rng.nextInt(SMOOTH.size()));
            UnaryOperator<Dual> outer = SMOOTH.get(rng.nextInt(SMOOTH.size()));
            double x = rng.nextDouble(-1, 1);
            UnaryOperator<Dual> both = y -> outer.apply(inner.apply(y).tanh());
            double expected =
                    Derivative.richardson(y -> both.apply(Dual.constant(y)).value(), x);
            assertThat(Dual.derivative(both, x)).isCloseTo(expected, within(1e-8 * Math.max(1, Math.abs(expected))));
        }
    }

    @Test
    void theGradientOfRosenbrockIsThatOfTheFormula() {
        for (double[] at : new double[][] {{-1.2, 1}, {1, 1}, {0, 0}, {3, -2}}) {
            double x = at[0];
            double y = at[1];
            Vector gradient = Dual.gradient(
                    v -> v[1].minus(v[0].times(v[0]))
                            .pow(2)
                            .times(100)
                            .plus(Dual.constant(1).minus(v[0]).pow(2)),
                    Vector.of(at));
            assertThat(gradient.get(0)).isCloseTo(-400 * x * (y - x * x) - 2 * (1 - x), within(1e-12 * 4000));
            assertThat(gradient.get(1)).isCloseTo(200 * (y - x * x), within(1e-12 * 4000));
        }
    }

    @Test
    void aDirectionalDerivativeIsTheGradientAlongIt() {
        Vector x = Vector.of(0.3, -0.7, 2);
        Vector direction = Vector.of(1, -2, 0.5);
        double along = Dual.directionalDerivative(v -> v[0].times(v[1]).exp().plus(v[2].sin()), x, direction);

        assertThat(along)
                .isCloseTo(
                        Dual.gradient(v -> v[0].times(v[1]).exp().plus(v[2].sin()), x)
                                .dot(direction),
                        within(1e-15));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dual.directionalDerivative(v -> v[0], x, Vector.of(1)))
                .withMessageContainingAll("3", "1");
    }

    @Test
    void powersAreRightAtZero() {
        assertThat(Dual.variable(0).pow(0)).isEqualTo(new Dual(1, 0));
        assertThat(Dual.variable(0).pow(1)).isEqualTo(new Dual(0, 1));
        assertThat(Dual.variable(0).pow(2)).isEqualTo(new Dual(0, 0));
        assertThat(Dual.variable(0).sqrt().derivative()).isInfinite();
        assertThat(Dual.variable(-2).pow(3)).isEqualTo(new Dual(-8, 12));
    }

    @Test
    void aConstantKeepsTheDerivativeZero() {
        assertThat(Dual.constant(0).sqrt()).isEqualTo(new Dual(0, 0));
        assertThat(Dual.constant(0).log().derivative()).isZero();
        assertThat(Dual.constant(0).pow(0.5).derivative()).isZero();
    }

    @Test
    void anyOtherFunctionFollowsTheChainRule() {
        assertThat(new Dual(3, 2).chain(7, 5)).isEqualTo(new Dual(7, 10));
        assertThat(Dual.constant(3).chain(7, Double.POSITIVE_INFINITY)).isEqualTo(new Dual(7, 0));
    }

    @Test
    void theDerivativeOfTanhKeepsItsDigitsInTheTails() {
        // 4·e^(-2x) to within e^(-2x) of itself.
        for (double x : new double[] {15, 20, 100, 300}) {
            double expected = 4 * Math.exp(-2 * x);
            assertThat(Dual.variable(x).tanh().derivative()).isCloseTo(expected, within(1e-12 * expected));
            assertThat(Dual.variable(-x).tanh().derivative()).isCloseTo(expected, within(1e-12 * expected));
        }
        assertThat(Dual.variable(1000).tanh()).isEqualTo(new Dual(1, 0));
    }

    @Test
    void theMaximumWithNaNIsNaN() {
        assertThat(Dual.variable(Double.NaN).max(Dual.constant(1)).value()).isNaN();
        assertThat(Dual.constant(1).max(Dual.variable(Double.NaN)).value()).isNaN();
    }

    @Test
    void maximumAndAbsoluteValueFollowTheBranchTaken() {
        assertThat(Dual.variable(2).max(Dual.constant(1)).derivative()).isEqualTo(1);
        assertThat(Dual.variable(0).max(Dual.constant(1))).isEqualTo(new Dual(1, 0));
        assertThat(Dual.variable(-3).abs()).isEqualTo(new Dual(3, -1));
        assertThat(Dual.variable(0).abs()).isEqualTo(new Dual(0, 0));
    }
}
