package gradus.ml.calculus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Rng;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class GradientTest {

    record Case(ToDoubleFunction<Vector> f, UnaryOperator<Vector> gradient) {}

    private static final List<Case> RIGHT = List.of(
            new Case(x -> x.dot(x), x -> x.times(2)),
            new Case(x -> 5, x -> x.times(0)),
            new Case(x -> 1e6 + x.get(0), x -> Vector.from(x.size(), i -> i == 0 ? 1 : 0)),
            new Case(x -> 1e9 * x.dot(x), x -> x.times(2e9)),
            new Case(x -> 1e-9 * x.dot(x), x -> x.times(2e-9)),
            new Case(GradientTest::meanOfSines, GradientTest::meanOfSinesGradient),
            new Case(x -> Math.exp(x.get(0) * x.get(1)), GradientTest::productGradient),
            new Case(x -> x.dot(x) - x.dot(x), x -> x.times(0)),
            new Case(GradientTest::logSumExp, GradientTest::softmax));

    @Test
    void rightGradientsPass() {
        var rng = Rng.of(1);
        for (Case each : RIGHT) {
            for (int i = 0; i < 20; i++) {
                Vector x = Vector.from(6, j -> rng.gaussian() * 2);
                GradientCheck.Report report = Gradient.check(each.f(), each.gradient(), x);
                assertThat(report.relativeError()).as(report.toString()).isLessThan(1e-7);
                assertThat(report.unreliable()).isEmpty();
                assertThat(Gradient.numerical(each.f(), x)
                                .minus(each.gradient().apply(x))
                                .norm())
                        .isLessThanOrEqualTo(1e-7 * (1 + Math.abs(each.f().applyAsDouble(x))));
            }
        }
    }

    @Test
    void subtlyWrongGradientsAreCaughtAtTheirWorst() {
        Vector x = Vector.of(0.3, -1.2, 2.1, 0.7, -0.4, 1.9);
        List<UnaryOperator<Vector>> wrong = List.of(
                right -> right.times(2),
                right -> right.times(1 + 1e-5),
                right -> right.times(-1),
                right -> right.times(6),
                right -> Vector.from(6, i -> right.get(i) + (i == 4 ? 1e-4 : 0)),
                right -> Vector.from(6, i -> i == 4 ? 0 : right.get(i)),
                right -> Vector.from(6, i -> i == 4 ? Double.NaN : right.get(i)),
                right -> Vector.from(6, i -> right.get((i + 1) % 6)));
        for (UnaryOperator<Vector> mistake : wrong) {
            GradientCheck.Report report =
                    Gradient.check(GradientTest::meanOfSines, y -> mistake.apply(meanOfSinesGradient(y)), x);
            assertThat(report.isWithin(1e-6)).as(report.toString()).isFalse();
        }
        GradientCheck.Report report =
                Gradient.check(GradientTest::meanOfSines, y -> wrong.get(5).apply(meanOfSinesGradient(y)), x);
        assertThat(report.worstIndex()).isEqualTo(4);
        assertThat(report.analytic()).isZero();
        assertThat(report.numerical()).isCloseTo(Math.cos(-0.4) / 6, within(1e-10));
        assertThat(report.relativeError()).isCloseTo(1, within(1e-10));
        assertThat(report).hasToString(report.toString()).asString().contains("parameter 4", "got 0.0");
    }

    @Test
    void aKinkIsReportedAndNotChecked() {
        ToDoubleFunction<Vector> f = x -> Math.abs(x.get(0)) + Math.max(0, x.get(1)) + x.get(2) * x.get(2);
        UnaryOperator<Vector> gradient = x -> Vector.of(Math.signum(x.get(0)), x.get(1) > 0 ? 1 : 0, 2 * x.get(2));

        assertThat(Gradient.check(f, gradient, Vector.of(0, 0, 3)))
                .returns(List.of(0, 1), GradientCheck.Report::unreliable)
                .returns(2, GradientCheck.Report::worstIndex)
                .returns(true, report -> report.isWithin(1e-6));
        assertThat(Gradient.check(f, gradient, Vector.of(0.0004, -0.0007, 3)).unreliable())
                .containsExactly(0, 1);
        assertThat(Gradient.check(f, gradient, Vector.of(0.5, -0.5, 3)).unreliable())
                .isEmpty();
        assertThat(Gradient.check(x -> Math.abs(x.get(0)), gradient, Vector.of(0, 1, 1))
                        .unreliable())
                .containsExactly(0);
    }

    @Test
    void gradientsInFloatAreCheckedInPlace() {
        float[] weights = {0.5f, -1.25f, 100f};
        GradientCheck.Report right = GradientCheck.FLOATS.check(
                GradientCheck.Parameters.of(weights),
                () -> (float) (Math.sin(weights[0]) * weights[1] + weights[2] * 0.01f),
                new double[] {Math.cos(0.5) * -1.25, Math.sin(0.5), 0.01});

        assertThat(right.relativeError()).as(right.toString()).isLessThan(1e-3);
        assertThat(weights).containsExactly(0.5f, -1.25f, 100f);
        GradientCheck.Report wrong = GradientCheck.FLOATS.check(
                GradientCheck.Parameters.of(weights),
                () -> (float) (Math.sin(weights[0]) * weights[1] + weights[2] * 0.01f),
                new double[] {Math.cos(0.5) * -1.25, Math.sin(0.5), 0.011});
        assertThat(wrong.worstIndex()).isEqualTo(2);
        assertThat(wrong.relativeError()).isGreaterThan(0.05);
    }

    @Test
    void anOverflowingDifferenceFailsTheCheckWhereverItIs() {
        for (int place = 0; place < 3; place++) {
            int steep = place;
            GradientCheck.Report report = Gradient.check(
                    x -> Math.abs(x.get(steep)) < 1e-9 ? 0 : Math.signum(x.get(steep)) * 1e307,
                    x -> Vector.of(0, 0, 0),
                    Vector.of(0, 0, 0));
            assertThat(report.isWithin(0.5)).isFalse();
            assertThat(report.worstIndex()).isEqualTo(steep);
        }
    }

    @Test
    void aDirectionOfAnyLengthGivesItsDerivative() {
        for (double length : new double[] {1e-310, 1e-100, 1e100}) {
            assertThat(Gradient.directionalDerivative(x -> 3 * x.get(0), Vector.of(1, 2), Vector.of(length, 0))
                            / length)
                    .isCloseTo(3, within(1e-9));
        }
    }

    @Test
    void noDirectionIsSteeperThanTheGradient() {
        Vector x = Vector.of(0.4, -0.9, 1.3, 0.1, 0.2, -2);
        Vector gradient = meanOfSinesGradient(x);
        double steepest =
                Gradient.directionalDerivative(GradientTest::meanOfSines, x, gradient.times(1 / gradient.norm()));

        assertThat(steepest).isCloseTo(gradient.norm(), within(1e-9));
        var rng = Rng.of(2);
        for (int i = 0; i < 100; i++) {
            Vector direction = Vector.from(6, j -> rng.gaussian());
            double slope = Gradient.directionalDerivative(GradientTest::meanOfSines, x, direction);
            assertThat(slope).isCloseTo(gradient.dot(direction), within(1e-8));
            assertThat(slope / direction.norm()).isLessThanOrEqualTo(steepest);
        }
        assertThat(Gradient.directionalDerivative(GradientTest::meanOfSines, x, x.times(0)))
                .isZero();
    }

    @Test
    void invalidChecksAreRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gradient.check(x -> x.get(0), x -> Vector.of(1, 2, 3), Vector.of(1)))
                .withMessageContaining("3 derivatives for 1 parameters");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gradient.check(x -> Math.log(x.get(0)), x -> Vector.of(1), Vector.of(1e-5)))
                .withMessageContaining("one step away in parameter 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gradient.directionalDerivative(x -> 1, Vector.of(1, 2), Vector.of(0)))
                .withMessageContaining("1 components for 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gradient.numerical(x -> 1, Vector.of(1, Double.NaN)))
                .withMessageContaining("NaN at index 1");
        assertThatIllegalArgumentException().isThrownBy(() -> new GradientCheck(0, 1e-9));
    }

    private static double meanOfSines(Vector x) {
        return x.map(Math::sin).dot(x.map(y -> 1)) / x.size();
    }

    private static Vector meanOfSinesGradient(Vector x) {
        return x.map(Math::cos).times(1.0 / x.size());
    }

    private static Vector productGradient(Vector x) {
        double value = Math.exp(x.get(0) * x.get(1));
        return Vector.from(x.size(), i -> i == 0 ? value * x.get(1) : i == 1 ? value * x.get(0) : 0);
    }

    private static double logSumExp(Vector x) {
        return Math.log(x.map(Math::exp).dot(x.map(y -> 1)));
    }

    private static Vector softmax(Vector x) {
        return x.map(Math::exp).times(Math.exp(-logSumExp(x)));
    }
}
