package gradus.studio.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.Fault;
import gradus.studio.author.AuthorReport;
import gradus.studio.json.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The author's commands, as text and as JSON.
class AuthorCommandsTest {

    @TempDir
    Path home;

    private TerminalHarness terminalHarness;

    @BeforeEach
    void createTerminal() {
        terminalHarness = new TerminalHarness(home);
    }

    @Test
    void authorCheckNamesEveryFaultAndEndsWithOne() {
        assertThat(terminalHarness.type("author check")).isZero();
        assertThat(terminalHarness.out).isEqualTo("✓ 3 lessons, no faults.\n");

        terminalHarness.faults =
                List.of(new Fault(Path.of("curriculum/numbers/adding/lab.md"), 3, "There is no hint."));
        assertThat(terminalHarness.type("author check curriculum/numbers")).isEqualTo(1);
        assertThat(terminalHarness.opened).last().isEqualTo("author curriculum/numbers");
        assertThat(terminalHarness.out)
                .startsWith("✗ curriculum/numbers/adding/lab.md:3: There is no hint.\n· 3 lessons");
        assertThat(terminalHarness.type("author check --json")).isEqualTo(1);
        assertThat(object())
                .containsEntry("lessons", 3)
                .containsEntry("unchanged", 0)
                .containsEntry("faults", List.of("curriculum/numbers/adding/lab.md:3: There is no hint."));
    }

    @Test
    void aRemarkOfTheAuthorCheckIsNoFault() {
        terminalHarness.remarks =
                List.of(new AuthorReport.Remark(Path.of("curriculum/numbers/adding/lesson.md"), 7, "It is old."));
        assertThat(terminalHarness.type("author check")).isZero();
        assertThat(terminalHarness.out)
                .isEqualTo("· curriculum/numbers/adding/lesson.md:7: It is old.\n✓ 3 lessons, no faults.\n");
        terminalHarness.type("author check --json");
        assertThat(object()).containsEntry("remarks", List.of("curriculum/numbers/adding/lesson.md:7: It is old."));
    }

    @Test
    void authorProveSaysHowManyLessonsWereProvedBefore() {
        assertThat(terminalHarness.type("author prove vectors")).isZero();
        assertThat(terminalHarness.out).isEqualTo("✓ 3 lessons (1 proved before), no faults.\n");
        assertThat(terminalHarness.opened).last().isEqualTo("prove vectors STALE");
        terminalHarness.type("author prove --verify");
        assertThat(terminalHarness.opened).last().isEqualTo("prove all VERIFY");
        assertThat(terminalHarness.type("author prove --verify --release")).isEqualTo(2);
        assertThat(terminalHarness.err).contains("use only one of them");
    }

    @Test
    void authorRecordTakesThePythonOfThePathUnlessOneIsNamed() {
        assertThat(terminalHarness.type("author record vectors")).isZero();
        assertThat(terminalHarness.out).isEqualTo("✓ 3 panels (1 printed the same before), no faults.\n");
        assertThat(terminalHarness.opened).last().isEqualTo("record vectors python3");
        terminalHarness.type("author record --python venv/bin/python");
        assertThat(terminalHarness.opened).last().isEqualTo("record all venv/bin/python");
    }

    @Test
    void authorCheckPrintsRemarksAndAuthorReportTakesMutants() {
        terminalHarness.remarks =
                List.of(new AuthorReport.Remark(Path.of("proof.json"), 1, "The mutation score is stale."));
        assertThat(terminalHarness.type("author check")).isZero();
        assertThat(terminalHarness.out)
                .isEqualTo("· proof.json:1: The mutation score is stale.\n✓ 3 lessons, no faults.\n");
        assertThat(terminalHarness.type("author report adding --mutants")).isZero();
        assertThat(terminalHarness.opened).last().isEqualTo("report adding with mutants");
        assertThat(terminalHarness.type("author report --json")).isZero();
        assertThat(terminalHarness.out).isEqualTo("{\"lessons\":[]}\n");
    }

    @Test
    void authorPreviewStartsTheStudioWithAHomeOfItsOwn() {
        assertThat(terminalHarness.type("author preview vectors --no-browser --port 8080"))
                .isZero();
        assertThat(terminalHarness.opened)
                .last()
                .isEqualTo("preview " + home.resolve("gradus/preview") + " vectors 8080 false");
        assertThat(terminalHarness.out).startsWith("Gradus is running at http://127.0.0.1:8080/");
        assertThat(terminalHarness.type("author preview --port 70000")).isEqualTo(2);
    }

    @Test
    void authorNewNamesItsFilesOrTheFaultsOfTheTable() {
        assertThat(terminalHarness.type("author new dots.yaml")).isZero();
        assertThat(terminalHarness.out)
                .isEqualTo(
                        "· curriculum/numbers/dots/lesson.md\n✓ 1 file written; `gradus author check dots` lists what"
                                + " is still to do.\n");
        terminalHarness.faults = List.of(new Fault(Path.of("dots.yaml"), 2, "The field \"cuts\" is missing; add it."));
        assertThat(terminalHarness.type("author new dots.yaml")).isEqualTo(1);
        assertThat(terminalHarness.out).endsWith("· nothing written, 1 fault.\n");
        assertThat(terminalHarness.type("author new")).isEqualTo(2);
    }

    @Test
    void authorFillSaysWhatChanged() {
        assertThat(terminalHarness.type("author fill vectors")).isZero();
        assertThat(terminalHarness.opened).last().isEqualTo("fill vectors");
        assertThat(terminalHarness.out)
                .isEqualTo(
                        "✓ lesson.md:7: an output fence was added.\n✓ 3 programs in 1 lesson, 1 change, no faults.\n");
        terminalHarness.faults = List.of(new Fault(Path.of("lesson.md"), 9, "The program fails: it throws; fix it."));
        assertThat(terminalHarness.type("author fill --json")).isEqualTo(1);
        assertThat(object())
                .containsEntry("programs", 3)
                .containsEntry("changes", List.of("lesson.md:7: an output fence was added."))
                .containsEntry("faults", List.of("lesson.md:9: The program fails: it throws; fix it."));
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> object() {
        assertThat(terminalHarness.out).endsWith("}\n").hasLineCount(1);
        return (Map<String, Object>) Json.read(terminalHarness.out, Map.class);
    }
}
