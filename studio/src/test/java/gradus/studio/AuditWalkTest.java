package gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.studio.desk.Desk;
import gradus.studio.json.Json;
import gradus.studio.web.StudioServer;
import gradus.studio.web.TestClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A lab of decisions at the terminal and on its page.
class AuditWalkTest {

    @TempDir
    Path folder;

    private School school;
    private RealTerminal terminal;
    private Path answers;

    @BeforeEach
    void open() {
        school = AuditSchool.at(folder);
        terminal = school.terminal();
        answers = terminal.home.resolve("workspace/answers/leaks.yaml");
    }

    private void decide(String was, String now) throws IOException {
        String text = Files.readString(answers);
        assertThat(text).contains(was + "\n");
        Files.writeString(answers, text.replace(was + "\n", now + "\n"));
    }

    @Test
    void atTheTerminalItIsDecidedInAFileAndChecked() throws IOException {
        assertThat(terminal.type("start leaks")).as(terminal.err).isZero();
        assertThat(terminal.words())
                .contains("✓ answers/leaks.yaml, the cases to decide")
                .contains("Decide the cases, then submit your decisions: `gradus check leaks`.");
        assertThat(Files.readString(answers)).contains("# The scaler", "#   a) It leaks", "scaler:\n");
        assertThat(terminal.type("check leaks")).isEqualTo(1);
        assertThat(terminal.words())
                .contains("0 of 2 decisions are right, and 2 are wanted.", "You haven't decided this case yet.");

        decide("scaler:", "scaler: b");
        decide("patients:", "patients: d");
        assertThat(terminal.type("check leaks")).isEqualTo(1);
        assertThat(terminal.words())
                .contains("✗ The scaler", "What did it take the mean of?")
                .contains("answers/leaks.yaml:12: \"d\" is no answer to \"The patients\"; write a letter from a to c.")
                .contains("and none of its 2 decisions is right yet. Run `gradus check leaks`.");

        decide("scaler: b", "scaler: a");
        decide("patients: d", "patients: c");
        assertThat(terminal.type("check leaks")).as(terminal.out).isZero();
        assertThat(terminal.words()).contains("✓ Passed.", "✓ The patients Keep one row of each That works as well.");
        assertThat(terminal.type("progress")).isZero();
        assertThat(terminal.words()).contains("✓ leaks passed 3");
    }

    @Test
    void whatADifferentKindOfLabHasIsRefusedInASentence() {
        assertThat(terminal.type("start leaks")).isZero();
        assertThat(terminal.type("hint leaks")).isEqualTo(2);
        assertThat(terminal.err.replaceAll("\\s+", " "))
                .contains("The lab of lesson leaks is an audit, which has no code to run and no hints;");
    }

    @Test
    void theAuthorLearnsHowManyPassByChance() {
        assertThat(terminal.type("author report leaks")).isZero();
        assertThat(terminal.words())
                .contains("cases 2, 2 must be right; 33.3 % of those who guess pass; 0 of 2 wrong answers")
                .contains("✗ at most 5 % pass by chance: 33.3 %");
    }

    @Test
    void aSecondStartKeepsTheDecisions() throws IOException {
        assertThat(terminal.type("start leaks")).isZero();
        decide("scaler:", "scaler: a");
        assertThat(terminal.type("start leaks")).isZero();

        assertThat(Files.readString(answers)).contains("scaler: a\n");
    }

    @Test
    void thePageReadsAndWritesTheSameFile() throws Exception {
        try (Desk desk = new CompositionRoot(Clock.systemUTC(), any -> school.installation()).openDesk(terminal.home);
                StudioServer server = StudioServer.start(desk, 0)) {
            TestClient client = TestClient.of(server);
            assertThat(client.page("/lessons/leaks").body())
                    .contains("<gradus-audit", "name=\"patients\" value=\"c\"", "All decisions must be right.");
            Map<?, ?> file =
                    (Map<?, ?>) Json.read(client.post("/lessons/leaks/lab", "").body(), List.class)
                            .getFirst();
            String decided = file.get("text").toString().replace("scaler:\n", "scaler: a\n");
            var save = Map.of("path", file.get("path"), "text", decided, "base", file.get("version"));
            assertThat(client.put("/lessons/leaks/lab", Json.write(save)).status())
                    .isEqualTo(200);
            assertThat(Files.readString(answers)).isEqualTo(decided);

            String sources = Json.write(Map.of("sources", Map.of(file.get("path"), decided)));
            assertThat(client.post("/lessons/leaks/check", sources).body())
                    .contains("\"event\":\"verdict\"", "1 of 2 decisions is right")
                    .contains("The mean of the test rows is in it.", "You haven't decided this case yet.");
            assertThat(client.post("/lessons/leaks/run", sources).body())
                    .contains("is an audit, which has no code to run");
        }
    }
}
