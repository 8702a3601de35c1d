package gradus.ml.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.calculus.Gradient;
import gradus.ml.linalg.Vector;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The contract of every minimiser. List a new one here to have it tested.
class MinimisersTest {

    private static final Projection EVERYWHERE = x -> x;

    /// A minimiser, configured for curvatures from 1 to a maximum.
    record Family(String name, Function<Double, Minimiser> forCurvature) {

        Minimiser upTo(double curvature) {
            return forCurvature.apply(curvature);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final StoppingCriterion STOP = new StoppingCriterion(1e-7, 40_000);

    static Stream<Family> minimisers() {
        return Stream.of(
                new Family(
                        "gradient descent, constant steps",
                        l -> new GradientDescent(StepSizeRule.constant(2 / (l + 1)), STOP)),
                new Family(
                        "gradient descent, backtracking", l -> new GradientDescent(StepSizeRule.backtracking(1), STOP)),
                new Family(
                        "heavy ball",
                        l -> MomentumGradientDescent.heavyBall(
                                square(2 / (Math.sqrt(l) + 1)), square(nesterovMomentum(l)), STOP)),
                new Family("Nesterov", l -> MomentumGradientDescent.nesterov(1 / l, nesterovMomentum(l), STOP)),
                new Family("Newton, damped", l -> Newton.damped(STOP)),
                new Family("Newton, undamped", l -> Newton.undamped(STOP)),
                new Family("L-BFGS", l -> new Lbfgs(STOP)),
                new Family("L-BFGS, memory of 1", l -> new Lbfgs(1, STOP)),
                new Family("projected gradient", l -> new ProjectedGradientDescent(EVERYWHERE, STOP)));
    }

    private static double nesterovMomentum(double l) {
        return (Math.sqrt(l) - 1) / (Math.sqrt(l) + 1);
    }

    private static double square(double x) {
        return x * x;
    }

    @ParameterizedTest
    @MethodSource("minimisers")
    void quadraticsOfEveryConditionNumberAreMinimised(Family family) {
        for (double condition : new double[] {1, 10, 100, 1000}) {
            OptimisationResult result =
                    family.upTo(condition).minimise(Problems.quadratic(5, condition), Vector.of(9, -4, 0, 3, 2));
            assertThat(result.converged()).as(result.toString()).isTrue();
            assertThat(result.bestValue()).isCloseTo(0, within(1e-12));
            assertThat(result.bestPoint().minus(Problems.centre(5)).norm()).isLessThan(1e-6);
        }
    }

    @ParameterizedTest
    @MethodSource("minimisers")
    void aLargeConstantInTheValueDoesNoHarm(Family family) {
        Objective quadratic = Problems.quadratic(5, 50);
        Objective raised = Objective.of(x -> quadratic.value(x) + 1e4, quadratic::gradient);
        OptimisationResult result = family.upTo(50).minimise(raised, Vector.of(9, -4, 0, 3, 2));

        assertThat(result.bestValue() - 1e4).isCloseTo(0, within(1e-8));
        assertThat(result.bestPoint().minus(Problems.centre(5)).norm()).isLessThan(1e-3);
    }

    @ParameterizedTest
    @MethodSource("minimisers")
    void theResultIsNeverWorseThanTheStart(Family family) {
        Objective wave = Objective.of(x -> Math.sin(x.get(0)), x -> Vector.of(Math.cos(x.get(0))));
        for (double start = -6; start < 6; start += 0.37) {
            OptimisationResult result = family.upTo(4).minimise(wave, Vector.of(start));
            assertThat(result.bestValue()).isLessThanOrEqualTo(Math.sin(start));
            assertThat(wave.value(result.bestPoint())).isEqualTo(result.bestValue());
            assertThat(result.points().getFirst()).isEqualTo(Vector.of(start));
        }
    }

    @ParameterizedTest
    @MethodSource("minimisers")
    void aStartAtTheMinimumConvergesWithoutAStep(Family family) {
        OptimisationResult result = family.upTo(10).minimise(Problems.quadratic(5, 10), Problems.centre(5));

        assertThat(result.iterations()).isZero();
        assertThat(result.converged()).isTrue();
        assertThat(family.upTo(1)
                        .minimise(Objective.withNumericalGradient(x -> 3), Vector.of())
                        .converged())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("minimisers")
    void theSameStartGivesTheSameResult(Family family) {
        Vector start = Vector.of(3, 2, 1);
        Minimiser minimiser = family.upTo(20);

        assertThat(minimiser.minimise(Problems.quadratic(3, 20), start))
                .isEqualTo(minimiser.minimise(Problems.quadratic(3, 20), start));
    }

    @ParameterizedTest
    @MethodSource("minimisers")
    void aBadStartIsRejected(Family family) {
        Minimiser minimiser = family.upTo(1);
        Objective bad = Objective.of(x -> Math.log(x.get(0)), x -> Vector.of(1 / x.get(0)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> minimiser.minimise(bad, Vector.of(-1)))
                .withMessageContaining("value NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> minimiser.minimise(bad, Vector.of(Double.NaN)))
                .withMessageContaining("NaN at index 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> minimiser.minimise(Objective.of(x -> 1, x -> Vector.of(1)), Vector.of(1, 2)))
                .withMessageContaining("size 1 at a point of size 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> minimiser.minimise(Objective.of(x -> 1, x -> x.times(Double.NaN)), Vector.of(1, 2)))
                .withMessageContaining("norm NaN");
    }

    @ParameterizedTest
    @MethodSource("minimisers")
    void aNaNGradientIsReported(Family family) {
        Objective broken = Objective.of(x -> x.dot(x), x -> x.get(0) > 0.999 ? x.times(2) : x.times(Double.NaN));
        OptimisationResult result = family.upTo(3).minimise(broken, Vector.of(1));

        assertThat(result.stopReason()).isEqualTo(OptimisationResult.StopReason.NOT_A_NUMBER);
        assertThat(result).asString().contains("NaN");
        assertThat(result.bestPoint()).isEqualTo(Vector.of(1));
    }

    @ParameterizedTest
    @MethodSource("minimisers")
    void anInfiniteGradientOrValueEndsTheMinimisation(Family family) {
        Objective steep =
                Objective.of(x -> x.dot(x), x -> x.get(0) > 0.999 ? x.times(2) : x.times(Double.POSITIVE_INFINITY));
        assertThat(family.upTo(3).minimise(steep, Vector.of(1)).stopReason())
                .isEqualTo(OptimisationResult.StopReason.NOT_A_NUMBER);
        Objective bottomless =
                Objective.of(x -> x.get(0) > 0.999 ? x.dot(x) : Double.NEGATIVE_INFINITY, x -> x.times(2));
        assertThat(family.upTo(3).minimise(bottomless, Vector.of(1)).stopReason())
                .isEqualTo(OptimisationResult.StopReason.DIVERGED);
    }

    @ParameterizedTest
    @MethodSource("minimisers")
    void aShortGradientIsNotTakenForNone(Family family) {
        // It is lost beside x in `double`, but it is longer than the tolerance of 1e-7.
        Objective shallow = Objective.of(x -> 1e-18 * x.dot(x) / 2, x -> x.times(1e-18));
        OptimisationResult result = family.upTo(1).minimise(shallow, Vector.of(3e11, 4e11));

        double gradient = 1e-18 * result.lastPoint().norm();
        assertThat(result.converged()).as(result.toString()).isEqualTo(gradient <= 1e-7);
    }

    @ParameterizedTest
    @MethodSource("minimisers")
    void anUnboundedObjectiveDoesNotConverge(Family family) {
        OptimisationResult result =
                family.upTo(10).minimise(Objective.of(x -> -x.get(0), x -> Vector.of(-1)), Vector.of(0));

        assertThat(result.converged()).as(result.toString()).isFalse();
    }

    @Test
    void theGradientsOfTheProblemsAreRight() {
        Vector at = Vector.of(0.1, 0.2, -0.3, 0.4, 0.5);
        for (Objective problem : List.of(Problems.logistic(), Problems.quadratic(5, 100))) {
            assertThat(Gradient.check(problem::value, problem::gradient, at).isWithin(1e-6))
                    .isTrue();
        }
    }
}
