package gradus.studio.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import gradus.course.Coding;
import gradus.course.DataSet;
import gradus.course.Source;
import gradus.course.cut.LabFiles;
import gradus.course.cut.Starter;
import gradus.studio.error.UserFacingException;
import gradus.studio.fixture.TestCourses;
import gradus.studio.fixture.TestDesks;
import gradus.studio.fixture.TinyDisk;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {

    private static final String ADDER = "gradus/ml/numbers/Adder.java";

    @TempDir
    Path home;

    private final Coding lab = TestCourses.adding();

    @Test
    void theStarterTheVisibleChecksAndTheDataAreThere() throws Exception {
        Path csv = Files.writeString(home.resolve("small.csv"), "a,b\n1,2\n");
        Path text = Files.writeString(home.resolve("more.txt"), "more");
        var files = List.of(new DataSet.File(csv, "", "a table"), new DataSet.File(text, "", "a text"));
        var data = new DataSet("small", "Small", "made up", "CC0-1.0", files, List.of());
        Workspace workspace = workspace();
        StartResult startResult = workspace.addCoding(lab, TestCourses.files(lab), List.of(data), true);

        assertThat(startResult.workspace()).isEqualTo(workspace.folder());
        assertThat(startResult.written()).containsExactly(workspace.file(ADDER));
        assertThat(startResult.kept()).isEmpty();
        assertThat(workspace.file(ADDER)).content().contains("to do");
        assertThat(workspace.folder().resolve("src/test/java/gradus/checks/adding/AdderTest.java"))
                .exists();
        assertThat(workspace.folder().resolve("src/test/java/gradus/checks/adding/AdderChecks.java"))
                .doesNotExist();
        assertThat(workspace.folder().resolve("data/small/small.csv")).hasContent("a,b\n1,2\n");
        assertThat(workspace.folder().resolve("data/small/more.txt")).hasContent("more");
    }

    @Test
    void theLearnersFilesAreNeverOverwritten() throws Exception {
        Workspace workspace = workspace();
        put(workspace);
        Files.writeString(workspace.file(ADDER), "mine");
        Files.writeString(workspace.folder().resolve("pom.xml"), "<mine/>");

        StartResult again = put(workspace);
        assertThat(again.written()).isEmpty();
        assertThat(again.kept()).containsExactly(workspace.file(ADDER));
        assertThat(workspace.file(ADDER)).hasContent("mine");
        assertThat(workspace.folder().resolve("pom.xml")).hasContent("<mine/>");
    }

    @Test
    void theSavedTextIsSubmittedAndNoTemporaryFileIsLeft() throws Exception {
        Workspace workspace = workspace();
        put(workspace);
        workspace.save(lab, ADDER, "class Adder { int π; }\n");
        assertThat(workspace.sources(lab)).containsEntry(ADDER, "class Adder { int π; }\n");
        try (Stream<Path> beside = Files.list(workspace.file(ADDER).getParent())) {
            assertThat(beside).containsExactly(workspace.file(ADDER));
        }
    }

    /// A reader sees the old text or the new one, never a mix.
    @Test
    void aSaveIsAtomic() throws Exception {
        Workspace workspace = workspace();
        put(workspace);
        String one = "1".repeat(300_000);
        String two = "2".repeat(400_000);
        workspace.save(lab, ADDER, one);
        Thread saver = Thread.ofPlatform().start(() -> {
            for (int i = 0; i < 50; i++) {
                workspace.save(lab, ADDER, i % 2 == 0 ? two : one);
            }
        });
        while (saver.isAlive()) {
            assertThat(workspace.sources(lab).get(ADDER).length()).isIn(one.length(), two.length());
        }
    }

    @Test
    void aFileOfAnotherLessonIsNotSaved() {
        Workspace workspace = workspace();
        put(workspace);
        for (String path : List.of("gradus/ml/numbers/Counter.java", "../../../../outside.java", "/etc/passwd")) {
            assertThatExceptionOfType(UserFacingException.class)
                    .isThrownBy(() -> workspace.save(lab, path, ""))
                    .withMessage("The file " + path + " doesn't belong to lesson adding; save one of the lab's files.");
        }
    }

    @Test
    void aFileThatIsMissingSaysHowToGetItBack() throws Exception {
        Workspace workspace = workspace();
        put(workspace);
        Files.delete(workspace.file(ADDER));
        assertThat(workspace.hasLab(lab)).isFalse();
        assertRejected(workspace, 2, "is missing; `gradus start adding` puts the starter back.");
    }

    @Test
    void aFileThatIsNotUtf8SaysSo() throws Exception {
        Workspace workspace = workspace();
        put(workspace);
        Files.write(workspace.file(ADDER), new byte[] {'/', '/', (byte) 0xfc, '\n'});
        assertRejected(workspace, 2, "is not UTF-8 text; save it as UTF-8, then check again.");
    }

    @Test
    void aFolderInPlaceOfAFileSaysSo() throws Exception {
        Workspace workspace = workspace();
        put(workspace);
        Files.delete(workspace.file(ADDER));
        Files.createDirectory(workspace.file(ADDER));
        assertRejected(workspace, 3, "cannot be read (it is a folder); put a readable text file there.");
    }

    @Test
    void aPipeOrADeviceInPlaceOfAFileIsNotOpened() throws Exception {
        Workspace workspace = workspace();
        put(workspace);
        Path file = workspace.file(ADDER);
        Files.delete(file);
        Files.createSymbolicLink(file, Path.of("/dev/zero"));
        assertRejected(workspace, 3, "cannot be read (it is no plain file); put a readable text file there.");

        Files.delete(file);
        assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor())
                .isZero();
        assertRejected(workspace, 3, "cannot be read (it is no plain file); put a readable text file there.");
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> put(workspace))
                .withMessageContaining("it is no plain file");
    }

    @Test
    void aFileLargerThanAnyTextIsNotReadWhole() throws Exception {
        Workspace workspace = workspace();
        put(workspace);
        try (var file = new RandomAccessFile(workspace.file(ADDER).toFile(), "rw")) {
            file.setLength(1L << 32);
        }
        assertRejected(workspace, 3, "cannot be read (it has more than 16 MB); put a readable text file there.");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheText() throws Exception {
        Workspace workspace = workspace();
        put(workspace);
        Files.writeString(workspace.file(ADDER), "\uFEFFclass Adder {}");
        assertThat(workspace.sources(lab)).containsEntry(ADDER, "class Adder {}");
    }

    @Test
    void aHomeThatIsAFileSaysSo() throws Exception {
        Path file = Files.writeString(home.resolve("home"), "mine");
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> put(TestDesks.workspace(file)))
                .withMessageStartingWith("The workspace " + file.resolve("workspace") + " cannot be written (")
                .withMessageEndingWith("free some space, make it writable, or name another folder with --home.")
                .extracting(UserFacingException::exitCode)
                .isEqualTo(3);
        assertThat(file).hasContent("mine");
    }

    @Test
    void aDiskThatCannotBeWrittenSaysSoAndKeepsWhatIsThere() throws Exception {
        try (var disk = TinyDisk.at(home.resolve("disk"), 512)) {
            Workspace workspace = TestDesks.workspace(disk.folder());
            put(workspace);
            workspace.save(lab, ADDER, "mine");
            disk.makeReadOnly();
            assertThatExceptionOfType(UserFacingException.class)
                    .isThrownBy(() -> workspace.save(lab, ADDER, "new"))
                    .withMessageStartingWith("The file " + workspace.file(ADDER) + " could not be saved (")
                    .withMessageContaining("Read-only file system")
                    .withMessageEndingWith("); free some space or make it writable, then save again.");
            assertThatExceptionOfType(UserFacingException.class)
                    .isThrownBy(() -> workspace.addCoding(
                            TestCourses.counting(), TestCourses.files(TestCourses.counting()), List.of(), true))
                    .withMessageStartingWith("The workspace " + workspace.folder() + " cannot be written (");
            assertThat(workspace.sources(lab)).containsEntry(ADDER, "mine");
        }
    }

    @Test
    void aFullDiskSaysSoAndKeepsTheOldText() throws Exception {
        try (var disk = TinyDisk.at(home.resolve("disk"), 512)) {
            Workspace workspace = TestDesks.workspace(disk.folder());
            put(workspace);
            workspace.save(lab, ADDER, "mine");
            disk.fill();
            assertThatExceptionOfType(UserFacingException.class)
                    .isThrownBy(() -> workspace.save(lab, ADDER, "new".repeat(10_000)))
                    .withMessageContaining("No space left on device")
                    .withMessageEndingWith("free some space or make it writable, then save again.");
            assertThat(workspace.sources(lab)).containsEntry(ADDER, "mine");
            try (Stream<Path> beside = Files.list(workspace.file(ADDER).getParent())) {
                assertThat(beside).containsExactly(workspace.file(ADDER));
            }
            disk.clear();
            workspace.save(lab, ADDER, "new");
            assertThat(workspace.sources(lab)).containsEntry(ADDER, "new");
        }
    }

    @Test
    void aStartThatFailedOnAFullDiskCanBeRepeated() throws Exception {
        try (var disk = TinyDisk.at(home.resolve("disk"), 64)) {
            Workspace workspace = TestDesks.workspace(disk.folder());
            Source text = Source.of("gradus.ml.numbers.Adder", "// " + "x".repeat(60_000));
            var large = new LabFiles(List.of(new Starter(text, text, lab.cuts().getFirst())), List.of());
            disk.fill();
            assertThatExceptionOfType(UserFacingException.class)
                    .isThrownBy(() -> workspace.addCoding(lab, large, List.of(), true));
            assertThat(workspace.hasLab(lab)).isFalse();
            disk.clear();
            put(workspace);
            assertThat(workspace.hasLab(lab)).isTrue();
            assertThat(workspace.folder().resolve("pom.xml")).content().endsWith("</project>\n");
        }
    }

    @Test
    void aFurtherLessonEmptiesWhatIsStillTheLibrarysAndKeepsTheFileAsItWas() {
        Workspace workspace = workspace();
        put(workspace);
        String library = workspace
                .sources(lab)
                .get(ADDER)
                .replace("throw new UnsupportedOperationException(\"to do\");", "return a + b;");
        workspace.save(lab, ADDER, library);
        List<Starter> starters = TestCourses.starters(lab).stream()
                .map(starter ->
                        new Starter(starter.source(), Source.of("gradus.ml.numbers.Adder", library), starter.cut()))
                .toList();

        assertThat(workspace
                        .addCoding(lab, new LabFiles(starters, List.of()), List.of(), false)
                        .emptied())
                .isEmpty();
        assertThat(workspace.sources(lab)).containsEntry(ADDER, library);
        assertThat(workspace
                        .addCoding(lab, new LabFiles(starters, List.of()), List.of(), true)
                        .emptied())
                .containsExactly("Adder#plus", "Adder#minus");
        assertThat(workspace.sources(lab).get(ADDER)).doesNotContain("return a + b;");
        assertThat(workspace.folder().resolve(".gradus/before-adding").resolve(ADDER))
                .hasContent(library);
    }

    private void assertRejected(Workspace workspace, int exitCode, String end) {
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> workspace.sources(lab))
                .withMessage("The file " + workspace.file(ADDER) + " " + end)
                .extracting(UserFacingException::exitCode)
                .isEqualTo(exitCode);
    }

    private StartResult put(Workspace workspace) {
        return workspace.addCoding(lab, TestCourses.files(lab), List.of(), true);
    }

    private Workspace workspace() {
        return TestDesks.workspace(home);
    }
}
