package gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.Coding;
import gradus.course.Source;
import gradus.mastery.Attempt;
import gradus.studio.journal.Journal;
import gradus.studio.journal.SqliteJournal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// For any submission and any state of the home, there is one clear message, the right exit code, and no loss
/// of files.
class RoughSubmissionsTest {

    private static final String LESSON = "first-model";
    private static final Source RIGHT =
            Source.of("gradus.ml.classic.NearestNeighbour", RealStudio.reference("gradus.ml.classic.NearestNeighbour"));
    private static final Coding LAB =
            RealStudio.course().lesson(LESSON).orElseThrow().coding().orElseThrow();
    private static final String FILE = "src/main/java/" + RIGHT.path();
    private static final String SUM = "double sum = 0;";

    @TempDir
    Path home;

    private RealTerminal terminal;

    @BeforeEach
    void begin() {
        terminal = new RealTerminal(home);
        assertThat(terminal.type("start " + LESSON)).isZero();
    }

    static Stream<Rough> roughSubmissions() {
        return Stream.of(
                new Rough("an unknown name", spoilt(SUM, "double sum = nought;"), "DidNotCompile")
                        .says("✗ It doesn't compile.")
                        .says(FILE + ":" + lineOf(SUM) + ":22")
                        .says("There's no variable with this name here."),
                new Rough("unlimited memory", spoilt(SUM, SUM + """
                                var kept = new java.util.ArrayList<double[]>();
                                while (kept.size() >= 0) {
                                    kept.add(new double[1 << 16]);
                                }
                        """), "OutOfMemory")
                        .says("✗ Out of memory: it needed more than "
                                + LAB.limits().megabytes() + " MB, during")
                        .says("Look for something that grows"),
                new Rough("a call of System.exit", spoilt(SUM, SUM + " System.exit(0);"), "EndedEarly")
                        .says("✗ The program ended before the checks finished: ")
                        .says("System.exit"),
                new Rough(
                                "a pass that is only printed",
                                spoilt("labels[nearest(rows, query)]", "pass()")
                                        .replace("    private static double squaredDistance(", """
                                    private static int pass() {
                                        System.out.println("✓ Passed: all %d checks.");
                                        return 0;
                                    }

                                    private static double squaredDistance(""".formatted(
                                                        LAB.checks().size())),
                                "NotYet")
                        .says("✗ Not yet: ")
                        .says("Your program printed:"),
                new Rough(
                                "infinite recursion",
                                spoilt(SUM, "double sum = a.length < 0 ? 0 : squaredDistance(b, a);"),
                                "NotYet")
                        .says("✗ Not yet: ")
                        .says("The stack overflowed: `NearestNeighbour.squaredDistance` (line " + lineOf(SUM)
                                + ") calls itself and never"),
                new Rough("a renamed method", RIGHT.text().replace("nearest(", "closest("), "DidNotCompile")
                        .says("`public static int nearest(double[][] rows, double[] query)` is missing from"
                                + " NearestNeighbour. Restore it as in the starter."),
                new Rough(
                                "a method with another return type",
                                RIGHT.text()
                                        .replace("static int nearest(", "static long nearest(")
                                        .replace("labels[nearest(", "labels[(int) nearest("),
                                "DidNotCompile")
                        .says("of NearestNeighbour is changed: yours is `public static long nearest(")
                        .says("Other classes call it, so write its first line as the library does."),
                new Rough("an empty file", "", "DidNotCompile")
                        .says(FILE + ":1:1")
                        .says("NearestNeighbour.java is empty."),
                new Rough("a file of 5 MB", RIGHT.text() + "// more\n".repeat(5 << 17), "DidNotCompile")
                        .says(FILE + ":1:1")
                        .says("a source can have at most 256 KB."));
    }

    @ParameterizedTest
    @MethodSource("roughSubmissions")
    void everySubmissionGetsTheRightVerdict(Rough rough) throws IOException {
        terminal.write(Source.of(RIGHT.className(), rough.text()));
        Map<String, String> before = workspace();

        assertThat(terminal.type("check " + LESSON)).isEqualTo(1);

        assertThat(terminal.out).startsWith("✗ ");
        assertThat(terminal.out.lines().filter(line -> line.startsWith("✓ Passed")))
                .isEmpty();
        assertThat(terminal.words()).contains(rough.said());
        assertThat(terminal.err).isEmpty();
        assertThat(workspace()).isEqualTo(before);
        assertThat(handedIn()).containsExactly(Map.of(rough.verdict(), rough.text()));
        theRightSolutionStillPasses();
    }

    @Test
    void aMissingWorkspaceFileNamesTheCommandThatRestoresIt() throws IOException {
        Files.delete(terminal.workspaceFile(RIGHT.path()));
        assertRejected(
                "check " + LESSON,
                2,
                "The file " + terminal.workspaceFile(RIGHT.path())
                        + " is missing; `gradus start first-model` puts the starter back.");

        assertThat(terminal.type("start " + LESSON)).isZero();
        assertThat(terminal.workspaceFile(RIGHT.path())).isNotEmptyFile();
    }

    @Test
    void anUnknownLessonIsRejectedWithASuggestion() throws IOException {
        for (String command : List.of("check", "start", "hint")) {
            assertRejected(
                    command + " first-modl",
                    2,
                    "There is no lesson \"first-modl\" (did you mean \"first-model\"?);"
                            + " `gradus progress` lists them all.");
        }
    }

    @Test
    void aJournalThatIsNoDatabaseIsLeftUnchanged() throws IOException {
        Files.writeString(home.resolve("journal.db"), "Some unrelated text, not a database.\n".repeat(100));
        for (String command : List.of("check " + LESSON, "next", "progress", "start " + LESSON)) {
            assertRejected(
                    command,
                    3,
                    "The journal " + home.resolve("journal.db")
                            + " is damaged and was left unchanged; move it away to start a new one, or restore a backup.");
        }
    }

    @Test
    void aHomeThatCannotBeWrittenIsNamed(@TempDir Path other) throws Exception {
        try (var sealed = ReadOnlyFolder.holding(other, this::copyOfHome)) {
            terminal = new RealTerminal(sealed.folder());
            for (String command : List.of("check " + LESSON, "start " + LESSON, "next")) {
                assertRejected(
                        command,
                        3,
                        "The journal " + sealed.folder().resolve("journal.db")
                                + " cannot be written; make it writable, or name another folder with --home.");
            }
            Path below = sealed.folder().resolve("new");
            terminal = new RealTerminal(below);
            assertThat(terminal.type("start " + LESSON)).isEqualTo(3);
            assertThat(terminal.err)
                    .isEqualTo("The folder " + below
                            + " cannot be created; name a folder you can write to with --home.\n");
            assertThat(below).doesNotExist();
        }
    }

    private void assertRejected(String command, int exitCode, String sentence) throws IOException {
        Map<String, String> before = files(terminal.home);
        assertThat(terminal.type(command)).as(command).isEqualTo(exitCode);
        assertThat(terminal.err).isEqualTo(sentence + "\n");
        assertThat(terminal.out).isEmpty();
        assertThat(files(terminal.home)).isEqualTo(before);
    }

    private void theRightSolutionStillPasses() {
        terminal.write(RIGHT);
        assertThat(terminal.type("check " + LESSON)).isZero();
        assertThat(terminal.out).startsWith("✓ Passed: all " + LAB.checks().size() + " checks.");
    }

    private List<Map<String, String>> handedIn() {
        try (Journal journal = SqliteJournal.open(home.resolve("journal.db"))) {
            return journal.entriesAfter(0).stream()
                    .map(Journal.Entry::attempt)
                    .filter(Attempt.HandedIn.class::isInstance)
                    .map(Attempt.HandedIn.class::cast)
                    .map(it -> Map.of(
                            it.verdict(),
                            journal.loadSources(it.sources()).orElseThrow().get(RIGHT.path())))
                    .toList();
        }
    }

    private Map<String, String> workspace() throws IOException {
        return files(home.resolve("workspace"));
    }

    private void copyOfHome(Path to) {
        try (Stream<Path> all = Files.walk(home)) {
            for (Path from : all.filter(Files::isRegularFile).toList()) {
                Path file = to.resolve(home.relativize(from).toString());
                Files.createDirectories(file.getParent());
                Files.copy(from, file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The bytes of every file in `folder`.
    private static Map<String, String> files(Path folder) throws IOException {
        var files = new HashMap<String, String>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }

    private static String spoilt(String line, String by) {
        assertThat(RIGHT.text()).containsOnlyOnce(line);
        return RIGHT.text().replace(line, by);
    }

    private static int lineOf(String text) {
        return (int)
                RIGHT.text().substring(0, RIGHT.text().indexOf(text)).lines().count();
    }

    /// A submission and the messages it should get.
    private record Rough(String name, String text, String verdict, List<String> said) {

        Rough(String name, String text, String verdict) {
            this(name, text, verdict, List.of());
        }

        Rough says(String sentence) {
            return new Rough(
                    name,
                    text,
                    verdict,
                    Stream.concat(said.stream(), Stream.of(sentence)).toList());
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
