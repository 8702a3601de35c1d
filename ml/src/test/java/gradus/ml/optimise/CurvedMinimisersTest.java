package gradus.ml.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Second-order and quasi-Newton minimisers: those that use or approximate the curvature.
class CurvedMinimisersTest {

    private static final StoppingCriterion STOP = new StoppingCriterion(1e-9, 500);

    @Test
    void newtonNeedsOneStepOnAQuadratic() {
        Objective quadratic = Problems.quadratic(5, 1000);
        for (Minimiser newton : List.of(
                Newton.damped(new StoppingCriterion(1e-5, 9)), Newton.undamped(new StoppingCriterion(1e-5, 9)))) {
            assertThat(newton.minimise(quadratic, Vector.of(9, 9, 9, 9, 9)).iterations())
                    .isEqualTo(1);
        }
    }

    @Test
    void rosenbrockIsMinimisedInFewSteps() {
        OptimisationResult newton = Newton.damped(STOP).minimise(Problems.rosenbrock(), Problems.ROSENBROCK_START);
        OptimisationResult lbfgs = new Lbfgs(STOP).minimise(Problems.rosenbrock(), Problems.ROSENBROCK_START);
        OptimisationResult levenbergMarquardt = new LevenbergMarquardt(1e-3, STOP)
                .minimise(
                        x -> Vector.of(10 * (x.get(1) - x.get(0) * x.get(0)), 1 - x.get(0)), Problems.ROSENBROCK_START);
        for (OptimisationResult result : List.of(newton, lbfgs, levenbergMarquardt)) {
            assertThat(result.converged()).as(result.toString()).isTrue();
            assertThat(result.bestPoint().distance(Vector.of(1, 1), 2)).isLessThan(1e-8);
        }
        assertThat(newton.iterations()).isLessThanOrEqualTo(30);
        assertThat(lbfgs.iterations()).isLessThanOrEqualTo(60);
        assertThat(levenbergMarquardt.iterations()).isLessThanOrEqualTo(30);
    }

    @Test
    void aLongRosenbrockChainIsMinimised() {
        int n = 50;
        Objective chain = Objective.of(x -> chainValue(x), x -> chainGradient(x));
        OptimisationResult result = new Lbfgs(new StoppingCriterion(1e-8, 2000))
                .minimise(chain, Vector.from(n, i -> i % 2 == 0 ? -1.2 : 1));

        assertThat(result.converged()).as(result.toString()).isTrue();
        assertThat(result.bestValue()).isCloseTo(0, within(1e-14));
    }

    @Test
    void newtonConvergesQuadratically() {
        Objective f = Objective.of(x -> Math.exp(x.get(0)) - 2 * x.get(0), x -> Vector.of(Math.exp(x.get(0)) - 2));
        List<Vector> points = Newton.damped(new StoppingCriterion(1e-14, 20))
                .minimise(f, Vector.of(2))
                .points();
        double before = Math.abs(points.getFirst().get(0) - Math.log(2));
        for (Vector point : points.subList(1, points.size())) {
            double error = Math.abs(point.get(0) - Math.log(2));
            assertThat(error).isLessThanOrEqualTo(before * before + 1e-9 * before + 1e-15);
            before = error;
        }
    }

    @Test
    void undampedNewtonClimbsToAMaximumAndDampedNewtonDoesNot() {
        Objective wave = Objective.of(x -> Math.cos(x.get(0)), x -> Vector.of(-Math.sin(x.get(0))));

        assertThat(Newton.undamped(STOP)
                        .minimise(wave, Vector.of(0.3))
                        .lastPoint()
                        .get(0))
                .isCloseTo(0, within(1e-8));
        OptimisationResult damped = Newton.damped(STOP).minimise(wave, Vector.of(0.3));
        assertThat(damped.converged()).isTrue();
        assertThat(damped.bestValue()).isCloseTo(-1, within(1e-14));
    }

    @Test
    void aHessianThatIsNotFiniteOrTooSmallEndsNewtonsMethod() {
        Matrix[] hessians = {
            Matrix.identity(1).times(Double.NaN), Matrix.identity(1).times(Double.NEGATIVE_INFINITY)
        };
        for (Matrix hessian : hessians) {
            for (Minimiser newton : List.of(Newton.damped(STOP), Newton.undamped(STOP))) {
                OptimisationResult result = newton.minimise(withHessian(hessian), Vector.of(5));
                assertThat(result.stopReason()).isEqualTo(OptimisationResult.StopReason.NOT_A_NUMBER);
                assertThat(result.lastPoint()).isEqualTo(Vector.of(5));
            }
        }
        for (Minimiser newton : List.of(Newton.damped(STOP), Newton.undamped(STOP))) {
            assertThat(newton.minimise(withHessian(Matrix.identity(1).times(1e-310)), Vector.of(5))
                            .stopReason())
                    .isEqualTo(OptimisationResult.StopReason.STALLED);
        }
    }

    private static Objective withHessian(Matrix hessian) {
        return new Objective() {
            @Override
            public double value(Vector x) {
                return x.dot(x);
            }

            @Override
            public Vector gradient(Vector x) {
                return x.times(2);
            }

            @Override
            public Matrix hessian(Vector x) {
                return hessian;
            }
        };
    }

    @Test
    void anExactHessianIsUsed() {
        Objective known = new Objective() {
            @Override
            public double value(Vector x) {
                return x.dot(x);
            }

            @Override
            public Vector gradient(Vector x) {
                return x.times(2);
            }

            @Override
            public Matrix hessian(Vector x) {
                return Matrix.identity(x.size()).times(2);
            }
        };
        assertThat(Newton.undamped(STOP).minimise(known, Vector.of(5, -7)).lastPoint())
                .isEqualTo(Vector.of(0, 0));
    }

    @Test
    void aSingularHessianStallsUndampedNewton() {
        Objective line = Objective.of(x -> x.get(0), x -> Vector.of(1));

        assertThat(Newton.undamped(STOP).minimise(line, Vector.of(1)).stopReason())
                .isEqualTo(OptimisationResult.StopReason.STALLED);
        assertThat(Newton.damped(new StoppingCriterion(1e-9, 50))
                        .minimise(line, Vector.of(1))
                        .stopReason())
                .isEqualTo(OptimisationResult.StopReason.DIVERGED);
    }

    @Test
    void logisticRegressionAgreesWithSciPy() {
        Vector expected = Problems.RECORDED.vector("logistic.minimum");
        double value = Problems.RECORDED.vector("logistic.value").get(0);
        // A smaller gradient than the root of the rounding error of the value is found with luck only.
        StoppingCriterion stoppingCriterion = new StoppingCriterion(1e-8, 500);
        for (Minimiser minimiser : List.of(new Lbfgs(stoppingCriterion), Newton.damped(stoppingCriterion))) {
            OptimisationResult result = minimiser.minimise(Problems.logistic(), Vector.of(0, 0, 0, 0, 0));
            assertThat(result.converged()).as(result.toString()).isTrue();
            assertThat(result.bestPoint().distance(expected, 2)).isLessThan(1e-7);
            assertThat(result.bestValue()).isCloseTo(value, within(1e-15));
        }
    }

    @Test
    void curveFitsAgreeWithSciPy() {
        Vector t = Problems.RECORDED.vector("curve.t");
        Vector z = Problems.RECORDED.vector("curve.z");
        ResidualFunction curve =
                p -> Vector.from(t.size(), i -> p.get(0) * Math.exp(-p.get(1) * t.get(i)) + p.get(2) - z.get(i));
        OptimisationResult result =
                new LevenbergMarquardt(1e-3, new StoppingCriterion(1e-8, 200)).minimise(curve, Vector.of(1, 1, 1));

        assertThat(result.converged()).as(result.toString()).isTrue();
        assertThat(result.bestPoint().distance(Problems.RECORDED.vector("curve.minimum"), 2))
                .isLessThan(1e-7);
        assertThat(result.bestValue())
                .isCloseTo(Problems.RECORDED.vector("curve.value").get(0), within(1e-14));
    }

    @Test
    void redundantParametersDoNotStopAFit() {
        // Only the sum of both is determined, so the Jacobian has rank 1.
        ResidualFunction twins = p -> Vector.of(p.get(0) + p.get(1) - 3, 2 * (p.get(0) + p.get(1)) - 6.5);
        OptimisationResult result =
                new LevenbergMarquardt(1e-3, new StoppingCriterion(1e-8, 200)).minimise(twins, Vector.of(0, 0));

        assertThat(result.converged()).as(result.toString()).isTrue();
        assertThat(result.bestPoint().get(0) + result.bestPoint().get(1)).isCloseTo(3.2, within(1e-7));
    }

    @Test
    void aTinyDampingAndDependentParametersDoNotStopAFit() {
        ResidualFunction twins = p -> Vector.from(2000, i -> (p.get(0) + p.get(1)) * (i % 7) - 3 * (i % 7));
        for (double damping : new double[] {Double.MIN_VALUE, 1e-300, 1e-100}) {
            OptimisationResult result =
                    new LevenbergMarquardt(damping, new StoppingCriterion(1e-6, 200)).minimise(twins, Vector.of(0, 0));
            assertThat(result.converged()).as(result.toString()).isTrue();
            assertThat(result.bestPoint().get(0) + result.bestPoint().get(1)).isCloseTo(3, within(1e-8));
        }
    }

    @Test
    void aFitThatRoundingStopsEndsAsStalled() {
        // At the minimum, the gradient of 1e5 times residuals near 1 is known to about 1e-6.
        ResidualFunction steep =
                p -> Vector.of(1e5 * (p.get(0) - 1) + 3, 1e5 * (p.get(1) - 2) - 1, 1e5 * (p.get(0) + p.get(1) - 3));
        for (double damping : new double[] {1e-20, 1e-3, 1, 1e20, 1e300, Double.MAX_VALUE}) {
            OptimisationResult result = new LevenbergMarquardt(damping, new StoppingCriterion(1e-6, 500))
                    .minimise(steep, Vector.of(0.5, 0.5));
            assertThat(result.stopReason()).isEqualTo(OptimisationResult.StopReason.STALLED);
            if (damping < 1e10) {
                assertThat(result.bestValue()).isCloseTo(2.0 / 3, within(1e-9));
            }
        }
    }

    @Test
    void aFitWithANonFiniteStartIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new LevenbergMarquardt(1, STOP).minimise(p -> Vector.of(Math.sqrt(p.get(0))), Vector.of(-1)))
                .withMessageContaining("finite");
    }

    @Test
    void aWolfePointSatisfiesBothConditions() {
        Objective rosenbrock = Problems.rosenbrock();
        var wolfe = new LineSearch.Wolfe(1e-4, 0.5);
        ObjectiveEvaluation from = rosenbrock.evaluate(Problems.ROSENBROCK_START);
        Vector direction = from.gradient().times(-1);
        for (double first : new double[] {1e-9, 1e-4, 1, 1e4}) {
            ObjectiveEvaluation to =
                    wolfe.search(rosenbrock, from, direction, first).orElseThrow();
            double t = to.x().minus(from.x()).norm() / direction.norm();
            assertThat(to.value()).isLessThanOrEqualTo(from.value() + 1e-4 * t * from.directionalDerivative(direction));
            assertThat(to.directionalDerivative(direction))
                    .isGreaterThanOrEqualTo(0.5 * from.directionalDerivative(direction));
        }
        assertThat(wolfe.search(rosenbrock, from, from.gradient(), 1)).isEqualTo(Optional.empty());
    }

    private static double chainValue(Vector x) {
        double sum = 0;
        for (int i = 0; i + 1 < x.size(); i++) {
            double residual = x.get(i + 1) - x.get(i) * x.get(i);
            sum += 100 * residual * residual + (1 - x.get(i)) * (1 - x.get(i));
        }
        return sum;
    }

    private static Vector chainGradient(Vector x) {
        double[] gradient = new double[x.size()];
        for (int i = 0; i + 1 < x.size(); i++) {
            double residual = x.get(i + 1) - x.get(i) * x.get(i);
            gradient[i] += -400 * x.get(i) * residual - 2 * (1 - x.get(i));
            gradient[i + 1] += 200 * residual;
        }
        return Vector.of(gradient);
    }
}
