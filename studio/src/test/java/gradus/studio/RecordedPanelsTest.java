package gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// `author record`, with a shell script in the place of Python.
@DisabledOnOs(OS.WINDOWS)
class RecordedPanelsTest extends TallySchool {

    private static final String VERSIONS = "python 3.12.1\\nnumpy 2.4.6\\n";
    private static final String VALUES = "total 9\\nmean 3.0\\n";

    private RealTerminal terminal;
    private Path record;

    @BeforeEach
    void writeAPanel() throws IOException {
        school.file("totals", "../../panel.txt", "numpy==2.4.6\n# import math\n")
                .file("totals", "panel.py", """
                # agree: 1e-9
                import numpy as np

                print("total", np.sum([1, 2, 6]))
                print("mean", np.mean([1, 2, 6]))
                """);
        terminal = school.terminal();
        record = folder.resolve("curriculum/toy/totals/panel.json");
    }

    /// Types `author record` with a Python that prints `versions` when it is asked for them, and does
    /// `otherwise`.
    private int record(String versions, String otherwise) throws IOException {
        Path python = folder.resolve("python3");
        Files.writeString(
                python,
                "#!/bin/sh\nif grep -q importlib \"$1\"; then printf '" + versions + "'; else " + otherwise + "; fi\n");
        assertThat(python.toFile().setExecutable(true)).isTrue();
        return terminal.type("author record totals --python " + python);
    }

    private String words(String text) {
        return text.replaceAll("\\s+", " ");
    }

    @Test
    void whatThePythonPrintsIsRecorded() throws IOException {
        assertThat(record(VERSIONS, "printf '" + VALUES + "'")).as(terminal.err).isZero();

        assertThat(terminal.out).isEqualTo("✓ 1 panel, no faults.\n");
        assertThat(Files.readString(record))
                .contains("\"python\": \"3.12.1\"", "\"numpy\": \"2.4.6\"", "\"output\": \"total 9\\nmean 3.0\"")
                .contains("\"total agrees within 1e-9\"", "\"mean agrees within 1e-9\"");
    }

    @Test
    void aPanelThatPrintsTheSameKeepsItsRecordAndItsDay() throws IOException {
        record(VERSIONS, "printf '" + VALUES + "'");
        String old = Files.readString(record).replaceAll("\"recorded\": \"[^\"]+\"", "\"recorded\": \"2001-02-03\"");
        Files.writeString(record, old);

        assertThat(record(VERSIONS, "printf '" + VALUES + "'")).isZero();
        assertThat(terminal.out).isEqualTo("✓ 1 panel (1 printed the same before), no faults.\n");
        assertThat(Files.readString(record)).isEqualTo(old);

        assertThat(record(VERSIONS, "printf 'total 10\\n'")).isZero();
        assertThat(Files.readString(record)).contains("total 10").doesNotContain("2001-02-03");
    }

    @Test
    void aMissingPackageIsNamedWithThePinnedVersion() throws IOException {
        assertThat(record("python 3.12.1\\n", "exit 7")).isEqualTo(2);
        assertThat(words(terminal.err))
                .contains("lacks packages that are pinned for panels: numpy 2.4.6 (missing)")
                .contains("-m pip install -r curriculum/panel.txt");
        assertThat(record).doesNotExist();
    }

    @Test
    void anotherVersionIsNamedBesideThePinnedOne() throws IOException {
        assertThat(record("python 3.12.1\\nnumpy 1.26.0\\n", "exit 7")).isEqualTo(2);
        assertThat(words(terminal.err)).contains("numpy 2.4.6 (it has 1.26.0)");
    }

    @Test
    void aPythonThatIsNotThereIsMisuse() {
        assertThat(terminal.type("author record totals --python " + folder.resolve("none")))
                .isEqualTo(2);
        assertThat(words(terminal.err)).contains("install Python 3, or name one with --python FILE");
    }

    @Test
    void aPanelThatFailsOrPrintsNoValuesIsAFault() throws IOException {
        assertThat(record(VERSIONS, "echo 'NameError: np' >&2; exit 1")).isEqualTo(1);
        assertThat(words(terminal.out))
                .contains(
                        "curriculum/toy/totals/panel.py:1: The panel fails: it ended with exit code 1, \"NameError: np\"");

        assertThat(record(VERSIONS, "echo 9")).isEqualTo(1);
        assertThat(words(terminal.out)).contains("the Python prints \"9\", which is no name with a value");

        assertThat(record(VERSIONS, "true")).isEqualTo(1);
        assertThat(words(terminal.out)).contains("The panel prints nothing");
        assertThat(record).doesNotExist();
    }

    @Test
    void aLessonWithoutAPanelHasNothingToRecord() {
        assertThat(terminal.type("author record means")).isEqualTo(2);
        assertThat(words(terminal.err)).contains("None of these lessons has a panel");
    }
}
