package gradus.studio.desk;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.Source;
import gradus.course.cut.Starter;
import gradus.judge.Submission;
import gradus.studio.fixture.InMemoryJournal;
import gradus.studio.fixture.ManualClock;
import gradus.studio.fixture.ScriptedJudge;
import gradus.studio.fixture.TestDesks;
import gradus.studio.fixture.TestVerdicts;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A class of the library that grows under a learner.
class RunningPartsTest {

    @TempDir
    Path home;

    private final InMemoryJournal journal = new InMemoryJournal();

    @Test
    void aPartRunsWithinTodaysLibraryClass() {
        Desk desk = desk();
        desk.start("counting");
        desk.save("counting", "gradus/ml/numbers/Counter.java", """
                package gradus.ml.numbers;

                public final class Counter {
                    public static int count(int a, int b) {
                        return 42;
                    }
                }
                """);
        desk.check(desk.submission("counting"), _ -> {});
        Source grown = Source.of("gradus.ml.numbers.Counter", """
                package gradus.ml.numbers;

                public final class Counter {
                    public static int count(int a, int b) {
                        return a;
                    }

                    public static int twice(int a) {
                        return count(a, a) * 2;
                    }
                }
                """);
        var parts = new RunningParts(
                desk.course(),
                journal,
                lab -> lab.cuts().stream()
                        .map(cut -> new Starter(grown, grown, cut))
                        .toList());

        assertThat(parts.of(desk.mastery())
                        .sources()
                        .get("gradus.ml.numbers.Counter")
                        .text())
                .contains("        return 42;", "return count(a, a) * 2;")
                .doesNotContain("return a;");
    }

    @Test
    void aSubmissionThatLacksWhatTheLibraryHasNowGetsItFromThere() {
        Desk desk = desk();
        desk.start("adding");
        String path = "gradus/ml/numbers/Adder.java";
        String older = """
                package gradus.ml.numbers;

                public final class Adder {
                    public static int plus(int a, int b) {
                        return a + b;
                    }

                    public static int minus(int a, int b) {
                        return a - b;
                    }
                }
                """;
        Source grown = Source.of(
                "gradus.ml.numbers.Adder",
                older.replace("class Adder {", "class Adder { public static int zero() { return 0; }"));
        var parts = new RunningParts(
                desk.course(),
                journal,
                lab -> lab.cuts().stream()
                        .map(cut -> new Starter(grown, grown, cut))
                        .toList());
        var submission = new Submission("adding", Map.of(path, older));

        Submission runs = parts.within(desk.lesson("adding").lab().orElseThrow(), submission, desk.mastery());

        assertThat(runs.sources().get(path)).contains("        return a - b;", "int zero()");
        assertThat(parts.within(
                        desk.lesson("adding").lab().orElseThrow(),
                        new Submission("adding", Map.of(path, grown.text())),
                        desk.mastery()))
                .isEqualTo(new Submission("adding", Map.of(path, grown.text())));
    }

    private Desk desk() {
        return TestDesks.at(home, ScriptedJudge.returning(TestVerdicts.passed()), journal, new ManualClock());
    }
}
