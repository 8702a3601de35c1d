package gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The author's tool that writes what the programs of a lesson print.
class AuthorFillTest {

    private static final String LESSON = "curriculum/toolkit/first-model/lesson.md";

    @TempDir
    Path root;

    private CourseCopy course;
    private RealTerminal terminal;

    @BeforeEach
    void copyTheCourse() throws IOException {
        course = CourseCopy.in(root);
        terminal = new RealTerminal(root.resolve("home"), course.installation());
    }

    @Test
    void wrongAndMissingOutputsBecomeWhatTheAuthorHadWritten() throws IOException {
        String before = Files.readString(course.file(LESSON));
        course.change(LESSON, "```output\nIt looks like T\n```\n\n", "");
        course.change(LESSON, "rows it never saw: 45 of 100", "rows it never saw: 46 of 100\nand\nmore");

        assertThat(terminal.type("author fill first-model --json")).isZero();

        assertThat(terminal.object().get("programs")).isEqualTo(5);
        assertThat((List<?>) terminal.object().get("changes"))
                .hasToString("[" + LESSON + ":32: an output fence was added., " + LESSON
                        + ":190: the output is what it prints now.]");
        assertThat(course.file(LESSON)).hasContent(before);
    }

    @Test
    void aProgramThatFailsIsNamedAndItsFenceStaysAsItIs() throws IOException {
        course.change(LESSON, "{'v', 'v', 'v', 'g', 'g', 'g'};\n    double query", "{};\n    double query");
        course.change(LESSON, "    IO.println(\"by its petal: \"", "    IO.print(\"by its petal: \"");
        course.change(LESSON, "    int right = 0;\n    int otherRight", "    int right = zero;\n    int otherRight");
        String before = Files.readString(course.file(LESSON));

        assertThat(terminal.type("author fill " + course.file(LESSON))).isEqualTo(1);

        assertThat(terminal.words())
                .contains(LESSON + ":204: The program does not compile")
                .contains(LESSON + ":228: The program fails: ")
                .contains("5 programs in 1 lesson, 1 change, 2 faults.");
        assertThat(Files.readString(course.file(LESSON)))
                .isEqualTo(
                        before.replace("by its petal: setosa\nwith the sheet", "by its petal: setosawith the sheet"));
    }

    @Test
    void whatIsRightAlreadyIsNotTouched() throws IOException {
        var written = Files.getLastModifiedTime(course.file(LESSON));

        assertThat(terminal.type("author fill first-model")).isZero();

        assertThat(terminal.words()).isEqualTo("✓ 5 programs in 1 lesson, 0 changes, no faults. ");
        assertThat(Files.getLastModifiedTime(course.file(LESSON))).isEqualTo(written);
    }
}
