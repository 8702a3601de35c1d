package gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.CourseReadResult;
import gradus.course.Fault;
import gradus.studio.author.AuthorProve.Mode;
import gradus.studio.desk.Desk;
import gradus.studio.json.Json;
import gradus.studio.web.StudioServer;
import gradus.studio.web.TestClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An arena at the terminal, on its page and for its author.
class ArenaWalkTest {

    @TempDir
    Path folder;

    private School school;
    private RealTerminal terminal;
    private Path answers;

    @BeforeEach
    void open() {
        school = ArenaSchool.at(folder);
        terminal = school.terminal();
        answers = terminal.home.resolve("workspace/answers/units.yaml");
    }

    @Test
    void atTheTerminalItIsPredictedProbedDecidedAndJustified() throws IOException {
        assertThat(terminal.type("start units")).as(terminal.err).isZero();
        assertThat(terminal.words())
                .contains("✓ answers/units.yaml, the file for prediction, choice and memo")
                .contains("Predict, then probe the contenders (`gradus run units CONTENDER`)");
        assertThat(terminal.type("run units nearest-raw")).isEqualTo(2);
        assertThat(said()).contains("Predict before the first probe: in answers/units.yaml, write all contenders");
        predict();
        assertThat(terminal.type("run units nearest-raw")).as(terminal.err).isZero();
        assertThat(terminal.words()).contains("1 of 5 probes are made.", "You expected nearest-scaled, nearest-raw");
        assertThat(terminal.type("run units nearest-scaled")).as(terminal.err).isZero();
        assertThat(terminal.words()).contains("nearest-scaled less nearest-raw");
        assertThat(terminal.type("check units")).as(terminal.err).isEqualTo(1);
        assertThat(terminal.words())
                .contains("Not yet: 1 of 6 checks pass.", "✓ the prediction stands as it was before the first probe")
                .contains("It runs once everything else is right.");

        justify("units", "b");
        assertThat(terminal.type("check units")).as(terminal.out).isZero();
        assertThat(terminal.words())
                .contains(
                        "✓ Passed.", "accuracy of nearest-scaled on the hidden test: ", "The nearest row would be far");
        assertThat(terminal.type("progress")).isZero();
        assertThat(terminal.words()).contains("✓ units passed");
    }

    @Test
    void luckDoesNotPass() throws IOException {
        assertThat(terminal.type("start units")).isZero();
        Files.writeString(answers, ArenaSchool.REFERENCE);

        assertThat(terminal.type("check units")).isEqualTo(1);
        assertThat(terminal.words())
                .contains("expected a contender that you have probed")
                .contains("✗ the probes show the reason")
                .contains("· the prediction stands as it was before the first probe It begins with the first probe.");
    }

    @Test
    void aReasonThatTheProbesDoNotShowDoesNotPass() throws IOException {
        probe("majority", "nearest-scaled");
        justify("few", "a");

        assertThat(terminal.type("check units")).isEqualTo(1);
        assertThat(terminal.words())
                .contains("✗ the probes show the reason call because: few", "your probes say otherwise")
                .contains(
                        "✗ What if there were five rows? Nothing would change How far away would the nearest row be?");
    }

    @Test
    void aChoiceThatIsSignificantlyWorseOnTheHiddenTestDoesNotPass() throws IOException {
        probe("nearest-raw", "nearest-scaled");
        justify("units", "b");
        swap();

        assertThat(terminal.type("check units")).isEqualTo(1);
        assertThat(terminal.words())
                .contains("✗ on the hidden test, the choice is not significantly worse than the best contender")
                .contains("Not yet: 5 of 6 checks pass.");
    }

    @Test
    void aChangedPredictionAndAWrongNumberAreFound() throws IOException {
        probe("nearest-raw", "nearest-scaled");
        justify("units", "b");
        replace("order: nearest-scaled, nearest-raw, majority", "order: majority, nearest-scaled, nearest-raw");
        replace("metric: ", "metric: 9");

        assertThat(terminal.type("check units")).isEqualTo(1);
        assertThat(terminal.words())
                .contains("expected nearest-scaled, nearest-raw, majority; units")
                .contains("✗ every number of the memo is that of a logged probe call metric");
    }

    @Test
    void theProbesAreFewAndOneCanBeginAgain() throws IOException {
        probe("nearest-raw", "nearest-raw", "nearest-raw");
        assertThat(terminal.type("run units nearest-raw")).isEqualTo(2);
        assertThat(said()).contains("nearest-raw has been probed on all 3 folds; probe another contender.");
        assertThat(terminal.type("run units nearest")).isEqualTo(2);
        assertThat(said()).contains("There is no contender \"nearest\" in lesson units");
        probe("majority", "majority");
        assertThat(terminal.type("run units majority")).isEqualTo(2);
        assertThat(said()).contains("All 5 probes are made; decide with what they show");

        assertThat(terminal.type("run units --start-over")).as(terminal.err).isZero();
        assertThat(terminal.words()).contains("0 of 5 probes are made. Write your prediction");
    }

    @Test
    void whatADifferentKindOfLabHasIsRefusedInASentence() {
        assertThat(terminal.type("start units")).isZero();
        assertThat(terminal.type("hint units")).isEqualTo(2);
        assertThat(said()).contains("The lab of lesson units is an arena, which has no visible checks and no hints;");
    }

    @Test
    void thePageProbesIntoTheSameLogAsTheTerminal() throws Exception {
        try (Desk desk = new CompositionRoot(Clock.systemUTC(), any -> school.installation()).openDesk(terminal.home);
                StudioServer server = StudioServer.start(desk, 0)) {
            TestClient client = TestClient.of(server);
            assertThat(client.page("/lessons/units").body()).contains("<gradus-arena", "name=\"few-rows\" value=\"b\"");
            client.post("/lessons/units/lab", "");
            assertThat(client.post("/lessons/units/probes/majority", "").body()).contains("Predict before the first");
            predict();
            assertThat(client.post("/lessons/units/probes/majority", "").body()).contains("1 of 5 probes are made.");
            assertThat(terminal.type("run units")).as(terminal.err).isZero();
            assertThat(terminal.words()).contains("1 of 5 probes are made.");

            String sources = Json.write(Map.of("sources", Map.of("answers/units.yaml", Files.readString(answers))));
            assertThat(client.post("/lessons/units/check", sources).body())
                    .contains("\"event\":\"verdict\"", "1 of 6 checks pass", "the prediction stands as it was");
            assertThat(client.post("/lessons/units/start-over", "").body()).contains("0 of 5 probes are made.");
        }
    }

    @Test
    void theAuthorProvesIt() {
        assertThat(proved()).isEmpty();
        assertThat(terminal.type("author check units")).as(terminal.err).isEqualTo(1);
        assertThat(terminal.out).doesNotContain("proof");

        school.file("units", "reference.yaml", ArenaSchool.REFERENCE.replace("margin: 0.4500", "margin: 0.10"));
        terminal = school.terminal();
        terminal.type("author check units");
        assertThat(terminal.words()).contains("The proof is stale, because its checks have changed");
        assertThat(proved())
                .singleElement()
                .asString()
                .contains("reference.yaml:1: the author's answers must pass, but they don't:")
                .contains("fails: margin, expected 0.4500");

        school.file("units", "reference.yaml", "choice: majority\n");
        assertThat(proved()).singleElement().asString().contains("have no prediction; write one.");
    }

    private List<String> proved() {
        Installation installation = school.installation();
        CourseReadResult course = installation.readCourse();
        return CurriculumTest.prove(
                        installation, course, it -> it.prove(course.course().lessons(), Mode.STALE))
                .faults()
                .stream()
                .map(Fault::toString)
                .toList();
    }

    private void predict() throws IOException {
        replace("order:\n", "order: nearest-scaled, nearest-raw, majority\n");
        replace("expected-because:\n", "expected-because: units\n");
    }

    private void probe(String... contenders) throws IOException {
        if (!Files.exists(answers)) {
            assertThat(terminal.type("start units")).isZero();
            predict();
        }
        for (String contender : contenders) {
            assertThat(terminal.type("run units " + contender)).as(terminal.err).isZero();
        }
    }

    /// Writes the memo with the numbers of the log: nearest-scaled against the other that was probed.
    private void justify(String reason, String answer) throws IOException {
        assertThat(terminal.type("run units --json")).as(terminal.err).isZero();
        Map<?, ?> pair = (Map<?, ?>) ((List<?>) terminal.object().get("margins")).getFirst();
        Map<?, ?> margin = (Map<?, ?>) pair.get("margin");
        Map<?, ?> estimate = estimate("nearest-scaled");
        assertThat(pair.get("first")).isEqualTo("nearest-scaled");
        replace("choice:\n", "choice: nearest-scaled\n");
        replace("metric:\n", "metric: " + number(estimate.get("mean")) + "\n");
        replace(
                "interval:\n",
                "interval: " + number(estimate.get("low")) + " to " + number(estimate.get("high")) + "\n");
        replace("runner-up:\n", "runner-up: " + pair.get("second") + "\n");
        replace("margin:\n", "margin: " + number(margin.get("mean")) + "\n");
        replace("p-value:\n", "p-value: " + number(margin.get("pValue")) + "\n");
        replace("\nbecause:\n", "\nbecause: " + reason + "\n");
        replace("change-my-mind:\n", "change-my-mind: features in the same unit\n");
        replace("few-rows:\n", "few-rows: " + answer + "\n");
    }

    /// Chooses nearest-raw instead, with its own numbers.
    private void swap() throws IOException {
        Map<?, ?> estimate = estimate("nearest-raw");
        String text = Files.readString(answers)
                .replaceAll("(?m)^choice:.*", "choice: nearest-raw")
                .replaceAll("(?m)^runner-up:.*", "runner-up: nearest-scaled")
                .replaceAll("(?m)^metric:.*", "metric: " + number(estimate.get("mean")))
                .replaceAll(
                        "(?m)^interval:.*",
                        "interval: " + number(estimate.get("low")) + " to " + number(estimate.get("high")))
                .replaceAll("(?m)^margin: ", "margin: -");
        Files.writeString(answers, text);
    }

    private Map<?, ?> estimate(String contender) {
        return ((List<?>) terminal.object().get("contenders"))
                .stream()
                        .map(row -> (Map<?, ?>) row)
                        .filter(row -> row.get("id").equals(contender))
                        .map(row -> (Map<?, ?>) row.get("estimate"))
                        .findFirst()
                        .orElseThrow();
    }

    /// A number as the terminal shows it.
    private static String number(Object value) {
        return String.format(Locale.ROOT, "%.4f", (Double) value);
    }

    private void replace(String was, String now) throws IOException {
        String text = Files.readString(answers);
        assertThat(text).contains(was);
        Files.writeString(answers, text.replace(was, now));
    }

    private String said() {
        return terminal.err.replaceAll("\\s+", " ");
    }
}
