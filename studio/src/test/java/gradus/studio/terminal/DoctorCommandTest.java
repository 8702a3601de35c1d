package gradus.studio.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.judge.Health;
import gradus.judge.SandboxTier;
import gradus.studio.fixture.TestHealth;
import gradus.studio.json.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `gradus doctor`, in words and in JSON.
class DoctorCommandTest {

    @TempDir
    Path folder;

    private Path home;
    private TerminalHarness terminalHarness;

    @BeforeEach
    void sitDown() {
        home = folder.resolve("gradus");
        terminalHarness = new TerminalHarness(folder);
        terminalHarness.width = 100;
    }

    @Test
    void aHealthyHomeIsAllWellAndEndsWithNought() {
        assertThat(terminalHarness.type("doctor")).isZero();
        assertThat(terminalHarness.out)
                .contains("✓ Java: " + Runtime.version())
                .contains("made at the first use.")
                .contains("✓ Course: 3 lessons.\n")
                .contains("· Browser: none can be opened from here. Open the address that `gradus` prints")
                .contains("✓ Worker: plain JVM.\n")
                .contains("✓ Confinement: tier T1, Landlock, seccomp and limits hold.\n")
                .contains("  ✓ … read a file was held by a layer\n")
                .contains("  · … share the machine's network namespace got through\n")
                .endsWith("\nAll is well.\n")
                .doesNotContain("✗");
    }

    @Test
    void lookingMakesNothing() throws Exception {
        terminalHarness.type("doctor");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void inJsonEveryFindingAndEveryDeedIsThere() {
        assertThat(terminalHarness.type("doctor --json")).isZero();
        assertThat(terminalHarness.out).hasLineCount(1);
        Map<?, ?> object = Json.read(terminalHarness.out, Map.class);
        assertThat(object.get("well")).isEqualTo(true);
        assertThat(list(object.get("findings"))).contains(finding("Course", "OK", "3 lessons", ""));
        Map<?, ?> health = (Map<?, ?>) object.get("health");
        assertThat(health.get("tier")).isEqualTo("T1");
        assertThat(health.get("workers")).isEqualTo(Map.of("kind", "plain JVM"));
        assertThat(list(health.get("deeds")))
                .hasSize(gradus.judge.Attack.values().length)
                .contains(Map.of("deed", "READ", "result", "HELD", "by", "a layer", "answer", "no"));
    }

    @Test
    void aHomeThatIsAFileIsBrokenAndEndsWithThree() throws Exception {
        Files.writeString(home, "a file");
        assertThat(terminalHarness.type("doctor")).isEqualTo(3);
        assertThat(words())
                .contains("✗ Home: " + home + " is a file, and a folder was expected. Make it a folder that you may"
                        + " write to, or name another with --home.")
                .contains("1 thing is broken; a line that begins with ✗ says what to do.");
        assertThat(terminalHarness.type("doctor --json")).isEqualTo(3);
        Map<?, ?> object = Json.read(terminalHarness.out, Map.class);
        assertThat(object.get("well")).isEqualTo(false);
    }

    @Test
    void aWorkspaceThatIsAFileIsBroken() throws Exception {
        Files.createDirectories(home);
        Files.writeString(home.resolve("workspace"), "a file");
        assertThat(terminalHarness.type("doctor")).isEqualTo(3);
        assertThat(words()).contains("✗ Workspace: " + home.resolve("workspace") + " is a file,");
    }

    @Test
    void aJournalThatIsNoneIsBrokenAndSaysWhatToDo() throws Exception {
        Files.createDirectories(home);
        Files.write(
                home.resolve("journal.db"),
                "not a journal at all, but long enough to look".repeat(40).getBytes(StandardCharsets.UTF_8));
        assertThat(terminalHarness.type("doctor")).isEqualTo(3);
        assertThat(words()).contains("✗ Journal: it cannot be opened. ").contains("1 thing is broken;");
    }

    @Test
    void whereOnlyTheJavaMachineHoldsThatIsSaidPlainlyAndIsNoFault() {
        terminalHarness.health = TestHealth.of(SandboxTier.T0);
        assertThat(terminalHarness.type("doctor")).isZero();
        assertThat(words())
                .contains("· Confinement: tier T0, only the Java machine's own layer holds here: fit for your own code"
                        + " on your own machine.");
    }

    @Test
    void whereNothingIsKnownToHoldIsBroken() {
        terminalHarness.health = Health.untested("the self-test could not run: no child started");
        assertThat(terminalHarness.type("doctor")).isEqualTo(3);
        assertThat(words())
                .contains("✗ Confinement: no tier: the self-test could not run: no child started. Check only code that"
                        + " you trust;");
    }

    private static List<Object> list(Object of) {
        return List.copyOf((List<?>) of);
    }

    private static Map<String, String> finding(String subject, String state, String text, String remedy) {
        return Map.of("subject", subject, "state", state, "text", text, "remedy", remedy);
    }

    /// What was printed, unwrapped.
    private String words() {
        return terminalHarness.out.replaceAll("\\s+", " ");
    }
}
