package gradus.proctor.property;

import static gradus.proctor.failure.Failures.finding;
import static gradus.proctor.property.MetamorphicRelations.relations;
import static org.assertj.core.api.Assertions.assertThat;

import gradus.proctor.format.JavaLiterals;
import gradus.proctor.transcript.Event.Finding;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class MetamorphicRelationsTest {

    private static final Gen<Double> NUMBERS = Gen.doubles(-5, 5);
    private static final Gen<double[]> ARRAYS = Gen.arrays(NUMBERS, 1, 6);

    @Test
    void softmaxSatisfiesItsRelations() {
        on(MetamorphicRelationsTest::softmax)
                .invariant("3 added to every element", x -> map(x, e -> e + 3), "")
                .equivariant(
                        "the order reversed",
                        MetamorphicRelationsTest::reversed,
                        MetamorphicRelationsTest::reversed,
                        "")
                .invariantToAny(
                        "another number added to every element", x -> NUMBERS.map(shift -> map(x, e -> e + shift)), "")
                .sumsTo(1, out -> out, "");
    }

    @Test
    void dependenceOnAShiftIsFound() {
        Finding finding = finding(() -> on(x -> map(x, e -> e / (1 + MetamorphicRelations.sum(map(x, Math::abs)))))
                .invariant("1 added to every element", x -> map(x, e -> e + 1), "only differences count"));

        assertThat(finding.call()).isEqualTo("f(1), which is f(0) with 1 added to every element");
        assertThat(finding.expected()).isEqualTo("{0.0}, if the other call is right");
        assertThat(finding.why()).isEqualTo("only differences count");
    }

    @Test
    void dependenceOnTheOrderIsFound() {
        Finding finding = finding(() -> relations(ARRAYS, x -> "f(" + JavaLiterals.elements(x) + ")", x -> x[0])
                .invariant("the order reversed", MetamorphicRelationsTest::reversed, "a set has no order"));

        assertThat(finding.call()).isEqualTo("f(1, 0), which is f(0, 1) with the order reversed");
        assertThat(finding.expected()).isEqualTo("0.0, if the other call is right");
        assertThat(finding.got()).isEqualTo("1.0");
    }

    @Test
    void dependenceOnAPermutationIsFound() {
        Finding finding = finding(() -> relations(ARRAYS, x -> "f(" + JavaLiterals.elements(x) + ")", x -> x[0])
                .invariantToAny(
                        "the elements in another order",
                        x -> Gen.permutations(x.length).map(order -> permuted(x, order)),
                        ""));

        assertThat(finding.call()).isEqualTo("f(1, 0), which is f(0, 1) with the elements in another order");
    }

    @Test
    void aWrongSumIsFound() {
        Finding finding =
                finding(() -> on(x -> map(x, e -> 1.0 / (x.length + 1))).sumsTo(1, out -> out, "shares"));

        assertThat(finding.call()).isEqualTo("the sum of f(0)");
        assertThat(finding.got()).isEqualTo("0.5");
    }

    @Test
    void sortingIsIdempotentAndHalvingIsNot() {
        on(x -> {
                    Arrays.sort(x);
                    return x;
                })
                .idempotent(out -> out, "");
        Finding finding = finding(() -> on(x -> map(x, e -> e / 2)).idempotent(out -> out, ""));

        assertThat(finding.call()).isEqualTo("f(0.5), whose argument is the result of f(1)");
        assertThat(finding.symptoms()).containsExactly("ratio:1/2");
    }

    @Test
    void codeThatChangesItsArgumentIsJudgedByItsResult() {
        UnaryOperator<double[]> inPlace = x -> {
            for (int i = 0; i < x.length; i++) {
                x[i] = 2 * x[i];
            }
            return x;
        };

        on(inPlace).equivariant("every element doubled", x -> map(x, e -> 2 * e), x -> map(x, e -> 2 * e), "");
        Finding finding = finding(() -> on(inPlace).invariant("1 added", x -> map(x, e -> e + 1), ""));

        assertThat(finding.call()).isEqualTo("f(1), which is f(0) with 1 added");
        assertThat(finding.expected()).isEqualTo("{0.0}, if the other call is right");
        assertThat(finding.got()).isEqualTo("{2.0}");
    }

    @Test
    void aFunctionThatFallsIsNotMonotone() {
        var rising = relations(NUMBERS, x -> "f(" + JavaLiterals.of(x) + ")", (Double x) -> x * x * x);
        rising.monotone(MetamorphicRelationsTest::larger, out -> out, "");
        var square = relations(NUMBERS, x -> "f(" + JavaLiterals.of(x) + ")", (Double x) -> x * x);

        Finding finding =
                finding(() -> square.monotone(MetamorphicRelationsTest::larger, out -> out, "more gives more"));

        assertThat(finding.call()).isEqualTo("f(0)");
        assertThat(finding.expected()).isEqualTo("at least 1.0, the result of f(-1)");
    }

    @Test
    void aMatrixIsLinearAndAnOffsetIsNot() {
        Linearity.isLinear("f", 2, x -> new double[] {x[0] + 2 * x[1], x[0], -x[1]}, "");

        Finding finding = finding(() -> Linearity.isLinear("f", 2, x -> new double[] {x[0] + 1}, "no offset"));

        assertThat(finding.call()).isEqualTo("f(0, 0), which is 1·x + y for x = {0, 0} and y = {0, 0},");
        assertThat(finding.expected()).isEqualTo("{2.0}");
        assertThat(finding.got()).isEqualTo("{1.0}");
    }

    @Test
    void aTransposeIsAnAdjointAndAnotherMatrixIsNot() {
        UnaryOperator<double[]> forward = x -> new double[] {x[0] + 2 * x[1], 3 * x[0], x[1]};
        UnaryOperator<double[]> back = y -> new double[] {y[0] + 3 * y[1], 2 * y[0] + y[2]};
        UnaryOperator<double[]> wrong = y -> new double[] {y[0] + 3 * y[1], 2 * y[0] - y[2]};

        Linearity.areAdjoint("a.times", forward, "a.transpose().times", back, 2, 3, "");
        Finding finding =
                finding(() -> Linearity.areAdjoint("a.times", forward, "a.transpose().times", wrong, 2, 3, ""));

        assertThat(finding.call()).isEqualTo("x · a.transpose().times(0, 0, 1) for x = {0, 1}");
        assertThat(finding.expected()).isEqualTo("1.0");
        assertThat(finding.got()).isEqualTo("-1.0");
        assertThat(finding.symptoms())
                .as("the symptoms of this one case are dropped as coincidence")
                .isEmpty();
    }

    private static MetamorphicRelations<double[], double[]> on(UnaryOperator<double[]> f) {
        return relations(ARRAYS, x -> "f(" + JavaLiterals.elements(x) + ")", f::apply);
    }

    private static Gen<Double> larger(double x) {
        return Gen.doubles(0, 3).map(more -> x + more);
    }

    private static double[] softmax(double[] x) {
        double[] powers = map(x, Math::exp);
        double sum = MetamorphicRelations.sum(powers);
        return map(powers, e -> e / sum);
    }

    private static double[] map(double[] x, java.util.function.DoubleUnaryOperator f) {
        return Arrays.stream(x).map(f).toArray();
    }

    private static double[] reversed(double[] x) {
        return permuted(
                x,
                java.util.stream.IntStream.range(0, x.length)
                        .map(i -> x.length - 1 - i)
                        .toArray());
    }

    private static double[] permuted(double[] x, int[] order) {
        return Arrays.stream(order).mapToDouble(i -> x[i]).toArray();
    }
}
