package gradus.studio.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.studio.fixture.TestVerdicts;
import gradus.studio.json.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every command, as text and as JSON.
class TerminalTest {

    @TempDir
    Path home;

    private TerminalHarness terminalHarness;

    @BeforeEach
    void createTerminal() {
        terminalHarness = new TerminalHarness(home);
    }

    @Test
    void withoutACommandItStartsTheStudioAndSaysWhere() {
        assertThat(terminalHarness.type("")).isZero();
        assertThat(terminalHarness.opened).containsExactly("studio " + home.resolve("gradus") + " 0 true");
        assertThat(terminalHarness.out)
                .isEqualTo("Gradus is running at http://127.0.0.1:8080/ (press Ctrl-C to stop it).\n");

        assertThat(terminalHarness.type("--no-browser --port 8080 --json")).isZero();
        assertThat(terminalHarness.opened).last().isEqualTo("studio " + home.resolve("gradus") + " 8080 false");
        assertThat(object()).isEqualTo(Map.of("address", "http://127.0.0.1:8080/"));
    }

    @Test
    void whereTheStudioRunsAlreadyItSaysSoAndStartsNone() {
        terminalHarness.running = Optional.of(URI.create("http://127.0.0.1:6180/?token=ab"));

        assertThat(terminalHarness.type("")).isZero();

        assertThat(terminalHarness.out.replaceAll("\\s+", " ").strip())
                .isEqualTo("Gradus is already running at http://127.0.0.1:6180/?token=ab; to start it anew, stop that"
                        + " one first, with Ctrl-C where it runs.");
    }

    @Test
    void nextSaysWhatToDoAndWhy() {
        assertThat(terminalHarness.type("next")).isZero();
        assertThat(terminalHarness.out).isEqualTo("""
                Next: Learn "Counting things" (counting, about 30 minutes).
                      It's the first lesson, and it has no prerequisites.
                      Run `gradus start counting` to put its lab into your workspace.
                """);
        terminalHarness.type("next --json");
        assertThat(object()).containsEntry("type", "Learn").containsEntry("lesson", "counting");
    }

    @Test
    void startPutsTheStarterThereAndKeepsWhatIsYours() throws Exception {
        assertThat(terminalHarness.type("start adding")).isZero();
        assertThat(terminalHarness.out).contains("✓ src/main/java/gradus/ml/numbers/Adder.java, the starter code");

        Files.writeString(adder(), "mine");
        assertThat(terminalHarness.type("start adding")).isZero();
        assertThat(terminalHarness.out).contains("· src/main/java/gradus/ml/numbers/Adder.java, yours, left unchanged");
        assertThat(adder()).hasContent("mine");

        terminalHarness.type("start adding --json");
        assertThat(object())
                .containsEntry("lesson", "adding")
                .containsEntry("workspace", home.resolve("gradus/workspace").toString())
                .containsEntry("written", List.of())
                .containsEntry("kept", List.of(adder().toString()));
    }

    @Test
    void eachHintIsTheNextOne() {
        assertThat(terminalHarness.type("hint adding")).isZero();
        assertThat(terminalHarness.out).isEqualTo("plus, hint 1 of 3\n  What does `plus` give for none?\n");
        terminalHarness.type("hint adding");
        assertThat(terminalHarness.out).isEqualTo("plus, hint 2 of 3\n  Look at the loop of plus.\n");
        terminalHarness.type("hint adding minus --json");
        assertThat(object())
                .containsEntry("task", "minus")
                .containsEntry("level", 1)
                .containsEntry("total", 3);
    }

    @Test
    void reviewListsWhatIsDue() {
        assertThat(terminalHarness.type("review")).isZero();
        assertThat(terminalHarness.out).isEqualTo("Nothing is due for review.\n");

        pass("counting");
        terminalHarness.clock.advance(Duration.ofDays(3));
        terminalHarness.type("review");
        assertThat(terminalHarness.out).contains("  · Counting things (counting)\n");
        terminalHarness.type("review --json");
        assertThat(object())
                .isEqualTo(Map.of("due", List.of(Map.of("lesson", "counting", "title", "Counting things"))));
    }

    @Test
    void progressIsATableAndTheNumberOfYourParts() {
        pass("counting");
        terminalHarness.type("hint adding");
        assertThat(terminalHarness.type("progress")).isZero();
        assertThat(terminalHarness.out).isEqualTo("""
                  lesson    state   submissions  hints  correct answers  date passed
                ✓ counting  passed  1                   0 of 1           2026-01-05
                · adding    ready                1      0 of 1
                · reading   ready                       0 of 1

                1 of 3 lessons passed; 1 of 2 parts of the library is yours (50 %).
                """);
        terminalHarness.type("progress --json");
        assertThat(object()).containsEntry("partsMine", 1).containsEntry("parts", 2);
        assertThat(terminalHarness.out)
                .contains("\"id\":\"counting\"")
                .contains("\"passedAt\":\"2026-01-05T09:00:00Z\"");
    }

    @Test
    void partsListsThemAndSwitchesOne() {
        pass("counting");
        assertThat(terminalHarness.type("parts")).isZero();
        assertThat(terminalHarness.out).isEqualTo("""
                  part     runs     lesson    package
                · Adder    library  adding    gradus.ml.numbers
                ✓ Counter  mine     counting  gradus.ml.numbers
                """);
        assertThat(terminalHarness.type("parts Counter library")).isZero();
        assertThat(terminalHarness.out).contains("· Counter  library (yours is ready)");
        terminalHarness.type("parts Counter mine --json");
        assertThat(terminalHarness.out)
                .isEqualTo("{\"parts\":[{\"part\":\"gradus.ml.numbers.Counter\",\"lesson\":\"counting\",\"built\":true,"
                        + "\"mine\":true}]}\n");
    }

    @Test
    void helpListsTheCommandsInTheOrderOfUse() {
        assertThat(terminalHarness.type("help")).isZero();
        assertThat(terminalHarness
                        .out
                        .lines()
                        .filter(line -> line.matches("  [a-z]+ {2,}.*"))
                        .map(line -> line.strip().split(" ")[0]))
                .containsExactly(
                        "next",
                        "start",
                        "check",
                        "run",
                        "hint",
                        "review",
                        "progress",
                        "parts",
                        "doctor",
                        "author",
                        "help");
    }

    @Test
    void helpKnowsTheCommandsOfTheLauncherToo() {
        assertThat(terminalHarness.type("help test")).isZero();
        assertThat(terminalHarness.out).contains("gradus test", "--hostile");
        assertThat(terminalHarness.type("help bench")).isZero();
        assertThat(terminalHarness.out).contains("gradus bench [NAME");
    }

    @Test
    void helpOfACommandShowsItsOptions() {
        terminalHarness.type("help check");
        String help = terminalHarness.out;
        assertThat(help).contains("--watch", "--json", "--home=DIR", "[LESSON]");
        terminalHarness.type("check --help");
        assertThat(terminalHarness.out).isEqualTo(help);
        terminalHarness.type("check --help --json");
        assertThat(object()).containsEntry("command", "gradus check");
    }

    @Test
    void theHomeIsTheOptionElseGradusHomeElseTheUsers() {
        terminalHarness.type("next --home " + home.resolve("named"));
        terminalHarness.environment.put("GRADUS_HOME", home.resolve("set").toString());
        terminalHarness.type("next");
        terminalHarness.environment.put("GRADUS_HOME", "");
        terminalHarness.type("next");
        assertThat(terminalHarness.opened)
                .containsExactly(
                        "desk " + home.resolve("named"),
                        "desk " + home.resolve("set"),
                        "desk " + home.resolve("gradus"));
    }

    @Test
    void theDeskIsAlwaysClosed() {
        terminalHarness.type("next");
        assertThat(terminalHarness.journal.closed()).isTrue();
        assertThat(terminalHarness.judge.closed()).isTrue();
    }

    @Test
    void jsonIsReadableInAnyCharset() {
        terminalHarness.charset = StandardCharsets.US_ASCII;
        terminalHarness.type("start adding");
        terminalHarness
                .judging(new gradus.judge.Verdict.Forbidden("π ≈ 3", "…"))
                .type("check --json");
        assertThat(terminalHarness.out)
                .contains("\\u03c0")
                .isEqualTo(terminalHarness.out.replaceAll("[^\\x00-\\x7f]", ""));
        assertThat(object().get("verdict")).isEqualTo(Map.of("type", "Forbidden", "what", "π ≈ 3", "why", "…"));
    }

    private void pass(String lesson) {
        terminalHarness.judging(TestVerdicts.passed());
        terminalHarness.type("start " + lesson);
        assertThat(terminalHarness.type("check " + lesson)).isZero();
    }

    private Path adder() {
        return home.resolve("gradus/workspace/src/main/java/gradus/ml/numbers/Adder.java");
    }

    /// The output, which must be exactly one JSON object.
    @SuppressWarnings("unchecked")
    private Map<String, Object> object() {
        assertThat(terminalHarness.out).endsWith("}\n").hasLineCount(1);
        return (Map<String, Object>) Json.read(terminalHarness.out, Map.class);
    }
}
