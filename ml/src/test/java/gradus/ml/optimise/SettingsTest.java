package gradus.ml.optimise;

import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import gradus.ml.linalg.Setting;
import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Rng;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every setting of this package is checked when it is made. List a new one here.
class SettingsTest {

    private static final StoppingCriterion STOP = new StoppingCriterion(1e-9, 10);

    private static final Objective PARABOLA = Objective.of(x -> x.dot(x), x -> x.times(2));

    static Stream<Setting> settings() {
        return Stream.of(
                Setting.notNegative("gradient tolerance", value -> new StoppingCriterion(value, 10)),
                Setting.count("iterations", 0, value -> new StoppingCriterion(1e-9, value)),
                Setting.positive("constant step", StepSizeRule::constant),
                Setting.positive("first step of backtracking", StepSizeRule::backtracking),
                Setting.betweenZeroAndOne("decrease of Armijo", value -> new LineSearch.Armijo(value, 0.5)),
                Setting.betweenZeroAndOne("factor of Armijo", value -> new LineSearch.Armijo(1e-4, value)),
                Setting.positive("first step of Armijo", value -> search(new LineSearch.Armijo(1e-4, 0.5), value)),
                Setting.betweenZeroAndOne("decrease of Wolfe", value -> new LineSearch.Wolfe(value, 0.9)),
                Setting.betweenZeroAndOne("curvature of Wolfe", value -> new LineSearch.Wolfe(1e-4, value)),
                Setting.positive("first step of Wolfe", value -> search(new LineSearch.Wolfe(1e-4, 0.9), value)),
                Setting.positive(
                        "learning rate of momentum", value -> MomentumGradientDescent.heavyBall(value, 0.5, STOP)),
                Setting.belowOne("momentum", value -> MomentumGradientDescent.nesterov(0.1, value, STOP)),
                Setting.count("history of L-BFGS", 1, value -> new Lbfgs(value, STOP)),
                Setting.positive("damping", value -> new LevenbergMarquardt(value, STOP)),
                Setting.positive("total of a simplex", Projection.Simplex::new),
                Setting.notNegative("radius", value -> new Projection.Ball(Vector.of(1, 2), value)),
                Setting.count(
                        "pairs of a convexity check",
                        0,
                        value -> ConvexityCheck.findCounterexample(x -> 1, rng -> Vector.of(1), value, Rng.of(1))),
                new Setting(
                        "lower bound",
                        value -> new Projection.Box(Vector.of(value), Vector.of(1)),
                        List.of(Double.NaN, 2.0, Double.POSITIVE_INFINITY),
                        Double.NEGATIVE_INFINITY),
                new Setting(
                        "upper bound",
                        value -> new Projection.Box(Vector.of(1), Vector.of(value)),
                        List.of(Double.NaN, 0.0, Double.NEGATIVE_INFINITY),
                        Double.POSITIVE_INFINITY),
                new Setting(
                        "centre",
                        value -> new Projection.Ball(Vector.of(1, value), 1),
                        List.of(Double.NaN, Double.POSITIVE_INFINITY),
                        -1));
    }

    private static void search(LineSearch lineSearch, double first) {
        lineSearch.search(PARABOLA, PARABOLA.evaluate(Vector.of(1)), Vector.of(-1), first);
    }

    @ParameterizedTest
    @MethodSource("settings")
    void valuesOutOfRangeAreRefused(Setting setting) {
        setting.assertChecked();
    }

    @Test
    void aMissingSettingIsNamed() {
        for (ThrowingCallable make : List.<ThrowingCallable>of(
                () -> new GradientDescent(StepSizeRule.constant(1), null),
                () -> MomentumGradientDescent.heavyBall(1, 0, null),
                () -> new Lbfgs(null),
                () -> Newton.damped(null),
                () -> new LevenbergMarquardt(1, null),
                () -> new ProjectedGradientDescent(x -> x, null))) {
            assertThatNullPointerException().isThrownBy(make).withMessage("stoppingCriterion");
        }
        assertThatNullPointerException()
                .isThrownBy(() -> new GradientDescent(null, STOP))
                .withMessage("stepSizeRule");
        assertThatNullPointerException()
                .isThrownBy(() -> new ProjectedGradientDescent(null, STOP))
                .withMessage("projection");
    }
}
