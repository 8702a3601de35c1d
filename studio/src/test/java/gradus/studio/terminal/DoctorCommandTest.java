package gradus.studio.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.judge.SandboxTier;
import gradus.judge.SelfTestReport;
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

/// `gradus doctor`, as text and as JSON.
class DoctorCommandTest {

    @TempDir
    Path folder;

    private Path home;
    private TerminalHarness terminalHarness;

    @BeforeEach
    void createTerminal() {
        home = folder.resolve("gradus");
        terminalHarness = new TerminalHarness(folder);
        terminalHarness.width = 100;
    }

    @Test
    void onAHealthyHomeEverythingWorksAndTheExitCodeIsZero() {
        assertThat(terminalHarness.type("doctor")).isZero();
        assertThat(terminalHarness.out)
                .contains("✓ Java: " + Runtime.version())
                .contains("created on first use.")
                .contains("✓ Course: 3 lessons.\n")
                .contains("· Browser: none can be opened from here. Open the address that `gradus` prints")
                .contains("✓ Worker: plain JVM.\n")
                .contains("✓ Sandbox: tier T1, enforced by Landlock, seccomp and limits.\n")
                .contains("  ✓ read a file: blocked by a layer\n")
                .contains("  · share the machine's network namespace: not blocked\n")
                .endsWith("\nEverything works.\n")
                .doesNotContain("✗");
    }

    @Test
    void theDoctorCreatesNoFiles() throws Exception {
        terminalHarness.type("doctor");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void jsonHasEveryFindingAndEveryAttack() {
        assertThat(terminalHarness.type("doctor --json")).isZero();
        assertThat(terminalHarness.out).hasLineCount(1);
        Map<?, ?> object = Json.read(terminalHarness.out, Map.class);
        assertThat(object.get("well")).isEqualTo(true);
        assertThat(list(object.get("findings"))).contains(finding("Course", "OK", "3 lessons", ""));
        Map<?, ?> health = (Map<?, ?>) object.get("health");
        assertThat(health.get("tier")).isEqualTo("T1");
        assertThat(health.get("workerJvm")).isEqualTo(Map.of("description", "plain JVM"));
        assertThat(list(health.get("attacks")))
                .hasSize(gradus.judge.Attack.values().length)
                .contains(Map.of("attack", "READ", "result", "BLOCKED", "blockedBy", "a layer", "detail", "no"));
    }

    @Test
    void aHomeThatIsAFileIsBrokenAndTheExitCodeIsThree() throws Exception {
        Files.writeString(home, "a file");
        assertThat(terminalHarness.type("doctor")).isEqualTo(3);
        assertThat(words())
                .contains("✗ Home: " + home + " is a file, but a folder was expected. Make it a folder you can"
                        + " write to, or name another with --home.")
                .contains("1 problem found; the lines marked ✗ say what to do.");
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
    void aFileThatIsNoJournalIsBrokenAndSaysWhatToDo() throws Exception {
        Files.createDirectories(home);
        Files.write(
                home.resolve("journal.db"),
                "not a journal at all, but long enough to look".repeat(40).getBytes(StandardCharsets.UTF_8));
        assertThat(terminalHarness.type("doctor")).isEqualTo(3);
        assertThat(words()).contains("✗ Journal: it cannot be opened. ").contains("1 problem found;");
    }

    @Test
    void aSandboxOfOnlyTheJvmIsANote() {
        terminalHarness.selfTestReport = TestHealth.of(SandboxTier.T0);
        assertThat(terminalHarness.type("doctor")).isZero();
        assertThat(words())
                .contains("· Sandbox: tier T0, enforced only by the JVM, which is enough for your own code on your own"
                        + " machine.");
    }

    @Test
    void anUntestedSandboxIsBroken() {
        terminalHarness.selfTestReport = SelfTestReport.untested("the self-test could not run: no child started");
        assertThat(terminalHarness.type("doctor")).isEqualTo(3);
        assertThat(words())
                .contains("✗ Sandbox: no tier reached (the self-test could not run: no child started). Check only code"
                        + " that you trust.");
    }

    private static List<Object> list(Object of) {
        return List.copyOf((List<?>) of);
    }

    private static Map<String, String> finding(String subject, String state, String text, String remedy) {
        return Map.of("subject", subject, "state", state, "text", text, "remedy", remedy);
    }

    /// The output, unwrapped.
    private String words() {
        return terminalHarness.out.replaceAll("\\s+", " ");
    }
}
