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
    void stepsGrowWithTheConditionNumberAndWithMomentumWithItsSquareRoot() {
        StoppingCriterion stoppingCriterion = new StoppingCriterion(1e-8, 100_000);
        double[] plain = new double[2];
        double[] ball = new double[2];
        double[] conditions = {25, 400};
        for (int i = 0; i < 2; i++) {
            double l = conditions[i];
            double root = Math.sqrt(l);
            double rootMomentum = (root - 1) / (root + 1);
            Objective quadratic = Problems.quadratic(4, l);
            plain[i] = new GradientDescent(StepSizeRule.constant(2 / (l + 1)), stoppingCriterion)
                    .minimise(quadratic, START)
                    .iterations();
            ball[i] = MomentumGradientDescent.heavyBall(
                            4 / ((root + 1) * (root + 1)), rootMomentum * rootMomentum, stoppingCriterion)
                    .minimise(quadratic, START)
                    .iterations();
        }

        assertThat(plain[1] / plain[0]).isBetween(12.0, 20.0);
        assertThat(ball[1] / ball[0]).isBetween(3.0, 6.0);
    }

    @Test
    void stepsBelowTwoOverTheCurvatureDescendAndLongerOnesDiverge() {
        Objective quadratic = Problems.quadratic(4, 10);
        StoppingCriterion stoppingCriterion = new StoppingCriterion(1e-6, 10_000);

        assertThat(new GradientDescent(StepSizeRule.constant(0.199), stoppingCriterion)
                        .minimise(quadratic, START)
                        .converged())
                .isTrue();
        OptimisationResult result =
                new GradientDescent(StepSizeRule.constant(0.201), stoppingCriterion).minimise(quadratic, START);
        assertThat(result.stopReason()).isEqualTo(OptimisationResult.StopReason.DIVERGED);
        assertThat(result).asString().contains("shorter steps");
        assertThat(result.bestValue()).isLessThanOrEqualTo(quadratic.value(START));
    }

    @Test
    void withBacktrackingTheValueFallsInEveryStep() {
        OptimisationResult result = new GradientDescent(
                        StepSizeRule.backtracking(1), new StoppingCriterion(1e-3, 20_000))
                .minimise(Problems.rosenbrock(), Problems.ROSENBROCK_START);
        for (int i = 1; i <= result.iterations(); i++) {
            assertThat(result.values().get(i)).isLessThan(result.values().get(i - 1));
        }
        assertThat(result.converged()).isTrue();
        assertThat(result.bestPoint().distance(Vector.of(1, 1), 2)).isLessThan(1e-2);
    }

    @Test
    void backtrackingStepsBackIntoTheDomain() {
        Objective barrier = Objective.of(x -> x.get(0) - Math.log(x.get(0)), x -> Vector.of(1 - 1 / x.get(0)));
        OptimisationResult result = new GradientDescent(
                        StepSizeRule.backtracking(100), new StoppingCriterion(1e-6, 1000))
                .minimise(barrier, Vector.of(3));

        assertThat(result.converged()).as(result.toString()).isTrue();
        assertThat(result.bestPoint().get(0)).isCloseTo(1, within(1e-5));
    }

    @Test
    void aGradientThatPointsTheWrongWayStalls() {
        Objective wrong = Objective.of(x -> x.dot(x), x -> x.times(-2));
        OptimisationResult result = new GradientDescent(StepSizeRule.backtracking(1), new StoppingCriterion(1e-9, 100))
                .minimise(wrong, Vector.of(1));

        assertThat(result.stopReason()).isEqualTo(OptimisationResult.StopReason.STALLED);
        assertThat(result).asString().contains("check it");
    }

    @Test
    void momentumStepsAreAsComputedByHand() {
        Objective parabola = Objective.of(x -> x.dot(x) / 2, x -> x);
        StoppingCriterion stoppingCriterion = new StoppingCriterion(0, 3);

        assertThat(MomentumGradientDescent.heavyBall(0.25, 0.5, stoppingCriterion)
                        .minimise(parabola, Vector.of(8))
                        .points())
                .containsExactly(Vector.of(8), Vector.of(6), Vector.of(3.5), Vector.of(1.375));
        assertThat(MomentumGradientDescent.nesterov(0.25, 0.5, stoppingCriterion)
                        .minimise(parabola, Vector.of(8))
                        .points())
                .containsExactly(Vector.of(8), Vector.of(6), Vector.of(3.75), Vector.of(1.96875));
    }

    @Test
    void nonConvexFunctionsHaveACounterexample() {
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
            assertThat(ConvexityCheck.findCounterexample(f, GradientDescentTest::draw, 2000, Rng.of(1)))
                    .isEmpty();
        }
        for (ToDoubleFunction<Vector> f : others) {
            assertThat(ConvexityCheck.findCounterexample(f, GradientDescentTest::draw, 2000, Rng.of(1)))
                    .hasValueSatisfying(found -> assertThat(found.violation()).isPositive());
        }
    }

    @Test
    void anInfiniteValueBetweenFiniteOnesIsACounterexample() {
        List<ToDoubleFunction<Vector>> convex = List.of(
                x -> x.get(0) < 0 ? Double.POSITIVE_INFINITY : -Math.sqrt(x.get(0)),
                x -> x.norm() > 1 ? Double.POSITIVE_INFINITY : 0,
                x -> Double.POSITIVE_INFINITY,
                x -> Double.NEGATIVE_INFINITY,
                x -> 1e307 * Math.abs(x.get(0)));
        List<ToDoubleFunction<Vector>> others = List.of(
                x -> x.norm() < 1 ? Double.POSITIVE_INFINITY : x.dot(x),
                x -> Math.abs(x.get(0)) < 0.5 ? Double.POSITIVE_INFINITY : 0,
                x -> x.get(0) < 0 ? Double.NEGATIVE_INFINITY : x.get(0));
        for (ToDoubleFunction<Vector> f : convex) {
            assertThat(ConvexityCheck.findCounterexample(f, GradientDescentTest::draw, 2000, Rng.of(1)))
                    .isEmpty();
        }
        for (ToDoubleFunction<Vector> f : others) {
            assertThat(ConvexityCheck.findCounterexample(f, GradientDescentTest::draw, 2000, Rng.of(1)))
                    .hasValueSatisfying(found -> assertThat(found.violation()).isInfinite());
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        ConvexityCheck.findCounterexample(x -> Double.NaN, GradientDescentTest::draw, 9, Rng.of(1)))
                .withMessageContaining("must not be NaN");
    }

    @Test
    void aMomentumThatCancelsTheGradientDoesNotEndTheDescent() {
        // The first step leads from 3 to 0; there, momentum and gradient cancel.
        Objective tilted = Objective.of(
                x -> x.get(0) > 1 ? x.get(0) : -x.get(0), x -> x.get(0) > 1 ? Vector.of(1) : Vector.of(-0.5));
        List<Vector> points = MomentumGradientDescent.heavyBall(3, 0.5, new StoppingCriterion(0, 2))
                .minimise(tilted, Vector.of(3))
                .points();
        assertThat(points).containsExactly(Vector.of(3), Vector.of(0), Vector.of(1.5));
    }

    private static Vector draw(Rng rng) {
        return Vector.of(2 * rng.gaussian(), 2 * rng.gaussian());
    }

    @Test
    void hyperparametersOutOfRangeAreRejected() {
        assertThatIllegalArgumentException().isThrownBy(() -> new StoppingCriterion(-1, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> new StoppingCriterion(Double.NaN, 5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StoppingCriterion(1, -5))
                .withMessageContaining("-5");
        assertThatIllegalArgumentException().isThrownBy(() -> StepSizeRule.constant(0));
        assertThatIllegalArgumentException().isThrownBy(() -> StepSizeRule.backtracking(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> new LineSearch.Armijo(0, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> new LineSearch.Wolfe(0.9, 0.1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MomentumGradientDescent.nesterov(0.1, 1, new StoppingCriterion(0, 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Lbfgs(0, new StoppingCriterion(0, 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new LevenbergMarquardt(0, new StoppingCriterion(0, 1)));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new OptimisationResult(List.of(), Vector.of(), OptimisationResult.StopReason.STALLED));
    }
}
