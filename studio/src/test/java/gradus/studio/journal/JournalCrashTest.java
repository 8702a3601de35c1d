package gradus.studio.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A program killed at any moment loses no acknowledged attempt.
class JournalCrashTest {

    private static final int KILLS = 4;

    @TempDir
    Path home;

    @Test
    void aKillLosesNothingThatWasAcknowledged() throws Exception {
        Path file = home.resolve("journal.db");
        var acknowledged = new ArrayList<String>();
        for (int kill = 0; kill < KILLS; kill++) {
            acknowledged.addAll(appendUntilKilled(file, 1_000_000 * kill, 10 + 17 * kill));
        }
        try (var journal = SqliteJournal.open(file)) {
            var entries = journal.entriesAfter(0);
            assertThat(entries.stream().map(entry -> entry.attempt().lesson().split(" ")[0]))
                    .containsAll(acknowledged)
                    .doesNotHaveDuplicates();
            assertThat(entries.stream().map(entry -> entry.attempt().lesson().split(" ")[1]))
                    .allMatch(hash -> journal.loadSources(hash).isPresent());
        }
    }

    /// The child's output until it was killed, which happens once it has acknowledged `enough` attempts.
    private List<String> appendUntilKilled(Path file, int from, int enough) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        classPath(),
                        Appender.class.getName(),
                        file.toString(),
                        Integer.toString(from))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var lines = new ArrayList<String>();
        try (BufferedReader reader = child.inputReader()) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
                if (lines.size() == enough) {
                    // Not through the Process: that would close the stream before its last output is read.
                    child.toHandle().destroyForcibly();
                }
            }
        }
        child.waitFor();
        assertThat(lines).hasSizeGreaterThanOrEqualTo(enough);
        return lines;
    }

    /// The class path and module path of this test.
    private static String classPath() {
        return System.getProperty("java.class.path", "")
                + File.pathSeparator
                + System.getProperty("jdk.module.path", "");
    }
}
