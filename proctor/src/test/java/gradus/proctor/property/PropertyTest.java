package gradus.proctor.property;

import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.failure.Failures.finding;
import static gradus.proctor.property.Property.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.proctor.failure.CheckFault;
import gradus.proctor.format.JavaLiterals;
import gradus.proctor.transcript.Event.FailureKind;
import gradus.proctor.transcript.Event.Finding;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PropertyTest {

    private static final Gen<Double> PLAIN = Gen.doubles(-100, 100);
    private static final Gen<double[]> ARRAYS = Gen.arrays(PLAIN, 0, 10);

    @Test
    void aPropertyThatHoldsForEveryValuePasses() {
        var cases = new AtomicInteger();
        forAll(ARRAYS).check(x -> {
            cases.incrementAndGet();
            calling("sum", () -> Arrays.stream(x).sum()).within(1e-9, 1e-9).gives(sum(x), "");
        });

        assertThat(cases).hasValue(100);
    }

    @ParameterizedTest
    @MethodSource
    <T> void theSmallestFailingValueIsFound(Gen<T> values, Predicate<T> holds, String smallest) {
        assertThat(finding(() -> forAll(values).check(body(holds))).call()).isEqualTo(smallest);
    }

    static Stream<Arguments> theSmallestFailingValueIsFound() {
        Gen<double[][]> matrices = Gen.matrices(PLAIN, 1, 6, 1, 6);
        Gen<Pair<double[], double[]>> sameLength =
                Gen.sizes(0, 9).flatMap(n -> Gen.pairs(Gen.array(PLAIN, n), Gen.array(PLAIN, n)));
        return Stream.of(
                smallest(PLAIN, x -> x < 17, "17"),
                smallest(PLAIN, x -> x > -3.25, "-4"),
                smallest(PLAIN, x -> x <= 0, "1"),
                smallest(PLAIN, x -> x == Math.rint(x), "0.5"),
                smallest(Gen.doubles(0.2, 0.3), x -> x > 0.9, "0.2"),
                smallest(Gen.finiteDoubles(), x -> !Double.isInfinite(x * x), "1.0E155"),
                smallest(Gen.finiteDoubles(), x -> x == 0 || x * x > 0, "1.0E-162"),
                smallest(Gen.finiteDoubles(), x -> x != 0 || 1 / x > 0, "-0.0"),
                smallest(Gen.anyDoubles(), x -> !Double.isNaN(x), "Double.NaN"),
                smallest(
                        Gen.anyDoubles(),
                        x -> x < Double.POSITIVE_INFINITY || Double.isNaN(x),
                        "Double.POSITIVE_INFINITY"),
                smallest(Gen.ints(-50, 50), i -> i * i < 300, "18"),
                smallest(Gen.booleans(), flag -> !flag, "true"),
                smallest(Gen.oneOf("one", "two", "three"), text -> text.length() < 4, "\"three\""),
                smallest(Gen.anyOf(Gen.constant(0), Gen.ints(5, 9)), i -> i < 7, "7"),
                smallest(ARRAYS, x -> x.length < 3, "new double[] {0, 0, 0}"),
                smallest(ARRAYS, x -> sum(x) < 60, "new double[] {60}"),
                smallest(ARRAYS, x -> Arrays.stream(x).noneMatch(e -> e < 0), "new double[] {-1}"),
                smallest(ARRAYS, PropertyTest::isSorted, "new double[] {0, -1}"),
                smallest(ARRAYS, PropertyTest::hasNoTieAboveZero, "new double[] {1, 1}"),
                smallest(
                        ARRAYS.map(double[]::clone).filter(x -> x.length != 1),
                        x -> sum(x) == 0,
                        "new double[] {0, 1}"),
                smallest(matrices, m -> m.length == m[0].length, "new double[][] {{0, 0}}"),
                smallest(matrices, m -> m.length <= m[0].length, "new double[][] {{0}, {0}}"),
                smallest(matrices, PropertyTest::isSymmetric, "new double[][] {{0, 0}, {1, 0}}"),
                smallest(
                        sameLength,
                        pair -> dot(pair.first(), pair.second()) <= 50,
                        "new double[] {7}, new double[] {8}"),
                smallest(Gen.vectors(2, PLAIN, 1, 8), v -> dot(v[0], v[1]) >= 0, "new double[][] {{1}, {-1}}"),
                smallest(Gen.shapes(0, 4, 1, 5), shape -> product(shape) < 6, "new int[] {2, 3}"),
                smallest(Gen.permutations(5), p -> p[0] != 3, "new int[] {3, 1, 2, 0, 4}"));
    }

    private static <T> Arguments smallest(Gen<T> values, Predicate<T> holds, String smallest) {
        return Arguments.of(values, holds, smallest);
    }

    private static <T> Property.Body<T> body(Predicate<T> holds) {
        return x -> calling(JavaLiterals.of(x), () -> holds.test(x)).gives(true, "");
    }

    @Test
    void theReportedFailureIsThatOfTheSmallestValue() {
        Finding finding = finding(() -> forAll(Gen.arrays(PLAIN, 1, 8))
                .check(x -> calling("Stats.mean(" + JavaLiterals.elements(x) + ")", () -> sum(x) / 2)
                        .gives(sum(x) / x.length, "the sum, shared out")));

        assertThat(finding.call()).isEqualTo("Stats.mean(1)");
        assertThat(finding.expected()).isEqualTo("1.0");
        assertThat(finding.got()).isEqualTo("0.5");
        assertThat(finding.why()).isEqualTo("the sum, shared out");
    }

    @Test
    void aCallIsShownWithTheArgumentsThatItGot() {
        Finding finding = finding(() -> forAll(Gen.arrays(PLAIN, 2, 8))
                .check(x -> calling(() -> "Stats.last(" + JavaLiterals.elements(x) + ")", () -> {
                            x[0] = 77;
                            return 77.0;
                        })
                        .gives(x[x.length - 1], "")));

        assertThat(finding.call()).isEqualTo("Stats.last(0, 0)");

        double[] x = {1, 2};
        assertThat(finding(() -> calling(() -> "last(" + JavaLiterals.elements(x) + ")", () -> x[1] = 77)
                                .gives(2.0, ""))
                        .call())
                .isEqualTo("last(1, 2)");
    }

    @Test
    void aSymptomThatOtherFailuresContradictIsDropped() {
        Gen<Double> above = Gen.ints(2, 40).map(Integer::doubleValue);

        Finding finding = finding(() ->
                forAll(above).check(x -> calling("norm", () -> x * x).gives(x, "")));

        assertThat(finding.got()).isEqualTo("4.0");
        assertThat(finding.symptoms()).containsExactly("squared");
    }

    @Test
    void anExceptionIsShrunkToTheSmallestValueThatThrowsTheSame() {
        Finding finding = finding(() -> forAll(ARRAYS).check(x -> {
            if (x.length == 1) {
                throw new IllegalStateException("another mistake");
            }
            calling("last(" + JavaLiterals.elements(x) + ")", () -> x[x.length > 3 ? x.length : 0])
                    .result();
        }));

        assertThat(finding.kind()).isEqualTo(FailureKind.THREW);
        assertThat(finding.call()).isEqualTo("last()");
        assertThat(finding.got()).startsWith("ArrayIndexOutOfBoundsException");
    }

    @Test
    void anExceptionOutsideOfACallKeepsTheValue() {
        Finding finding = finding(() -> forAll(PLAIN)
                .formattedBy(x -> "f(" + JavaLiterals.of(x) + ")")
                .check(x -> {
                    if (x > 3) {
                        throw new IllegalStateException("too much");
                    }
                }));

        assertThat(finding.call()).isEqualTo("f(4)");
        assertThat(finding.got()).isEqualTo("IllegalStateException: too much");
    }

    @Test
    void aCallThatFailsOnlyOnceIsStateful() {
        var calls = new AtomicInteger();

        Finding finding = finding(() ->
                forAll(PLAIN).check(_ -> calling("f()", calls::incrementAndGet).satisfies(n -> n != 7, "no 7", "")));

        assertThat(finding.symptoms()).containsExactly("stateful");
    }

    @Test
    void shrinkingRespectsItsLimitAndStillReportsAFailure() {
        var calls = new AtomicInteger();

        Finding finding = finding(() -> forAll(ARRAYS).shrinkingCalls(5).check(x -> {
            calls.incrementAndGet();
            calling("f", () -> sum(x)).satisfies(s -> s < 60, "less than 60", "");
        }));

        assertThat(finding.expected()).isEqualTo("less than 60");
        assertThat(calls.get()).isLessThanOrEqualTo(100 + 1 + 5 + 1);
    }

    @Test
    void shrinkingTerminatesEvenIfAlmostEverythingFails() {
        var calls = new AtomicInteger();
        Gen<double[]> some = Gen.arrays(Gen.anyDoubles(), 0, 10);

        finding(() -> forAll(some).shrinkingCalls(Integer.MAX_VALUE).check(x -> {
            calls.incrementAndGet();
            calling("f", () -> Arrays.hashCode(x) % 3).satisfies(rest -> rest == 1, "1", "");
        }));

        assertThat(calls.get()).isLessThan(10_000);
    }

    @Test
    void theBodyMayChangeItsValue() {
        Finding finding = finding(() -> forAll(ARRAYS).check(x -> {
            double[] before = x.clone();
            Arrays.sort(x);
            calling(JavaLiterals.of(before), () -> before).gives(x, "");
        }));

        assertThat(finding.call()).isEqualTo("new double[] {0, -1}");
    }

    @Test
    void theSameSeedGivesTheSameCases() {
        assertThat(cases(3)).isEqualTo(cases(3)).isNotEqualTo(cases(4));
    }

    @Test
    void aFilterThatRejectsNearlyEverythingIsTheAuthorsMistake() {
        assertThatThrownBy(() -> forAll(PLAIN.filter(x -> x == 0.123)).check(_ -> {}))
                .isInstanceOf(CheckFault.class)
                .hasMessageContaining("generate matching values instead");
    }

    private static String cases(long seed) {
        var text = new StringBuilder();
        forAll(Gen.matrices(Gen.anyDoubles(), 1, 3, 1, 3))
                .seed(seed)
                .check(m -> text.append(JavaLiterals.of(m)).append('\n'));
        return text.toString();
    }

    private static double sum(double[] x) {
        double sum = 0;
        for (double element : x) {
            sum += element;
        }
        return sum;
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    private static int product(int[] shape) {
        return Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    }

    private static boolean isSorted(double[] x) {
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        return Arrays.equals(sorted, x);
    }

    private static boolean hasNoTieAboveZero(double[] x) {
        return Arrays.stream(x).filter(e -> e > 0).distinct().count()
                == Arrays.stream(x).filter(e -> e > 0).count();
    }

    private static boolean isSymmetric(double[][] m) {
        for (int i = 0; i < m.length; i++) {
            for (int j = 0; j < i && m.length == m[0].length; j++) {
                if (m[i][j] != m[j][i]) {
                    return false;
                }
            }
        }
        return true;
    }
}
