package gradus.studio.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import gradus.course.Coding;
import gradus.course.DataSet;
import gradus.studio.error.UserFacingException;
import gradus.studio.fixture.TestCourses;
import gradus.studio.fixture.TestDesks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A folder in place of a file, such as one that an unpacked archive has left.
class FolderInPlaceTest {

    private static final String ADDER = "gradus/ml/numbers/Adder.java";

    @TempDir
    Path home;

    private final Coding lab = TestCourses.adding();
    private Workspace workspace;
    private DataSet data;

    @BeforeEach
    void start() throws Exception {
        Path csv = Files.writeString(home.resolve("small.csv"), "a,b\n1,2\n");
        data = new DataSet(
                "small", "Small", "made up", "CC0-1.0", List.of(new DataSet.File(csv, "", "a table")), List.of());
        workspace = TestDesks.workspace(home.resolve("home"));
        put();
    }

    private void put() {
        workspace.addCoding(lab, TestCourses.files(lab), List.of(data), true);
    }

    @Test
    void aFolderInPlaceOfAnyOtherFileSaysSo() throws Exception {
        var files = new ArrayList<Path>();
        try (var all = Files.walk(workspace.folder())) {
            all.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().matches(".*(?:pom\\.xml|README\\.md|\\.gitignore)"))
                    .forEach(files::add);
        }
        assertThat(files).hasSizeGreaterThan(3);
        for (Path file : files) {
            byte[] before = Files.readAllBytes(file);
            Files.delete(file);
            Files.createDirectory(file);
            assertThatExceptionOfType(UserFacingException.class)
                    .as(file.toString())
                    .isThrownBy(() -> put())
                    .withMessage("The file " + file
                            + " cannot be written (it is a folder); move that folder away, then try again.");
            Files.delete(file);
            Files.write(file, before);
        }
        put();
    }

    @Test
    void aFolderInPlaceOfASavedFileSaysSo() throws Exception {
        Files.delete(workspace.file(ADDER));
        Files.createDirectory(workspace.file(ADDER));
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> workspace.save(lab, ADDER, "class Adder {}"))
                .withMessageContaining("could not be saved (it is a folder)");
    }
}
