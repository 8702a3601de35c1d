package gradus.studio.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.Fault;
import gradus.studio.fixture.Verdicts;
import gradus.studio.json.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every command, in words and in JSON.
class TerminalTest {

    @TempDir
    Path home;

    private Typed typed;

    @BeforeEach
    void sitDown() {
        typed = new Typed(home);
    }

    @Test
    void withoutACommandItStartsTheStudioAndSaysWhere() {
        assertThat(typed.type("")).isZero();
        assertThat(typed.opened).containsExactly("studio " + home.resolve("gradus") + " 0 true");
        assertThat(typed.out).isEqualTo("Gradus is at http://127.0.0.1:8080/ (Ctrl-C ends it).\n");

        assertThat(typed.type("--no-browser --port 8080 --json")).isZero();
        assertThat(typed.opened).last().isEqualTo("studio " + home.resolve("gradus") + " 8080 false");
        assertThat(object()).isEqualTo(Map.of("address", "http://127.0.0.1:8080/"));
    }

    @Test
    void nextSaysWhatToDoAndWhy() {
        assertThat(typed.type("next")).isZero();
        assertThat(typed.out).isEqualTo("""
                Next: Learn "Counting things" (counting, about 30 minutes).
                      It is the first step, and it needs nothing before it.
                      `gradus start counting` puts its lab into your workspace.
                """);
        typed.type("next --json");
        assertThat(object()).containsEntry("type", "Learn").containsEntry("lesson", "counting");
    }

    @Test
    void startPutsTheStarterThereAndKeepsWhatIsYours() throws Exception {
        assertThat(typed.type("start adding")).isZero();
        assertThat(typed.out).contains("✓ src/main/java/gradus/ml/numbers/Adder.java, the starter");

        Files.writeString(adder(), "mine");
        assertThat(typed.type("start adding")).isZero();
        assertThat(typed.out).contains("· src/main/java/gradus/ml/numbers/Adder.java, yours: it stays as it is");
        assertThat(adder()).hasContent("mine");

        typed.type("start adding --json");
        assertThat(object())
                .containsEntry("lesson", "adding")
                .containsEntry("workspace", home.resolve("gradus/workspace").toString())
                .containsEntry("written", List.of())
                .containsEntry("kept", List.of(adder().toString()));
    }

    @Test
    void hintGoesOneStepFurtherEachTime() {
        assertThat(typed.type("hint adding")).isZero();
        assertThat(typed.out).isEqualTo("plus, hint 1 of 3\n  What does `plus` give for none?\n");
        typed.type("hint adding");
        assertThat(typed.out).isEqualTo("plus, hint 2 of 3\n  Look at the loop of plus.\n");
        typed.type("hint adding minus --json");
        assertThat(object())
                .containsEntry("task", "minus")
                .containsEntry("level", 1)
                .containsEntry("of", 3);
    }

    @Test
    void reviewListsWhatIsDue() {
        assertThat(typed.type("review")).isZero();
        assertThat(typed.out).isEqualTo("Nothing is due for review.\n");

        pass("counting");
        typed.clock.move(Duration.ofDays(3));
        typed.type("review");
        assertThat(typed.out).contains("  · Counting things (counting)\n");
        typed.type("review --json");
        assertThat(object())
                .isEqualTo(Map.of("due", List.of(Map.of("lesson", "counting", "title", "Counting things"))));
    }

    @Test
    void progressIsATableAndWhatIsYours() {
        pass("counting");
        typed.type("hint adding");
        assertThat(typed.type("progress")).isZero();
        assertThat(typed.out).isEqualTo("""
                  lesson    state   handed in  hints  questions  passed on
                ✓ counting  passed  1                 0 of 1     2026-01-05
                · adding    ready              1      0 of 1
                · reading   ready                     0 of 1

                1 of 3 lessons passed; 1 of 2 parts of the library is yours (50 %).
                """);
        typed.type("progress --json");
        assertThat(object()).containsEntry("partsMine", 1).containsEntry("parts", 2);
        assertThat(typed.out).contains("\"id\":\"counting\"").contains("\"passedAt\":\"2026-01-05T09:00:00Z\"");
    }

    @Test
    void partsListsThemAndSwitchesOne() {
        pass("counting");
        assertThat(typed.type("parts")).isZero();
        assertThat(typed.out).isEqualTo("""
                  part     runs     built in  package
                · Adder    library  adding    gradus.ml.numbers
                ✓ Counter  mine     counting  gradus.ml.numbers
                """);
        assertThat(typed.type("parts Counter library")).isZero();
        assertThat(typed.out).contains("· Counter  library (yours is ready)");
        typed.type("parts Counter mine --json");
        assertThat(typed.out)
                .isEqualTo("{\"parts\":[{\"part\":\"gradus.ml.numbers.Counter\",\"lesson\":\"counting\",\"built\":true,"
                        + "\"mine\":true}]}\n");
    }

    @Test
    void authorCheckNamesEveryFaultAndEndsWithOne() {
        assertThat(typed.type("author check")).isZero();
        assertThat(typed.out).isEqualTo("✓ 3 lessons (1 unchanged since the last run), no fault.\n");

        typed.faults = List.of(new Fault(Path.of("curriculum/numbers/adding/lab.md"), 3, "There is no hint."));
        assertThat(typed.type("author check curriculum/numbers")).isEqualTo(1);
        assertThat(typed.opened).last().isEqualTo("author curriculum/numbers");
        assertThat(typed.out).startsWith("✗ curriculum/numbers/adding/lab.md:3: There is no hint.\n· 3 lessons");
        assertThat(typed.type("author check --json")).isEqualTo(1);
        assertThat(object())
                .containsEntry("lessons", 3)
                .containsEntry("remembered", 1)
                .containsEntry("faults", List.of("curriculum/numbers/adding/lab.md:3: There is no hint."));
    }

    @Test
    void helpListsTheCommandsInTheOrderInWhichOneMeetsThem() {
        assertThat(typed.type("help")).isZero();
        assertThat(typed.out
                        .lines()
                        .filter(line -> line.matches("  [a-z]+ {2,}.*"))
                        .map(line -> line.strip().split(" ")[0]))
                .containsExactly(
                        "next", "start", "check", "hint", "review", "progress", "parts", "doctor", "author", "help");
    }

    @Test
    void helpOfACommandShowsWhatItTakes() {
        typed.type("help check");
        String help = typed.out;
        assertThat(help).contains("--watch", "--json", "--home=DIR", "[LESSON]");
        typed.type("check --help");
        assertThat(typed.out).isEqualTo(help);
        typed.type("check --help --json");
        assertThat(object()).containsEntry("command", "gradus check");
    }

    @Test
    void theHomeIsTheOneThatIsNamedThenGradusHomeThenTheUsers() {
        typed.type("next --home " + home.resolve("named"));
        typed.environment.put("GRADUS_HOME", home.resolve("set").toString());
        typed.type("next");
        typed.environment.put("GRADUS_HOME", "");
        typed.type("next");
        assertThat(typed.opened)
                .containsExactly(
                        "desk " + home.resolve("named"),
                        "desk " + home.resolve("set"),
                        "desk " + home.resolve("gradus"));
    }

    @Test
    void theDeskIsClosedWhateverComes() {
        typed.type("next");
        assertThat(typed.journal.closed()).isTrue();
        assertThat(typed.judge.closed()).isTrue();
    }

    @Test
    void jsonIsReadableInAnyCharset() {
        typed.charset = StandardCharsets.US_ASCII;
        typed.type("start adding");
        typed.judging(new gradus.judge.Verdict.Forbidden("π ≈ 3", "…")).type("check --json");
        assertThat(typed.out).contains("\\u03c0").isEqualTo(typed.out.replaceAll("[^\\x00-\\x7f]", ""));
        assertThat(object().get("verdict")).isEqualTo(Map.of("type", "Forbidden", "what", "π ≈ 3", "why", "…"));
    }

    private void pass(String lesson) {
        typed.judging(Verdicts.passed());
        typed.type("start " + lesson);
        assertThat(typed.type("check " + lesson)).isZero();
    }

    private Path adder() {
        return home.resolve("gradus/workspace/src/main/java/gradus/ml/numbers/Adder.java");
    }

    /// What was printed is exactly one JSON object.
    @SuppressWarnings("unchecked")
    private Map<String, Object> object() {
        assertThat(typed.out).endsWith("}\n").hasLineCount(1);
        return (Map<String, Object>) Json.read(typed.out, Map.class);
    }
}
