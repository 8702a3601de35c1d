package gradus.proctor.assertions;

import static gradus.proctor.assertions.GradientAssertion.backward;
import static gradus.proctor.assertions.GradientAssertion.gradient;
import static gradus.proctor.failure.Failures.finding;
import static org.assertj.core.api.Assertions.assertThat;

import gradus.proctor.transcript.Event.FailureKind;
import gradus.proctor.transcript.Event.Finding;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GradientAssertionTest {

    private static final double[] AT = {1, -2, 0, 3.5};

    @ParameterizedTest
    @MethodSource
    void aCorrectGradientPasses(ToDoubleFunction<double[]> f, Function<double[], double[]> g) {
        var random = new Random(1);
        for (int i = 0; i < 10; i++) {
            double[] x = random.doubles(4, -3, 3).toArray();
            assertThat(gradient("g", f, g).agreesAt(x, "").maxRelativeError()).isLessThan(1e-6);
        }
        gradient("g", f, g).agreesAt(AT, "");
    }

    static Stream<Arguments> aCorrectGradientPasses() {
        return Stream.of(
                right(GradientAssertionTest::squares, GradientAssertionTest::ofSquares),
                right(GradientAssertionTest::logSumExp, GradientAssertionTest::softmax),
                right(x -> 7, x -> new double[x.length]),
                right(x -> 1e6 + squares(x), GradientAssertionTest::ofSquares),
                right(x -> Math.exp(30 * x[0]), x -> new double[] {30 * Math.exp(30 * x[0]), 0, 0, 0}),
                right(x -> Math.sin(300 * x[1]), x -> new double[] {0, 300 * Math.cos(300 * x[1]), 0, 0}),
                right(x -> Math.sin(1000 * x[2]) + x[0] + x[1] + x[3], x ->
                        new double[] {1, 1, 1000 * Math.cos(1000 * x[2]), 1}),
                right(x -> Math.pow(x[2], 4), x -> new double[] {0, 0, 4 * Math.pow(x[2], 3), 0}),
                right(x -> 1e-8 * squares(x), x -> times(1e-8, ofSquares(x))));
    }

    private static Arguments right(ToDoubleFunction<double[]> f, Function<double[], double[]> g) {
        return Arguments.of(f, g);
    }

    @ParameterizedTest
    @MethodSource
    void aWrongGradientNamesItsFirstWrongComponentAndItsSymptoms(
            Function<double[], double[]> g, String expected, String got, List<String> symptoms) {
        Finding finding = finding(() -> gradient("loss.gradient(x)", GradientAssertionTest::squares, g)
                .agreesAt(AT, "the derivative of x² is 2x"));

        assertThat(finding.kind()).isEqualTo(FailureKind.MISMATCH);
        assertThat(finding.call()).isEqualTo("loss.gradient(x)");
        assertThat(finding.expected()).startsWith(expected);
        assertThat(finding.got()).isEqualTo(got);
        assertThat(finding.why()).isEqualTo("the derivative of x² is 2x");
        assertThat(finding.symptoms()).isEqualTo(symptoms);
    }

    static Stream<Arguments> aWrongGradientNamesItsFirstWrongComponentAndItsSymptoms() {
        return Stream.of(
                wrong(
                        x -> times(2, ofSquares(x)),
                        "about 2 for component 0",
                        "4 for component 0, which is 2 times as much",
                        "ratio:2",
                        "gradient"),
                wrong(
                        x -> times(-1, ofSquares(x)),
                        "about 2 for component 0",
                        "-2 for component 0, which is -1 times as much",
                        "ratio:-1",
                        "gradient"),
                wrong(
                        x -> times(0.25, ofSquares(x)),
                        "about 2 for component 0",
                        "0.5 for component 0, which is 0.25 times as much",
                        "gradient"),
                wrong(
                        x -> with(ofSquares(x), 3, 3.5),
                        "about 7 for component 3",
                        "3.5 for component 3, which is 0.5 times as much",
                        "gradient"),
                wrong(
                        x -> with(ofSquares(x), 2, 0.001),
                        "about 0 for component 2",
                        "0.001 for component 2",
                        "gradient"),
                wrong(
                        x -> with(ofSquares(x), 1, -4.0004),
                        "about -4 for component 1",
                        "-4.0004 for component 1, which is 1.0001 times as much",
                        "gradient"),
                wrong(
                        x -> with(ofSquares(x), 1, Double.NaN),
                        "about -4 for component 1",
                        "Double.NaN for component 1",
                        "nan@1",
                        "gradient"),
                wrong(x -> Arrays.copyOf(x, 3), "one number for each of the 4 components", "3 numbers", "length@3/4"));
    }

    private static Arguments wrong(Function<double[], double[]> g, String expected, String got, String... symptoms) {
        return Arguments.of(g, expected, got, List.of(symptoms));
    }

    @Test
    void aKinkIsNotComparedAndNamed() {
        ToDoubleFunction<double[]> f = x -> Math.abs(x[0]) + x[1] * x[1];

        assertThat(gradient("g", f, x -> new double[] {0.3, 2 * x[1]})
                        .agreesAt(new double[] {0, 2}, "")
                        .kinks())
                .containsExactly(0);
        assertThat(finding(() -> gradient("g", f, x -> new double[] {0.3, x[1]}).agreesAt(new double[] {0, 2}, ""))
                        .got())
                .isEqualTo("2 for component 1, which is 0.5 times as much"
                        + " (not compared, because the function has a kink there: components [0])");
    }

    @Test
    void aNearbyKinkDoesNotFailACorrectGradient() {
        for (double near : new double[] {1e-9, 1e-7, 3e-6, 2e-5, -1e-9, -3e-6}) {
            gradient("g", x -> Math.max(0, x[0]) + x[1], x -> new double[] {x[0] > 0 ? 1 : 0, 1})
                    .agreesAt(new double[] {near, 5}, "");
        }
    }

    @Test
    void whenEveryComponentIsAKinkThePointMoves() {
        ToDoubleFunction<double[]> f = x -> Math.abs(x[0]) + Math.abs(x[1]);

        gradient("g", f, x -> new double[] {Math.signum(x[0]), Math.signum(x[1])})
                .agreesAt(new double[2], "");
        Finding finding =
                finding(() -> gradient("g", f, x -> new double[] {1, -1}).agreesAt(new double[2], ""));

        assertThat(finding.expected()).startsWith("about 1 for component 1, by central differences at {");
    }

    @Test
    void aFloatGradientNeedsOnlyFloatPrecision() {
        ToDoubleFunction<double[]> f = x -> {
            float sum = 0;
            for (double e : x) {
                sum += (float) e * (float) e * 0.5f;
            }
            return sum;
        };

        gradient("g", f, x -> times(1.0001, x)).inFloat().agreesAt(AT, "");
        assertThat(finding(() -> gradient("g", f, x -> times(1.1, x)).inFloat().agreesAt(AT, ""))
                        .symptoms())
                .containsExactly("gradient");
    }

    @Test
    void aBackwardPassIsComparedWithItsForwardPass() {
        double[] upstream = {0.5, -1, 2, 1};
        Function<double[], double[]> forward = GradientAssertionTest::softmax;

        backward("softmax.backward(x, up)", forward, x -> softmaxBackward(x, upstream), upstream)
                .agreesAt(AT, "");
        assertThat(finding(() -> backward("b", forward, x -> diagonalOnly(x, upstream), upstream)
                                .agreesAt(AT, ""))
                        .symptoms())
                .containsExactly("gradient");
    }

    @Test
    void aGradientThatThrowsKeepsItsCall() {
        assertThat(finding(() -> gradient("g(x)", GradientAssertionTest::squares, x -> new double[] {x[9]})
                                .agreesAt(AT, ""))
                        .call())
                .isEqualTo("g(x)");
    }

    private static double squares(double[] x) {
        return Arrays.stream(x).map(e -> e * e).sum();
    }

    private static double[] ofSquares(double[] x) {
        return times(2, x);
    }

    private static double[] times(double factor, double[] x) {
        return Arrays.stream(x).map(e -> factor * e).toArray();
    }

    private static double[] with(double[] x, int index, double value) {
        x[index] = value;
        return x;
    }

    private static double logSumExp(double[] x) {
        return Math.log(Arrays.stream(x).map(Math::exp).sum());
    }

    private static double[] softmax(double[] x) {
        double sum = Arrays.stream(x).map(Math::exp).sum();
        return Arrays.stream(x).map(e -> Math.exp(e) / sum).toArray();
    }

    private static double[] softmaxBackward(double[] x, double[] up) {
        double[] y = softmax(x);
        double inner = 0;
        for (int i = 0; i < y.length; i++) {
            inner += y[i] * up[i];
        }
        double[] grad = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            grad[i] = y[i] * (up[i] - inner);
        }
        return grad;
    }

    private static double[] diagonalOnly(double[] x, double[] up) {
        double[] y = softmax(x);
        double[] grad = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            grad[i] = y[i] * (1 - y[i]) * up[i];
        }
        return grad;
    }
}
