package gradus.proctor.assertions;

import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.assertions.Expect.unchanged;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gradus.proctor.failure.AssertionFailure;
import gradus.proctor.transcript.Event.FailureKind;
import gradus.proctor.transcript.Event.Finding;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ExpectTest {

    @Test
    void numbersAreEqualWhenTheyAreClose() {
        assertThat(calling("x", () -> 0.1 + 0.2).gives(0.3, "")).isEqualTo(0.1 + 0.2);
        calling("x", () -> new double[] {1, Double.NaN}).gives(new double[] {1 + 1e-12, Double.NaN}, "");
        calling("x", () -> List.of(1.0, 2.0)).gives(List.of(1.0, 2.0), "");
        calling("x", () -> 1.5).within(0, 0.6).gives(1.0, "");
    }

    @Test
    void aMismatchSaysTheCallTheExpectedAndActualResultAndWhy() {
        AssertionFailure failure =
                mismatch(() -> calling("v.dot(w)", () -> 64.0).gives(32.0, "1·4 + 2·5 + 3·6"));

        assertThat(failure).hasMessage("v.dot(w): expected 32.0, got 64.0 (1·4 + 2·5 + 3·6)");
        assertThat(failure.finding().kind()).isEqualTo(FailureKind.MISMATCH);
        assertThat(failure.finding().symptoms()).containsExactly("ratio:2");
    }

    @Test
    void aLongArrayNamesTheFirstDifferentIndex() {
        Finding finding =
                finding(() -> calling("x", () -> new double[] {0, 1, 2, 4}).gives(new double[] {0, 1, 2, 3}, ""));

        assertThat(finding.got()).endsWith("(first difference at index 3: 4.0, expected 3.0)");
    }

    @ParameterizedTest
    @MethodSource
    void aWrongNumberHasItsSymptom(Object expected, Object got, String symptom) {
        assertThat(finding(() -> calling("x", () -> got).gives(expected, "")).symptoms())
                .contains(symptom);
    }

    static Stream<Arguments> aWrongNumberHasItsSymptom() {
        return Stream.of(
                Arguments.of(2.0, 1.0, "maybe:ratio:1/2"),
                Arguments.of(2.0, -2.0, "maybe:ratio:-1"),
                Arguments.of(1.0, 1 / Math.log(2), "ratio:1/ln2"),
                Arguments.of(5.0, 25.0, "squared"),
                Arguments.of(25.0, 5.0, "square-root"),
                Arguments.of(3, 4, "maybe:one-more"),
                Arguments.of(3.0, 0.0, "zero"),
                Arguments.of(3.0, Double.NaN, "nan"),
                Arguments.of(3.0, Double.POSITIVE_INFINITY, "infinite"),
                Arguments.of(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, "infinite:sign"),
                Arguments.of(Double.NEGATIVE_INFINITY, 0.0, "infinity-lost"),
                Arguments.of(Double.NaN, 3.0, "nan-lost"),
                Arguments.of(new double[] {1, 2, 3}, new double[] {1, 2}, "length@2/3"),
                Arguments.of(new double[] {1, 2, 3}, new double[] {2, 1, 3}, "permuted"),
                Arguments.of(new double[] {1, 2, 3}, new double[] {2, 3, 4}, "shifted:left"),
                Arguments.of(new double[] {4, 8, 3}, new double[] {4, 12, 15}, "cumulative"),
                Arguments.of(new double[] {1, 2, 3}, new double[] {2, 4, 6}, "ratio:2"));
    }

    @Test
    void whichEndIsLeftOutIsSaidOnlyIfTheNumbersTell() {
        assertThat(finding(() -> calling("sum({2.5, 1.25})", () -> 2.5).gives(3.75, ""))
                        .symptoms())
                .contains("maybe:without:last", "maybe:alone:first")
                .doesNotContain("maybe:without:first");
        assertThat(finding(() -> calling("sum({2.5, 2.5})", () -> 2.5).gives(5.0, ""))
                        .symptoms())
                .noneMatch(symptom -> symptom.matches("maybe:(without|alone|only).*"));
    }

    @Test
    void aNanThatInfinitiesMakeIsNoNanOfTheInput() {
        assertThat(finding(() ->
                                calling("sum({Infinity, -Infinity})", () -> 1.0).gives(Double.NaN, ""))
                        .symptoms())
                .containsExactly("nan-lost:infinity");
        assertThat(finding(() -> calling("sum({NaN, Infinity})", () -> 1.0).gives(Double.NaN, ""))
                        .symptoms())
                .containsExactly("nan-lost");
    }

    @Test
    void ofTwoElementsNobodyKnowsWhichIsRightByChance() {
        assertThat(finding(() -> calling("f()", () -> new double[] {1, 5}).gives(new double[] {1, 2}, ""))
                        .symptoms())
                .isEmpty();
        assertThat(finding(() -> calling("f()", () -> new double[] {1, 0}).gives(new double[] {1, 2}, ""))
                        .symptoms())
                .containsExactly("equal-but:last");
        assertThat(finding(() -> calling("f()", () -> new double[] {1, 2, 5}).gives(new double[] {1, 2, 3}, ""))
                        .symptoms())
                .containsExactly("equal-but:last");
    }

    @Test
    void aResultThatIsNearlyRightHasNoFactor() {
        assertThat(finding(() -> calling("sum({1e16, 1})", () -> 1e16)
                                .within(1e-15, 0)
                                .gives(1.0000000000001e16, ""))
                        .symptoms())
                .noneMatch(symptom -> symptom.contains("constant"));
    }

    @Test
    void anExceptionKeepsTheCallThatThrewIt() {
        Finding finding = finding(() -> calling("v.norm()", () -> {
                    throw new IllegalStateException("boom");
                })
                .gives(1, ""));

        assertThat(finding.kind()).isEqualTo(FailureKind.THREW);
        assertThat(finding.call()).isEqualTo("v.norm()");
        assertThat(finding.got()).isEqualTo("IllegalStateException: boom");
    }

    @Test
    void aStackOverflowIsRecursionAndKeepsItsCall() {
        Finding finding = finding(() -> calling("f(3)", () -> recurseForever(3)).gives(1, ""));

        assertThat(finding.kind()).isEqualTo(FailureKind.RECURSION);
        assertThat(finding.call()).isEqualTo("f(3)");
    }

    @Test
    void aTodoIsNotTheExceptionThatAContractRequires() {
        Finding finding = finding(() -> calling("f()", ExpectTest::unwritten).fails(RuntimeException.class, "bad"));

        assertThat(finding.kind()).isEqualTo(FailureKind.TO_DO);
    }

    @Test
    void noExceptionWhereOneIsExpectedIsAFailure() {
        calling("f()", () -> Integer.parseInt("x")).fails(NumberFormatException.class, "no number");
        Finding finding = finding(() -> calling("f()", () -> 7).fails(NumberFormatException.class, "no number"));

        assertThat(finding.kind()).isEqualTo(FailureKind.DID_NOT_THROW);
        assertThat(finding.got()).isEqualTo("7, and no exception");
    }

    @Test
    void anotherExceptionThanTheExpectedOneIsAFailure() {
        Finding finding = finding(() ->
                calling("f()", () -> new int[0][0].clone()[1]).fails(IllegalArgumentException.class, "no such row"));

        assertThat(finding.kind()).isEqualTo(FailureKind.THREW);
        assertThat(finding.expected()).isEqualTo("an IllegalArgumentException");
    }

    @Test
    void anExceptionWithoutThePromisedWordsIsAFailure() {
        var call = calling("f()", () -> {
            throw new IllegalArgumentException("12 Rows and 2.5 columns of a 4x5D table");
        });

        call.failsSaying(IllegalArgumentException.class, "row 12 4 5", "");
        Finding finding = finding(() -> call.failsSaying(IllegalArgumentException.class, "row 2", "rows are counted"));
        assertThat(finding.expected())
                .isEqualTo("an IllegalArgumentException whose message has the word \"row\" and the number 2");
        assertThat(finding.got())
                .isEqualTo("IllegalArgumentException: 12 Rows and 2.5 columns of a 4x5D table; it lacks \"2\"");
        assertThat(finding(() -> calling("f()", () -> Long.class.cast(3)).failsSaying(RuntimeException.class, "x", ""))
                        .got())
                .endsWith("; it lacks \"x\"");
        assertThat(finding(() -> calling("f()", () -> {
                                    throw new IllegalStateException();
                                })
                                .failsSaying(IllegalStateException.class, "rows", ""))
                        .got())
                .isEqualTo("IllegalStateException without a message");
    }

    @Test
    void aResultThatIsTheExpectedArrayItselfIsComparedWithWhatItWas() {
        double[] x = {3, 1};

        assertThat(finding(() -> calling("f(x)", () -> {
                                    Arrays.sort(x);
                                    return x;
                                })
                                .gives(x, "f returns its argument"))
                        .got())
                .isEqualTo("{1.0, 3.0}");
        assertThat(finding(() -> unchanged("x", x, x)).symptoms()).containsExactly("aliased");
    }

    @Test
    void anEqualsThatIsTrueForAnyObjectMakesNothingAgree() {
        class Money {
            @Override
            public boolean equals(Object other) {
                return true;
            }

            @Override
            public int hashCode() {
                return 1;
            }

            @Override
            public String toString() {
                return "Money";
            }
        }

        assertThat(finding(() -> calling("f()", Money::new).gives(new Money(), ""))
                        .got())
                .isEqualTo("Money (whose equals is true for any object)");
    }

    @Test
    void aNanSatisfiesAPredicateOnlyIfThatSaysSo() {
        var nan = calling("f()", () -> Double.NaN);

        nan.allowingNan().satisfies(x -> Double.isNaN(x) || x < 1, "NaN or less than 1", "");
        assertThat(finding(() -> nan.satisfies(x -> !(x > 10), "at most 10", ""))
                        .symptoms())
                .containsExactly("nan");
    }

    @Test
    void aFiniteToleranceNeverMakesAnInfinityAgree() {
        assertThat(finding(() -> calling("f()", () -> Double.POSITIVE_INFINITY)
                                .within(2, Double.MAX_VALUE)
                                .gives(Double.MAX_VALUE, ""))
                        .kind())
                .isEqualTo(FailureKind.MISMATCH);
    }

    @Test
    void theErrorOfAnInitializerShowsItsCause() {
        Finding finding =
                AssertionFailure.findingOf(new ExceptionInInitializerError(new IllegalStateException("first use")));

        assertThat(finding.got()).isEqualTo("IllegalStateException: first use");
    }

    @Test
    void anExceptionWhoseMessageThrowsStillGivesAFinding() {
        var hostile = new RuntimeException() {
            private static final long serialVersionUID = 1L;

            @Override
            public String getMessage() {
                throw new IllegalStateException("no message");
            }
        };

        assertThat(AssertionFailure.findingOf(hostile).got()).contains("whose message can't be read");
    }

    @Test
    void aChangedArgumentIsFound() {
        unchanged("xs", new int[] {1, 2}, new int[] {1, 2});

        assertThat(finding(() -> unchanged("xs", new int[] {1, 2}, new int[] {1, 3}))
                        .symptoms())
                .containsExactly("changed-argument");
    }

    @Test
    void nullIsNeverAResult() {
        assertThat(finding(() -> calling("f()", () -> null).result()).symptoms())
                .containsExactly("null");
    }

    private static Finding finding(ThrowingCallable code) {
        return mismatch(code).finding();
    }

    private static AssertionFailure mismatch(ThrowingCallable code) {
        return catchThrowableOfType(AssertionFailure.class, code);
    }

    private static int unwritten() {
        throw new UnsupportedOperationException("To do in lesson vectors: norm");
    }

    private static int recurseForever(int x) {
        return recurseForever(x) + 1;
    }
}
