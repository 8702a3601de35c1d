package gradus.studio.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.judge.Verdict;
import gradus.judge.Verdict.Diagnosis;
import gradus.judge.Verdict.RecognisedMistake;
import gradus.mastery.Attempt;
import gradus.studio.fixture.TestVerdicts;
import gradus.studio.json.Json;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The hints of a mistake that a submission was recognised by.
class MistakeHintsTest {

    private static final String MORE = "more hint";

    @TempDir
    Path home;

    private TerminalHarness terminal;

    @BeforeEach
    void begin() {
        terminal = new TerminalHarness(home);
        terminal.type("start adding");
    }

    @Test
    void theHintsOfTheMistakeComeBeforeThoseOfTheTasks() {
        submit(recognised("minus-for-plus", "<p>A question.</p>", "<p>A pointer.</p>", "<p>An explanation.</p>"));
        assertThat(terminal.out)
                .contains("  A question.\n  There are 2 more hints on this mistake: `gradus hint adding`.\n");
        assertHint("The mistake in your last submission, hint 2 of 3\n  A pointer.\n");
        assertHint("The mistake in your last submission, hint 3 of 3\n  An explanation.\n");
        assertHint("plus, hint 1 of 3\n  What does `plus` give for none?\n");
    }

    @Test
    void aNamedTaskHasItsOwnHints() {
        submit(recognised("minus-for-plus", "<p>A question.</p>", "<p>A pointer.</p>"));
        terminal.type("hint adding minus");
        assertThat(terminal.out).startsWith("minus, hint 1 of 3\n");
        assertHint("The mistake in your last submission, hint 2 of 2\n  A pointer.\n");
    }

    @Test
    void aMistakeThatIsOnlySimilarHasOneHint() {
        submit(recognised("", "<p>A question.</p>"));
        assertThat(terminal.out).contains("  A question.\n").doesNotContain(MORE);
        assertHint("plus, hint 1 of 3\n  What does `plus` give for none?\n");
    }

    @Test
    void theNextSubmissionHasItsOwn() {
        submit(recognised("minus-for-plus", "<p>A question.</p>", "<p>A pointer.</p>"));
        terminal.type("hint adding");
        submit(recognised("minus-for-plus", "<p>A question.</p>", "<p>A pointer.</p>"));
        assertHint("The mistake in your last submission, hint 2 of 2\n  A pointer.\n");
        submit(TestVerdicts.didNotCompile());
        assertHint("plus, hint 1 of 3\n  What does `plus` give for none?\n");
    }

    @Test
    void theyAreNoHintsTakenOfATask() {
        submit(recognised("minus-for-plus", "<p>A question.</p>", "<p>A pointer.</p>"));
        terminal.type("hint adding");
        terminal.type("progress --json");
        assertThat(terminal.out)
                .contains("\"id\":\"adding\"")
                .contains("\"hints\":0")
                .doesNotContain("\"hints\":1");
        assertThat(terminal.journal.attempts())
                .last()
                .isEqualTo(new Attempt.TookMistakeHint("adding", terminal.clock.instant(), 2));
    }

    @Test
    void inJsonSuchAHintHasNoTask() {
        submit(recognised("minus-for-plus", "<p>A question.</p>", "<p>A pointer.</p>"));
        terminal.type("hint adding --json");
        Map<?, ?> hint = Json.read(terminal.out, Map.class);
        assertThat(hint.get("task")).isNull();
        assertThat(hint.get("level")).isEqualTo(2);
    }

    @Test
    void noIdOfAMistakeOrMisconceptionIsShown() {
        submit(recognised("an-id-that-the-lesson-lacks", "<p>A question.</p>", "<p>A pointer.</p>"));
        assertThat(terminal.out).doesNotContain("an-id-that", "minus-for-plus");
        for (String line : List.of("hint adding", "next", "progress", "review", "parts", "hint adding nothing")) {
            terminal.type(line);
            assertThat(terminal.out + terminal.err).doesNotContain("an-id-that", "minus-for-plus");
        }
    }

    @Test
    void aSubmissionThatAnEarlierGradusRecordedHasNone() {
        Attempt earlier = Json.readWhole(
                "{\"type\":\"HandedIn\",\"lesson\":\"adding\",\"at\":\"2026-01-05T09:00:00Z\",\"verdict\":\"NotYet\","
                        + "\"checks\":2,\"passed\":1,\"recognised\":\"minus-for-plus\",\"sources\":\"ab\"}",
                Attempt.class);
        assertThat(earlier)
                .isEqualTo(new Attempt.HandedIn(
                        "adding",
                        Instant.parse("2026-01-05T09:00:00Z"),
                        "NotYet",
                        2,
                        1,
                        Optional.of("minus-for-plus"),
                        "ab",
                        Optional.empty()));
        terminal.journal.append(earlier);
        assertHint("plus, hint 1 of 3\n  What does `plus` give for none?\n");
    }

    private void submit(Verdict verdict) {
        terminal.judging(verdict).type("check adding");
    }

    private void assertHint(String text) {
        terminal.type("hint adding");
        assertThat(terminal.out).isEqualTo(text);
    }

    private static Verdict recognised(String misconception, String... hints) {
        var mistake = new RecognisedMistake("minus-for-plus", misconception, List.of(hints));
        return new Verdict.NotYet(
                List.of(TestVerdicts.SMALL_PASSED, TestVerdicts.LARGE_FAILED),
                new Diagnosis("", Optional.of(mistake)),
                List.of(),
                TestVerdicts.notYet().resourceUsage(),
                "");
    }
}
