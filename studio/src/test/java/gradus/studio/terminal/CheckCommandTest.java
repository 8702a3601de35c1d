package gradus.studio.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.judge.Verdict;
import gradus.judge.Verdict.CheckResult;
import gradus.judge.Verdict.Diagnosis;
import gradus.judge.Verdict.Integration;
import gradus.studio.fixture.TestVerdicts;
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

/// The output of `gradus check`.
class CheckCommandTest {

    @TempDir
    Path home;

    private TerminalHarness terminalHarness;

    @BeforeEach
    void begin() {
        terminalHarness = new TerminalHarness(home);
        terminalHarness.type("start adding");
    }

    @Test
    void notYetPrintsTheDiagnosisFirstThenEachFailingCheckInFull() {
        assertThat(terminalHarness.judging(TestVerdicts.notYet()).type("check adding"))
                .isEqualTo(1);
        assertThat(terminalHarness.out).isEqualTo("""
                ✗ Not yet: 1 of 2 checks pass.
                  The sign of the result is the other way round.
                  The same checks fail if one thinks: "Adding is taking away."
                  Is `a + b` more than a?
                  There is 1 more hint on this mistake: `gradus hint adding`.

                ✗ large numbers add up
                    call      Adder.plus(20, 22)
                    expected  42
                    got       -2
                    why       20 + 22
                    at        src/main/java/gradus/ml/numbers/Adder.java:5:9
                    The contract says: `many` numbers are no problem.

                ✓ 1 passed.

                Your program printed:
                    hello

                Next: Continue "Adding numbers" (adding, about 30 minutes).
                      You've submitted "Adding numbers" once, and 1 of 2 checks pass.
                      Run `gradus check adding`, or `gradus hint adding` if you're stuck.
                """);
    }

    @Test
    void aReasonThatTheDiagnosisGivesIsPrintedOnce() {
        var verdict = new Verdict.NotYet(
                List.of(TestVerdicts.LARGE_FAILED),
                new Diagnosis("`Adder.plus(20, 22)` returned -2, expected 42: 20 + 22.", Optional.empty()),
                List.of(),
                TestVerdicts.notYet().resourceUsage(),
                "");
        terminalHarness.judging(verdict).type("check adding");
        assertThat(terminalHarness.out).containsOnlyOnce("20 + 22").doesNotContain("why ");
    }

    @Test
    void afterAFailedCheckOfAPassedLabTheNextThingIsTheSameLab() {
        terminalHarness.judging(TestVerdicts.passed()).type("check adding");
        terminalHarness.judging(TestVerdicts.notYet()).type("check adding");

        assertThat(terminalHarness.out).endsWith("""
                Next: change your code and submit it again.
                      Run `gradus check adding`, or `gradus hint adding` if you're stuck.
                """);
    }

    @Test
    void passedPrintsYourPartsTheCostAndWhatIsNext() {
        assertThat(terminalHarness.judging(TestVerdicts.passed()).type("check adding"))
                .isZero();
        assertThat(terminalHarness.out).isEqualTo("""
                ✓ Passed: 1 check.
                  Yours now: Adder (plus, minus).
                  1 of 2 parts of the library is yours.
                  Cost: 40 ms to compile, 1.2 s to run (12 ms of CPU time), 3.2 MB allocated,
                  peak heap 8.6 MB.

                Next: Learn "Counting things" (counting, about 30 minutes).
                      It's the next lesson, and it has no prerequisites.
                      Run `gradus start counting` to put its lab into your workspace.
                """);
    }

    @Test
    void aPassThatFailsWithYourOwnPartsNamesThePartAtFault() {
        var fault = new Integration.Failed("gradus.ml.numbers.Counter", TestVerdicts.LARGE_FAILED);
        assertThat(terminalHarness.judging(TestVerdicts.passed(fault)).type("check adding"))
                .isZero();
        assertThat(terminalHarness.out.replaceAll("\\s+", " "))
                .contains(
                        "with your own parts \"large numbers add up\" fails. With the library's Counter it passes, so look")
                .contains("`gradus parts Counter library`");
    }

    @Test
    void aPassWithYourOwnPartsSaysSo() {
        var passed = new Integration.Passed(List.of("gradus.ml.numbers.Counter"));
        terminalHarness.judging(TestVerdicts.passed(passed)).type("check adding");
        assertThat(terminalHarness.out).contains("The checks also pass with your own Counter.");
    }

    @Test
    void aGateThatWaitsForTheOtherChecksSaysSo() {
        terminalHarness.judging(TestVerdicts.gateWaits()).type("check adding");
        assertThat(terminalHarness.out).contains("· 0 passed, 1 not run until all others pass.");
    }

    @Test
    void everyVerdictHasItsTextAndItsExitCode() {
        assertThat(terminalHarness.judging(TestVerdicts.didNotCompile()).type("check adding"))
                .isEqualTo(1);
        assertThat(terminalHarness.out).startsWith("""
                ✗ It doesn't compile.

                  src/main/java/gradus/ml/numbers/Adder.java:5:9
                    ';' expected
                    A semicolon is missing.
                """);
        assertThat(terminalHarness.judging(TestVerdicts.outOfTime()).type("check adding"))
                .isEqualTo(1);
        assertThat(terminalHarness.out)
                .startsWith("✗ Out of time: it ran longer than 10 s, during \"large numbers add up\".")
                .contains("✓ 1 passed, 1 not run.");
        assertThat(terminalHarness.judging(TestVerdicts.outOfMemory()).type("check adding"))
                .isEqualTo(1);
        assertThat(terminalHarness.out).startsWith("✗ Out of memory: it needed more than 256 MB.");
        assertThat(terminalHarness.judging(TestVerdicts.forbidden()).type("check adding"))
                .isEqualTo(1);
        assertThat(terminalHarness.out).startsWith("✗ Not allowed: a file, using `Files.readString`.\n");
        assertThat(terminalHarness.judging(TestVerdicts.endedEarly()).type("check adding"))
                .isEqualTo(1);
        assertThat(terminalHarness.out).startsWith("✗ The program ended before the checks finished: System.exit");
    }

    @Test
    void aJudgeFaultIsPrintedOnStandardErrorAndDoesNotCount() {
        assertThat(terminalHarness.judging(TestVerdicts.judgeFault()).type("check adding"))
                .isEqualTo(3);
        assertThat(terminalHarness.out).isEmpty();
        assertThat(terminalHarness.err)
                .isEqualTo("The judge couldn't check adding (the child JVM did not start); it doesn't "
                        + "count against you: try again.\n");
        assertThat(terminalHarness.journal.attempts()).hasSize(1);
    }

    @Test
    void whatHappenedToTheJournalIsToldOnStandardError() {
        terminalHarness.journal.notice("The journal was deleted.");
        terminalHarness.judging(TestVerdicts.passed()).type("check adding");
        assertThat(terminalHarness.err).isEqualTo("The journal was deleted.\n");
        terminalHarness.type("check adding");
        assertThat(terminalHarness.err).isEmpty();
    }

    @Test
    void jsonIsOneObjectWithTheVerdictAndWhatIsNext() {
        for (Verdict verdict : TestVerdicts.all()) {
            terminalHarness.judging(verdict).type("check --json");
            assertThat(terminalHarness.out).hasLineCount(1);
            Map<?, ?> object = Json.read(terminalHarness.out, Map.class);
            assertThat(object.keySet()).isEqualTo(java.util.Set.of("lesson", "verdict", "next"));
            assertThat(Json.read(Json.write(object.get("verdict")), Verdict.class))
                    .isEqualTo(verdict);
        }
    }

    @Test
    void ifManyChecksFailOnlyTheFirstFewArePrintedInFull() {
        List<CheckResult> failing = Collections.nCopies(7, TestVerdicts.LARGE_FAILED);
        var resourceUsage = TestVerdicts.notYet().resourceUsage();
        terminalHarness.judging(
                new Verdict.NotYet(failing, new Diagnosis("", Optional.empty()), List.of(), resourceUsage, ""));
        terminalHarness.type("check adding");
        assertThat(terminalHarness.out.lines().filter(line -> line.startsWith("✗ large")))
                .hasSize(7);
        assertThat(terminalHarness.out.lines().filter(line -> line.contains("expected  42")))
                .hasSize(3);
    }

    @Test
    void withoutALessonItTakesTheOneStartedLastAndSaysSo() {
        terminalHarness.clock.advance(java.time.Duration.ofMinutes(1));
        terminalHarness.type("start counting");
        terminalHarness.type("check");
        assertThat(terminalHarness.out).startsWith("Checking counting, the lesson you started last.\n");
        assertThat(terminalHarness.judge.submissions())
                .last()
                .extracting("lesson")
                .isEqualTo("counting");
    }

    @Test
    void withoutALessonAndWithNoneStartedItTakesTheOneRecommended(@TempDir Path other) {
        var fresh = new TerminalHarness(other);
        assertThat(fresh.type("check")).isEqualTo(2);
        assertThat(fresh.out).startsWith("Checking counting, the next lesson.\n");
        assertThat(fresh.err).endsWith("Counter.java is missing; `gradus start counting` puts the starter back.\n");
    }

    @Test
    void theProgressLineAppearsOnlyOnATerminal() {
        terminalHarness.type("check adding");
        assertThat(terminalHarness.out).doesNotContain("\u001b", "\r");
        terminalHarness.terminal = true;
        terminalHarness.type("check adding");
        assertThat(terminalHarness.out)
                .startsWith("\r\u001b[K· compiled\r\u001b[K")
                .contains("\r\u001b[K\u001b[31m✗ ");
        terminalHarness.environment.put("TERM", "dumb");
        terminalHarness.type("check adding");
        assertThat(terminalHarness.out).doesNotContain("\u001b", "\r");
    }

    @Test
    void noColorMeansNoColourAndJsonHasNoneEither() {
        terminalHarness.terminal = true;
        terminalHarness.environment.put("NO_COLOR", "1");
        terminalHarness.type("next");
        assertThat(terminalHarness.out).doesNotContain("\u001b");
        terminalHarness.environment.remove("NO_COLOR");
        terminalHarness.type("next");
        assertThat(terminalHarness.out).contains("\u001b[1mNext: \u001b[0m");
        terminalHarness.type("check --json");
        assertThat(terminalHarness.out).startsWith("{").doesNotContain("\u001b", "\r");
    }

    @Test
    void withoutUnicodeTheSymbolsAreAscii() {
        terminalHarness.charset = StandardCharsets.US_ASCII;
        terminalHarness.type("check adding");
        assertThat(terminalHarness.out)
                .startsWith("x Not yet")
                .contains("+ 1 passed.")
                .doesNotContain("?\u0020large");
    }

    @Test
    void linesFitTheWidth() {
        terminalHarness.width = 40;
        terminalHarness.type("check adding");
        assertThat(terminalHarness.out.lines().filter(line -> !line.contains("Adder.java")))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(40));
        terminalHarness.type("progress");
        assertThat(terminalHarness.out.lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(40));
    }

    @Test
    void theProgramsOutputCannotControlTheTerminal() {
        var resourceUsage = TestVerdicts.notYet().resourceUsage();
        terminalHarness.judging(new Verdict.Passed(
                List.of(), new Integration.NoOtherParts(), List.of(), resourceUsage, "\u001b[2Jgone\n"));
        terminalHarness.type("check adding");
        assertThat(terminalHarness.out).contains("    ?[2Jgone\n");
    }

    @Test
    void ofALongOutputTheBeginningIsShown() {
        var resourceUsage = TestVerdicts.notYet().resourceUsage();
        for (String output : List.of("x".repeat(65_536), "y\n".repeat(32_768))) {
            terminalHarness.judging(
                    new Verdict.Passed(List.of(), new Integration.NoOtherParts(), List.of(), resourceUsage, output));
            terminalHarness.type("check adding");
            assertThat(terminalHarness.out)
                    .hasSizeLessThan(4_000)
                    .contains("… and more: 65536 characters in all. The studio's page shows them.");
        }
    }
}
