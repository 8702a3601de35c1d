package gradus.studio.desk;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.judge.Verdict;
import gradus.judge.Verdict.Integration;
import gradus.judge.Verdict.Remark;
import gradus.studio.fixture.InMemoryJournal;
import gradus.studio.fixture.ManualClock;
import gradus.studio.fixture.ScriptedJudge;
import gradus.studio.fixture.TestDesks;
import gradus.studio.fixture.TestVerdicts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a verdict says of parts whose files have changed since they passed.
class PartVersionsTest {

    private static final String PATH = "gradus/ml/numbers/Counter.java";
    private static final String TYPE = "gradus.ml.numbers.Counter";

    private static final String COUNTER = """
            package gradus.ml.numbers;

            public final class Counter {
                public static int count(int a, int b) {
                    return a + b;
                }
            }
            """;

    private static final String OTHER =
            "It ran with your Counter as it last passed (2026-01-06), not with the file as it" + " is now.";

    @TempDir
    Path home;

    private final ManualClock clock = new ManualClock();
    private ScriptedJudge judge;
    private Desk desk;

    @BeforeEach
    void passCounting() {
        judge = ScriptedJudge.returning(
                TestVerdicts.passed(),
                TestVerdicts.passed(),
                TestVerdicts.passed(new Integration.Passed(List.of(TYPE))));
        desk = TestDesks.at(home, judge, new InMemoryJournal(), clock);
        desk.start("counting");
        desk.save("counting", PATH, COUNTER);
        check("counting");
        clock.advance(Duration.ofDays(1));
        check("counting");
        clock.advance(Duration.ofDays(1));
        desk.start("adding");
    }

    @Test
    void aFileThatIsAsItPassedNeedsNoWord() {
        assertThat(remarks()).isEmpty();
    }

    @Test
    void aFileThatWasBrokenSinceIsNotWhatRan() {
        desk.save("counting", PATH, COUNTER.replace("a + b", "a - b"));
        assertThat(remarks()).containsExactly(OTHER);
    }

    @Test
    void aFileThatIsNoJavaAnyMoreIsNotWhatRan() {
        desk.save("counting", PATH, "class Counter {");
        assertThat(remarks()).containsExactly(OTHER);
    }

    @Test
    void aFileThatIsGoneIsNotWhatRan() throws Exception {
        Files.delete(desk.workspace().file(PATH));
        assertThat(remarks()).containsExactly(OTHER.replace("is now.", "is now, which can't be read."));
    }

    @Test
    void onlyWhatCountsOfAFileIsCompared() {
        desk.save(
                "counting",
                PATH,
                COUNTER.replace("return a + b;", "return a\n        + b; // both")
                        .replace("}\n}", "}\n\n    static int later() {\n        return 1;\n    }\n}"));
        assertThat(remarks()).isEmpty();
    }

    @Test
    void aPartThatFailsWithTheOthersIsNamedAsItRan() {
        judge = ScriptedJudge.returning(TestVerdicts.passed(new Integration.Failed(TYPE, TestVerdicts.LARGE_FAILED)));
        var journal = new InMemoryJournal();
        desk = TestDesks.at(home, judge, journal, clock);
        check("counting");
        desk.save("counting", PATH, COUNTER.replace("a + b", "a - b"));
        assertThat(remarks()).containsExactly(OTHER.replace("01-06", "01-07"));
    }

    @Test
    void theSameIsSaidBeforeAGate() {
        judge = ScriptedJudge.returning(
                TestVerdicts.passed(),
                new Verdict.ChecksPassed(
                        List.of(TestVerdicts.SMALL_PASSED),
                        new Integration.Passed(List.of(TYPE)),
                        List.of(new Remark(Optional.empty(), "A remark.")),
                        TestVerdicts.passed().resourceUsage(),
                        ""));
        desk = TestDesks.at(home, judge, new InMemoryJournal(), clock);
        check("counting");
        desk.save("counting", PATH, COUNTER.replace("a + b", "a - b"));
        assertThat(remarks()).containsExactly("A remark.", OTHER.replace("01-06", "01-07"));
    }

    private List<String> remarks() {
        List<Remark> remarks = switch (check("adding")) {
            case Verdict.Passed it -> it.remarks();
            case Verdict.ChecksPassed it -> it.remarks();
            default -> throw new AssertionError("neither passed nor before a gate");
        };
        return remarks.stream().map(Remark::message).toList();
    }

    private Verdict check(String lesson) {
        return desk.check(desk.submission(lesson), progressEvent -> {}).verdict();
    }
}
