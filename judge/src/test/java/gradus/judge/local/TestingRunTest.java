package gradus.judge.local;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.judge.LearnerParts;
import gradus.judge.ProgressEvent;
import gradus.judge.Submission;
import gradus.judge.Verdict;
import gradus.judge.Verdict.CheckResult;
import gradus.judge.Verdict.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The tests that a learner writes are run on the library, on other right implementations and on mutants.
class TestingRunTest extends WithToyJudge {

    private static final String SUM = """
                @Test
                void sumOfThree() {
                    calling("Numbers.sum(1, 2, 6)", () -> Numbers.sum(new double[] {1, 2, 6})).gives(9.0, "1 + 2 + 6");
                }
            """;
    private static final String SHIFTED = """
                @Test
                void shiftsByNothing() {
                    calling("Numbers.shifted({1}, 0)", () -> Numbers.shifted(new double[] {1}, 0)[0]).gives(1.0, "1 + 0");
                }
            """;
    private static final String UNCHANGED = """
                @Test
                void leavesItsArgument() {
                    double[] values = {1, 2};
                    Numbers.shifted(values, 3);
                    calling("values[0] after Numbers.shifted(values, 3)", () -> values[0]).gives(1.0, "it was 1");
                }
            """;

    private static Verdict judged(Submission submission) {
        return judge.judge(ToyTesting.lab(), submission, LearnerParts.NONE, _ -> {});
    }

    private static Verdict judged(String members) {
        return judged(ToyTesting.members(members));
    }

    private static List<String> outcomes(List<CheckResult> checks) {
        return checks.stream()
                .map(check -> check.id() + " " + check.outcome().getClass().getSimpleName())
                .toList();
    }

    @Test
    void testsThatFindEnoughFaultsPassAndWhatIsAliveKeepsItsSecret() {
        var progress = new ArrayList<ProgressEvent>();
        var verdict = (Verdict.Passed)
                judge.judge(ToyTesting.lab(), ToyTesting.members(SUM + UNCHANGED), LearnerParts.NONE, progress::add);

        assertThat(outcomes(verdict.checks()))
                .containsExactly(
                        "reference Passed", "right-1 Passed", "fault-1 Passed", "fault-2 Failed", "fault-3 Passed");
        assertThat(verdict.checks())
                .extracting(CheckResult::title)
                .contains(
                        "the tests find fault 1, in sum: the last value is left out",
                        "the tests find fault 2, in shifted");
        assertThat(verdict.toString() + progress).doesNotContain("never ends");
        assertThat(progress.getFirst()).isInstanceOf(ProgressEvent.Compiled.class);
        assertThat(progress).filteredOn(ProgressEvent.Checked.class::isInstance).hasSize(5);
    }

    @Test
    void aMutantOnWhichTheTestsNeverEndIsKilled() {
        var verdict = (Verdict.Passed) judged(SUM + SHIFTED);

        assertThat(verdict.checks())
                .extracting(CheckResult::title)
                .contains("the tests find fault 2, in shifted: it never ends for a shift of 0; on it the tests ran out"
                        + " of time");
    }

    @Test
    void tooFewFaultsAreNotYetEnough() {
        var verdict = (Verdict.NotYet) judged(SUM);

        assertThat(verdict.diagnosis().message())
                .isEqualTo("Your tests find 1 of 3 faults, and 2 are wanted. All of them pass on fault 2, in shifted:"
                        + " look for a call that shows it.");
    }

    @Test
    void aTestThatFailsOnTheLibraryIsWrongAndNothingElseIsRun() {
        var verdict = (Verdict.NotYet) judged(SUM.replace("gives(9.0", "gives(8.0"));

        assertThat(verdict.diagnosis().message())
                .isEqualTo("Your test `sumOfThree` fails on the library's own Numbers, which is right."
                        + " `Numbers.sum(1, 2, 6)`: expected 8.0, got 9.0: 1 + 2 + 6.");
        assertThat(outcomes(verdict.checks()))
                .containsExactly(
                        "reference Failed", "right-1 NotRun", "fault-1 NotRun", "fault-2 NotRun", "fault-3 NotRun");
        var failed = (Outcome.Failed) verdict.checks().getFirst().outcome();
        assertThat(failed.stackTrace())
                .singleElement()
                .satisfies(
                        place -> assertThat(place.path() + ":" + place.line()).isEqualTo(ToyTesting.PATH + ":12"));
    }

    @Test
    void aTestThatAsksForMoreThanIsPromisedFailsOnAnotherRightImplementation() {
        var verdict = (Verdict.NotYet) judged("""
                @Test
                void sumsFromLeftToRight() {
                    double[] values = {1e17, 1, -1e17};
                    calling("Numbers.sum(1e17, 1, -1e17)", () -> Numbers.sum(values)).within(0, 0).gives(0.0, "so it is");
                }
                @Test
                void hasNoRoundingErrorsFromTheRight() {
                    double[] values = {1e17, -1e17, 1};
                    calling("Numbers.sum(1e17, -1e17, 1)", () -> Numbers.sum(values)).within(0, 0).gives(1.0, "so it is");
                }
                """);

        assertThat(verdict.diagnosis().message())
                .startsWith("Your test `hasNoRoundingErrorsFromTheRight` fails on another right implementation, so it"
                        + " asks for more than the documentation promises. `Numbers.sum(1e17, -1e17, 1)`: expected 1.0,"
                        + " got 0.0");
        assertThat(outcomes(verdict.checks())).contains("reference Passed", "right-1 Failed", "fault-1 NotRun");
    }

    @Test
    void withoutATestThereIsASentence() {
        assertThat(((Verdict.NotYet) judged("void notATest() {}")).diagnosis().message())
                .startsWith("There is no test yet. Write a method without parameters, with `@Test` above it");
        assertThat(((Verdict.NotYet) judged("void notATest() {}")).diagnosis().message())
                .contains("`notATest` has no `@Test`, so nobody runs it.");
        assertThat(((Verdict.NotYet) judged("@Test void empty() {}"))
                        .diagnosis()
                        .message())
                .contains("expected at least one result, got nothing: a test that looks at nothing shows nothing.");
    }

    @Test
    void testsThatEndBadlyOnTheLibraryGetTheVerdictOfASubmission() {
        assertThat(judged("@Test void loops() { while (true) { Thread.onSpinWait(); } }"))
                .isInstanceOfSatisfying(
                        Verdict.OutOfTime.class,
                        late -> assertThat(late.runningCheck()).contains("loops"));
        assertThat(judged("@Test void exits() { System.exit(0); }")).isInstanceOf(Verdict.EndedEarly.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    @Test void takes(int number) {}                | the method takes must have no parameters
                    @Test static void isStatic() {}                | the method isStatic must have no parameters
                    @Test int returns() { return 1; }              | the method returns must have no parameters
                    @AfterEach void after() {}                     | `@AfterEach` has no effect here
                    @RepeatedTest(2) void twice() {}               | `@RepeatedTest` has no effect here
                    NumbersTests(int number) {}                    | a constructor without parameters
                    @Nested class More { @Test void more() {} }    | `@Nested` has no effect here
                    static class Other { @Test void other() {} }   | the method other isn't run: move it
                    @Test void a() { Assertions.assertTrue(true); } | `Assertions.assertTrue` can't be used here
                    @Test void a() { new gradus.proctor.failure.CheckFault(""); } | `CheckFault` can't be used here
                    @Test void a() { gradus.ml.toy.Spread.variance(new double[1]); } | hasn't been taught yet
                    @Test void a() { Numbers.product(); }          | cannot find symbol
                    @Test void a() { assertTrue(true); }           | is one of JUnit's assertions
                    """)
    void whatCannotBeRunIsSaidWithItsLine(String member, String message) {
        var verdict = (Verdict.DidNotCompile) judged(member);

        assertThat(verdict.problems())
                .anySatisfy(problem ->
                        assertThat(problem.message() + " " + problem.plain()).contains(message));
        assertThat(verdict.problems())
                .allSatisfy(problem ->
                        assertThat(problem.place().orElseThrow().path()).isEqualTo(ToyTesting.PATH));
    }

    @Test
    void onlyTheTestClassIsHandedIn() {
        assertThat(judged(ToyLibrary.numbersAs("package gradus.ml.toy; public class Numbers {}")))
                .isInstanceOf(Verdict.Forbidden.class);
        assertThat(judged(ToyTesting.submission("package gradus.ml.toy; class NumbersTests {}")))
                .isInstanceOf(Verdict.DidNotCompile.class);
    }
}
