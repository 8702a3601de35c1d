package gradus.ml.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Rng;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class GradientDescentTest {

    private static final Vector START = Vector.of(4, -3, 2, 1);

    @Test
    void theNumberOfStepsGrowsWithTheConditionAndWithMomentumWithItsRoot() {
        Stop stop = new Stop(1e-8, 100_000);
        double[] plain = new double[2];
        double[] ball = new double[2];
        double[] conditions = {25, 400};
        for (int i = 0; i < 2; i++) {
            double l = conditions[i];
            double root = Math.sqrt(l);
            double swing = (root - 1) / (root + 1);
            Objective quadratic = Problems.quadratic(4, l);
            plain[i] = new GradientDescent(StepRule.constant(2 / (l + 1)), stop)
                    .minimise(quadratic, START)
                    .steps();
            ball[i] = Momentum.heavyBall(4 / ((root + 1) * (root + 1)), swing * swing, stop)
                    .minimise(quadratic, START)
                    .steps();
        }

        assertThat(plain[1] / plain[0]).isBetween(12.0, 20.0);
        assertThat(ball[1] / ball[0]).isBetween(3.0, 6.0);
    }

    @Test
    void stepsBelowTwoOverTheCurvatureDescendAndLongerOnesDiverge() {
        Objective quadratic = Problems.quadratic(4, 10);
        Stop stop = new Stop(1e-6, 10_000);

        assertThat(new GradientDescent(StepRule.constant(0.199), stop)
                        .minimise(quadratic, START)
                        .converged())
                .isTrue();
        Descent descent = new GradientDescent(StepRule.constant(0.201), stop).minimise(quadratic, START);
        assertThat(descent.ending()).isEqualTo(Descent.Ending.DIVERGED);
        assertThat(descent).asString().contains("shorter steps");
        assertThat(descent.value()).isLessThanOrEqualTo(quadratic.value(START));
    }

    @Test
    void withBacktrackingTheValueFallsInEveryStep() {
        Descent descent = new GradientDescent(StepRule.backtracking(1), new Stop(1e-3, 20_000))
                .minimise(Problems.rosenbrock(), Problems.ROSENBROCK_START);
        for (int i = 1; i <= descent.steps(); i++) {
            assertThat(descent.values().get(i)).isLessThan(descent.values().get(i - 1));
        }
        assertThat(descent.converged()).isTrue();
        assertThat(descent.minimum().distance(Vector.of(1, 1), 2)).isLessThan(1e-2);
    }

    @Test
    void backtrackingStepsBackIntoTheDomain() {
        Objective barrier = Objective.of(x -> x.get(0) - Math.log(x.get(0)), x -> Vector.of(1 - 1 / x.get(0)));
        Descent descent =
                new GradientDescent(StepRule.backtracking(100), new Stop(1e-6, 1000)).minimise(barrier, Vector.of(3));

        assertThat(descent.converged()).as(descent.toString()).isTrue();
        assertThat(descent.minimum().get(0)).isCloseTo(1, within(1e-5));
    }

    @Test
    void aGradientThatPointsTheWrongWayStalls() {
        Objective wrong = Objective.of(x -> x.dot(x), x -> x.times(-2));
        Descent descent =
                new GradientDescent(StepRule.backtracking(1), new Stop(1e-9, 100)).minimise(wrong, Vector.of(1));

        assertThat(descent.ending()).isEqualTo(Descent.Ending.STALLED);
        assertThat(descent).asString().contains("check it");
    }

    @Test
    void momentumGoesAsComputedByHand() {
        Objective parabola = Objective.of(x -> x.dot(x) / 2, x -> x);
        Stop stop = new Stop(0, 3);

        assertThat(Momentum.heavyBall(0.25, 0.5, stop)
                        .minimise(parabola, Vector.of(8))
                        .points())
                .containsExactly(Vector.of(8), Vector.of(6), Vector.of(3.5), Vector.of(1.375));
        assertThat(Momentum.nesterov(0.25, 0.5, stop)
                        .minimise(parabola, Vector.of(8))
                        .points())
                .containsExactly(Vector.of(8), Vector.of(6), Vector.of(3.75), Vector.of(1.96875));
    }

    @Test
    void aProbeFindsWhereAFunctionIsNotConvex() {
        List<ToDoubleFunction<Vector>> convex = List.of(
                x -> x.dot(x),
                x -> Math.abs(x.get(0)),
                x -> x.get(1),
                x -> Math.exp(x.get(0)),
                x -> Math.max(x.get(0), x.get(1)));
        List<ToDoubleFunction<Vector>> others = List.of(
                x -> Math.sin(3 * x.get(0)),
                x -> -x.dot(x),
                x -> x.get(0) * x.get(1),
                x -> Math.sqrt(Math.abs(x.get(0))),
                x -> Problems.rosenbrock().value(x));
        for (ToDoubleFunction<Vector> f : convex) {
            assertThat(Convexity.probe(f, GradientDescentTest::draw, 2000, Rng.of(1)))
                    .isEmpty();
        }
        for (ToDoubleFunction<Vector> f : others) {
            assertThat(Convexity.probe(f, GradientDescentTest::draw, 2000, Rng.of(1)))
                    .hasValueSatisfying(found -> assertThat(found.excess()).isPositive());
        }
    }

    private static Vector draw(Rng rng) {
        return Vector.of(2 * rng.gaussian(), 2 * rng.gaussian());
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Stop(-1, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Stop(Double.NaN, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Stop(1, -5)).withMessageContaining("-5");
        assertThatIllegalArgumentException().isThrownBy(() -> StepRule.constant(0));
        assertThatIllegalArgumentException().isThrownBy(() -> StepRule.backtracking(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> new LineSearch.Armijo(0, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> new LineSearch.Wolfe(0.9, 0.1));
        assertThatIllegalArgumentException().isThrownBy(() -> Momentum.nesterov(0.1, 1, new Stop(0, 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new LimitedMemoryBfgs(0, new Stop(0, 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new GaussNewton(0, new Stop(0, 1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Descent(List.of(), Vector.of(), Descent.Ending.STALLED));
    }
}
