package gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.studio.command.CommandClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Beside a studio that runs, a terminal prints what it prints alone. The client runs as the launcher starts it: with
/// nothing of Gradus but its own classes.
class CommandServerWalkTest {

    private static final String PATH = "gradus/ml/classic/NearestNeighbour.java";
    private static final String PROGRAM = "this program";

    @TempDir
    Path folder;

    private int exitCode;

    @BeforeEach
    void nameTheProgram() {
        System.setProperty("gradus.program", PROGRAM);
    }

    @AfterEach
    void nameItNoMore() {
        System.clearProperty("gradus.program");
    }

    @Test
    void aCheckPrintsWhatItPrintsWithoutAStudioAndIsInTheSameJournal() throws Exception {
        var alone = new RealTerminal(folder);
        String right = RealStudio.reference("gradus.ml.classic.NearestNeighbour");
        try (RealStudio studio = RealStudio.open()) {
            Path home = studio.workspace().getParent();
            for (String command : List.of("start first-model", "check", "hint first-model", "progress")) {
                int code = alone.type(command);
                assertThat(printedBeside(home, command)).isEqualTo(told(alone.out, home));
                assertThat(exitCode).isEqualTo(code);
            }
            assertThat(printedBeside(home, "start nothing-like-it")).contains("There is no lesson \"nothing-like-it\"");
            assertThat(exitCode).isEqualTo(2);
            Files.writeString(alone.workspaceFile(PATH), right);
            Files.writeString(studio.workspace().resolve("src/main/java").resolve(PATH), right);

            alone.type("check");

            assertThat(printedBeside(home, "check"))
                    .isEqualTo(told(alone.out, home))
                    .contains("Passed");
            assertThat(exitCode).isZero();
            alone.type("progress --json");
            assertThat(alone.out).contains("\"submissions\":2");
            assertThat(printedBeside(home, "progress --json")).contains("\"submissions\":2");
        }
    }

    /// What is printed of the home of one terminal, as it's printed of another's; times differ.
    private String told(String printed, Path home) {
        return withoutTimes(printed.replace(folder.toString(), home.toString()));
    }

    private static String withoutTimes(String printed) {
        return printed.replaceAll("[0-9.]+ (ms|s|MB|kB)", "");
    }

    private String printedBeside(Path home, String command) throws Exception {
        Path classes = Path.of(CommandClient.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        var words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-cp",
                classes.toString(),
                CommandClient.class.getName(),
                home.resolve("studio.socket").toString(),
                PROGRAM,
                "file",
                "--home=" + home));
        words.addAll(List.of(command.split(" ")));
        var builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().put("COLUMNS", "100");
        Process client = builder.start();
        String printed = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(client.waitFor(1, TimeUnit.MINUTES)).isTrue();
        exitCode = client.exitValue();
        return withoutTimes(printed);
    }
}
