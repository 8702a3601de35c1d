package gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.Coding;
import gradus.course.Lesson;
import gradus.course.Source;
import gradus.studio.fixture.VisibleTestRunner;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The workspace as an IDE has it: its classes before the library's, and the visible tests.
class OpenedWorkspaceTest {

    @TempDir
    Path folder;

    @Test
    void itCompilesAfterTheStartOfEachLessonAndItsVisibleTestsRun() throws Exception {
        everyLessonOf(new RealTerminal(folder), Installation.locate(folder));
    }

    @Test
    void soDoesThatOfTheSchool() throws Exception {
        Installation school = School.withTheLibrary(folder.resolve("school"));
        everyLessonOf(new RealTerminal(folder, school), school);
    }

    private void everyLessonOf(RealTerminal terminal, Installation installation) throws Exception {
        List<Coding> labs = installation.course().lessons().stream()
                .flatMap((Lesson lesson) -> lesson.coding().stream())
                .toList();
        assertThat(labs).isNotEmpty();
        for (Coding lab : labs) {
            assertThat(terminal.type("start " + lab.lesson())).as(terminal.err).isZero();
        }
        Map<String, List<String>> ofStarters = visibleTests(testsOf(labs), terminal.home, installation);
        for (Coding lab : labs) {
            lab.references().forEach(terminal::write);
        }
        Map<String, List<String>> ofLibrary = visibleTests(testsOf(labs), terminal.home, installation);
        for (Coding lab : labs) {
            // Nothing is written yet, so a test may meet the gap of an earlier lesson first.
            List<String> gaps = Stream.concat(
                            Stream.of(lab.lesson()), installation.course().ancestors(lab.lesson()).stream())
                    .map(lesson -> "To do in lesson " + lesson + ":")
                    .toList();
            assertThat(testsOf(lab))
                    .as("visible tests of " + lab.lesson())
                    .isNotEmpty()
                    .allSatisfy(test -> assertThat(ofStarters.get(test))
                            .as("on the starter")
                            .isNotEmpty()
                            .allSatisfy(line -> assertThat(line)
                                    .contains(" throws ")
                                    .matches(it -> gaps.stream().anyMatch(it::contains), "names a gap")))
                    .allSatisfy(test -> assertThat(ofLibrary.get(test))
                            .as("on the library's own classes")
                            .isNotEmpty()
                            .allSatisfy(line -> assertThat(line).endsWith(" passes")));
        }
    }

    @Test
    void theTestsThatALearnerWritesRunInIt() throws Exception {
        Installation school = TestingSchool.at(folder.resolve("school")).installation();
        var terminal = new RealTerminal(folder, school);
        assertThat(terminal.type("start span")).as(terminal.err).isZero();
        Path file = terminal.home.resolve("workspace/src/test/java/gradus/lab/tests/span/SpanTests.java");
        assertThat(file).exists();
        Files.writeString(file, TestingSchool.TESTS);

        String tests = "gradus.lab.tests.span.SpanTests";
        assertThat(visibleTests(List.of(tests), terminal.home, school).get(tests))
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).endsWith(" passes"));
    }

    private static List<String> testsOf(List<Coding> labs) {
        return labs.stream().flatMap(lab -> testsOf(lab).stream()).toList();
    }

    private static List<String> testsOf(Coding lab) {
        return lab.checkSources().stream()
                .filter(source -> source.simpleName().endsWith("Test"))
                .map(Source::className)
                .toList();
    }

    /// The lines about each class of visible tests, by its name.
    private static Map<String, List<String>> visibleTests(List<String> tests, Path home, Installation installation)
            throws Exception {
        Path workspace = home.resolve("workspace");
        String library = Stream.of(installation.judgePaths().library(), jar(workspace, "gradus-proctor"))
                .map(Path::toString)
                .reduce(System.getProperty("java.class.path"), (a, b) -> b + File.pathSeparator + a);
        Path classes = Files.createDirectories(workspace.resolve("target/classes"));
        String all = String.join(File.pathSeparator, classes.toString(), library);
        Path sources = workspace.resolve("src/main/java");
        if (Files.exists(sources)) {
            compile(sources, classes, library);
        }
        compile(workspace.resolve("src/test/java"), classes, all);
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-cp",
                String.join(File.pathSeparator, all, codeOf(VisibleTestRunner.class)),
                VisibleTestRunner.class.getName()));
        command.addAll(tests);
        Process process = new ProcessBuilder(command)
                .directory(workspace.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed.lines().collect(Collectors.groupingBy(line -> line.substring(0, line.indexOf('#'))));
    }

    private static Path jar(Path workspace, String artifact) throws IOException {
        try (var files = Files.walk(workspace.resolve("lib/dev/gradus").resolve(artifact))) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String codeOf(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }

    private static void compile(Path sources, Path classes, String classPath) throws IOException {
        var arguments = new ArrayList<>(List.of("-proc:none", "-d", classes.toString(), "-cp", classPath));
        try (var files = Files.walk(sources)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::toString)
                    .forEach(arguments::add);
        }
        var printed = new ByteArrayOutputStream();
        int code = ToolProvider.getSystemJavaCompiler().run(null, printed, printed, arguments.toArray(String[]::new));
        assertThat(code).as(printed.toString(StandardCharsets.UTF_8)).isZero();
    }
}
