package gradus.studio.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.judge.Verdict;
import gradus.judge.Verdict.CheckResult;
import gradus.judge.Verdict.Diagnosis;
import gradus.judge.Verdict.Integration;
import gradus.studio.fixture.Verdicts;
import gradus.studio.json.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a learner reads after `gradus check`.
class CheckCommandTest {

    @TempDir
    Path home;

    private Typed typed;

    @BeforeEach
    void begin() {
        typed = new Typed(home);
        typed.type("start adding");
    }

    @Test
    void notYetTellsTheDiagnosisFirstThenEachFailingCheckInFull() {
        assertThat(typed.judging(Verdicts.notYet()).type("check adding")).isEqualTo(1);
        assertThat(typed.out).isEqualTo("""
                ✗ Not yet: 1 of 2 checks pass.
                  The sign of the result is the other way round.
                  It looks as if you hold: "Adding is taking away."
                  Is `a + b` more than a?

                ✗ large numbers add up
                    call      Adder.plus(20, 22)
                    expected  42
                    got       -2
                    why       20 + 22
                    at        src/main/java/gradus/ml/numbers/Adder.java:5:9

                ✓ 1 passed.

                Your program printed:
                    hello

                Next: Go on with "Adding numbers" (adding, about 30 minutes).
                      You handed in "Adding numbers" once, and 1 of 2 checks pass.
                      `gradus check adding`, or `gradus hint adding` when you are stuck.
                """);
    }

    @Test
    void passedTellsWhatIsYoursWhatItCostAndWhatIsNext() {
        assertThat(typed.judging(Verdicts.passed()).type("check adding")).isZero();
        assertThat(typed.out).isEqualTo("""
                ✓ Passed: its one check.
                  Yours now: Adder (plus, minus).
                  1 of 2 parts of the library are yours.
                  Cost: 40 ms to compile, 1.2 s to run, of which 12 ms of processor; 3.2 MB
                  allocated, 8.6 MB held at most.

                Next: Learn "Counting things" (counting, about 30 minutes).
                      It is the next step on the road, and it needs nothing before it.
                      `gradus start counting` puts its lab into your workspace.
                """);
    }

    @Test
    void aPassThatFailsUponYourOwnPartsNamesThePartAtFault() {
        var fault = new Integration.AtFault("gradus.ml.numbers.Counter", Verdicts.LARGE_FAILED);
        assertThat(typed.judging(Verdicts.passed(fault)).type("check adding")).isZero();
        assertThat(typed.out.replaceAll("\\s+", " "))
                .contains("Your Counter is at fault elsewhere: with it, \"large numbers add up\" fails")
                .contains("`gradus parts Counter library`");
    }

    @Test
    void aPassUponYourOwnPartsSaysSo() {
        var whole = new Integration.Whole(List.of("gradus.ml.numbers.Counter"));
        typed.judging(Verdicts.passed(whole)).type("check adding");
        assertThat(typed.out).contains("It passes upon your own Counter too.");
    }

    @Test
    void everyVerdictHasItsWordsAndItsExitCode() {
        assertThat(typed.judging(Verdicts.didNotCompile()).type("check adding")).isEqualTo(1);
        assertThat(typed.out).startsWith("""
                ✗ It does not compile.

                  src/main/java/gradus/ml/numbers/Adder.java:5:9
                    ';' expected
                    A semicolon is missing.
                """);
        assertThat(typed.judging(Verdicts.outOfTime()).type("check adding")).isEqualTo(1);
        assertThat(typed.out)
                .startsWith("✗ Out of time: it ran longer than 10 s, during \"large numbers add up\".")
                .contains("✓ 1 passed, 1 did not get their turn.");
        assertThat(typed.judging(Verdicts.outOfMemory()).type("check adding")).isEqualTo(1);
        assertThat(typed.out).startsWith("✗ Out of memory: it wanted more than 256 MB.");
        assertThat(typed.judging(Verdicts.forbidden()).type("check adding")).isEqualTo(1);
        assertThat(typed.out).startsWith("✗ Not allowed: it reads a file, notes.txt.");
        assertThat(typed.judging(Verdicts.endedEarly()).type("check adding")).isEqualTo(1);
        assertThat(typed.out).startsWith("✗ It ended before the checks were through: System.exit");
    }

    @Test
    void aFaultOfTheJudgeIsSaidOnStandardErrorAndCountsForNothing() {
        assertThat(typed.judging(Verdicts.judgeFault()).type("check adding")).isEqualTo(3);
        assertThat(typed.out).isEmpty();
        assertThat(typed.err)
                .isEqualTo("The judge could not check adding (the child JVM did not start); nothing was "
                        + "counted against you: try again.\n");
        assertThat(typed.journal.attempts()).hasSize(1);
    }

    @Test
    void jsonIsOneObjectWithTheVerdictAndWhatIsNext() {
        for (Verdict verdict : Verdicts.all()) {
            typed.judging(verdict).type("check --json");
            assertThat(typed.out).hasLineCount(1);
            Map<?, ?> object = Json.read(typed.out, Map.class);
            assertThat(object.keySet()).isEqualTo(java.util.Set.of("lesson", "verdict", "next"));
            assertThat(Json.read(Json.write(object.get("verdict")), Verdict.class))
                    .isEqualTo(verdict);
        }
    }

    @Test
    void whereManyChecksFailTheFirstFewAreToldInFullAndTheOthersNamed() {
        List<CheckResult> failing = Collections.nCopies(7, Verdicts.LARGE_FAILED);
        var cost = Verdicts.notYet().cost();
        typed.judging(new Verdict.NotYet(failing, new Diagnosis("", Optional.empty()), cost, ""));
        typed.type("check adding");
        assertThat(typed.out.lines().filter(line -> line.startsWith("✗ large"))).hasSize(7);
        assertThat(typed.out.lines().filter(line -> line.contains("expected  42")))
                .hasSize(3);
    }

    @Test
    void withoutALessonItTakesTheOneBegunLastAndSaysSo() {
        typed.clock.move(java.time.Duration.ofMinutes(1));
        typed.type("start counting");
        typed.type("check");
        assertThat(typed.out).startsWith("Checking counting, which you began last.\n");
        assertThat(typed.judge.judged()).last().extracting("lesson").isEqualTo("counting");
    }

    @Test
    void withoutALessonAndWithoutABeginningItTakesTheOneRecommended(@TempDir Path other) {
        var fresh = new Typed(other);
        assertThat(fresh.type("check")).isEqualTo(2);
        assertThat(fresh.out).startsWith("Checking counting, which comes next.\n");
        assertThat(fresh.err).endsWith("Counter.java is missing; `gradus start counting` puts the starter back.\n");
    }

    @Test
    void aLineOfProgressLivesOnATerminalOnly() {
        typed.type("check adding");
        assertThat(typed.out).doesNotContain("\u001b", "\r");
        typed.terminal = true;
        typed.type("check adding");
        assertThat(typed.out).startsWith("\r\u001b[K· it compiles\r\u001b[K").contains("\r\u001b[K\u001b[31m✗ ");
        typed.environment.put("TERM", "dumb");
        typed.type("check adding");
        assertThat(typed.out).doesNotContain("\u001b", "\r");
    }

    @Test
    void noColorMeansNoColourAndJsonHasNoneEither() {
        typed.terminal = true;
        typed.environment.put("NO_COLOR", "1");
        typed.type("next");
        assertThat(typed.out).doesNotContain("\u001b");
        typed.environment.remove("NO_COLOR");
        typed.type("next");
        assertThat(typed.out).contains("\u001b[1mNext: \u001b[0m");
        typed.type("check --json");
        assertThat(typed.out).startsWith("{").doesNotContain("\u001b", "\r");
    }

    @Test
    void withoutUnicodeTheSignsAreLetters() {
        typed.charset = StandardCharsets.US_ASCII;
        typed.type("check adding");
        assertThat(typed.out).startsWith("x Not yet").contains("+ 1 passed.").doesNotContain("?\u0020large");
    }

    @Test
    void linesKeepWithinTheWidth() {
        typed.width = 40;
        typed.type("check adding");
        assertThat(typed.out.lines().filter(line -> !line.contains("Adder.java")))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(40));
        typed.type("progress");
        assertThat(typed.out.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(40));
    }

    @Test
    void whatTheProgramPrintsCannotSteerTheTerminal() {
        var cost = Verdicts.notYet().cost();
        typed.judging(new Verdict.Passed(List.of(), new Integration.Alone(), cost, "\u001b[2Jgone\n"));
        typed.type("check adding");
        assertThat(typed.out).contains("    ?[2Jgone\n");
    }
}
