package gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.CourseReadResult;
import gradus.course.Fault;
import gradus.course.Lesson;
import gradus.studio.author.AuthorProve.Mode;
import gradus.studio.desk.Desk;
import gradus.studio.json.Json;
import gradus.studio.web.StudioServer;
import gradus.studio.web.TestClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A lab of tests at the terminal, on its page and for its author.
class TestingWalkTest {

    private static final String NEGATIVE = TestingSchool.TESTS.substring(
            TestingSchool.TESTS.indexOf("    @Test\n    void negative"),
            TestingSchool.TESTS.indexOf("    @Test\n    void nothing"));

    @TempDir
    Path folder;

    private School school;
    private RealTerminal terminal;
    private Path tests;

    @BeforeEach
    void open() {
        school = TestingSchool.at(folder);
        terminal = school.terminal();
        tests = terminal.home.resolve("workspace/src/test/java/gradus/lab/tests/span/SpanTests.java");
    }

    @Test
    void atTheTerminalTheTestsAreWrittenInTheWorkspaceAndChecked() throws IOException {
        assertThat(terminal.type("start span")).as(terminal.err).isZero();
        assertThat(terminal.words())
                .contains("✓ src/test/java/gradus/lab/tests/span/SpanTests.java, the test class to start from")
                .contains("Write your tests, then submit them: `gradus check span`.");
        String starter = Files.readString(tests);
        assertThat(terminal.type("check span")).as(terminal.err).isEqualTo(1);
        assertThat(terminal.words()).contains("Not yet. There is no test yet.", "none of its 5 checks passes yet");

        Files.writeString(tests, starter.replace("}\n", NEGATIVE + "}\n"));
        assertThat(terminal.type("check span")).as(terminal.err).isEqualTo(1);
        assertThat(terminal.words())
                .contains("Your tests find 1 of 3 faults, and 2 are wanted. All of them pass on fault 1, in of")
                .contains("What of no numbers? `gradus hint span fault-1` says more.")
                .contains("✓ the tests pass on another right implementation: sorted")
                .contains("✗ the tests find fault 2, in of: alive")
                .contains("✓ the tests find fault 3, in of: the largest is at least 0");
        assertThat(terminal.type("hint span fault-1")).as(terminal.err).isZero();
        assertThat(terminal.words()).contains("What of no numbers?");

        Files.writeString(tests, TestingSchool.TESTS.replace("gives(3.0", "gives(4.0"));
        assertThat(terminal.type("check span")).isEqualTo(1);
        assertThat(terminal.words())
                .contains(
                        "Your test `spansFromTheSmallestToTheLargest` fails on the library's own Span, which is right.")
                .contains("`Span.of(3, 1, 4)`: expected 4.0, got 3.0")
                .contains("at src/test/java/gradus/lab/tests/span/SpanTests.java:12");

        Files.writeString(tests, TestingSchool.TESTS.replace("Span.of(3, 1, 4))", "Spam.of(3, 1, 4))"));
        assertThat(terminal.type("check span")).isEqualTo(1);
        assertThat(terminal.words())
                .contains("It doesn't compile.", "src/test/java/gradus/lab/tests/span/SpanTests.java:12:43");

        Files.writeString(tests, TestingSchool.TESTS);
        assertThat(terminal.type("check span")).as(terminal.out).isZero();
        assertThat(terminal.words()).contains("✓ Passed: your tests find 3 of 3 faults.");
        assertThat(terminal.type("progress")).isZero();
        assertThat(terminal.words()).contains("✓ span passed 5 1");
        assertThat(terminal.type("start span")).isZero();
        assertThat(Files.readString(tests)).isEqualTo(TestingSchool.TESTS);
    }

    @Test
    void onThePageTheResultIsATableThatKeepsTheSecretsOfWhatIsAlive() throws Exception {
        try (Desk desk = new CompositionRoot(Clock.systemUTC(), any -> school.installation()).openDesk(terminal.home);
                StudioServer server = StudioServer.start(desk, 0)) {
            TestClient client = TestClient.of(server);
            assertThat(client.page("/lessons/span").body())
                    .contains("<gradus-workbench", "<code>fault-3</code>", "Test <em>spans</em>.")
                    .doesNotContain("Run visible checks", "only the ends");
            Map<?, ?> file =
                    (Map<?, ?>) Json.read(client.post("/lessons/span/lab", "").body(), List.class)
                            .getFirst();
            String text = file.get("text").toString();
            var save = Map.of("path", file.get("path"), "text", text + "\n", "base", file.get("version"));
            assertThat(client.put("/lessons/span/lab", Json.write(save)).status())
                    .isEqualTo(200);
            assertThat(Files.readString(tests)).isEqualTo(text + "\n");

            String sources =
                    Json.write(Map.of("sources", Map.of(file.get("path"), text.replace("}\n", NEGATIVE + "}\n"))));
            assertThat(client.post("/lessons/span/check", sources).body())
                    .contains("\"event\":\"verdict\"", "1 of 3 faults", "What of no numbers?")
                    .contains("<td>the tests find fault 2, in of</td><td>alive</td>")
                    .contains("the largest is at least 0</td><td>killed</td>")
                    .doesNotContain("only the ends", "nothing has a span");
            assertThat(client.post("/lessons/span/run", sources).body())
                    .contains("is one of tests, which has no visible checks");
            assertThat(client.post("/lessons/span/check", sources.replace("gives(1.0", "gives(2.0"))
                            .body())
                    .contains("fails on the library's own Span", "SpanTests.java, line", "not run");
            assertThat(client.post("/lessons/span/check", sources.replace("class SpanTests", "clas SpanTests"))
                            .body())
                    .contains("It doesn't compile yet");
        }
    }

    @Test
    void theLessonIsTheSameAfterItWasStored() {
        Lesson lesson = school.installation()
                .readCourse()
                .course()
                .lesson("span")
                .orElseThrow()
                .alone();

        assertThat(Json.read(Json.write(lesson), Lesson.class)).isEqualTo(lesson);
    }

    private List<String> proved() {
        Installation installation = school.installation();
        CourseReadResult course = installation.readCourse();
        return CurriculumTest.prove(
                        installation, course, it -> it.prove(course.course().lessons(), Mode.STALE))
                .faults()
                .stream()
                .map(Fault::toString)
                .toList();
    }

    private List<String> checked() {
        terminal.type("author check span");
        return terminal.out
                .lines()
                .filter(line -> line.contains("proof.json") || line.contains(".java"))
                .toList();
    }

    @Test
    void theAuthorProvesThatTheTestsKillEveryMutantAndThatWeakOnesDoNot() throws IOException {
        assertThat(checked()).singleElement().asString().contains("The lesson has no proof");
        assertThat(proved()).isEmpty();
        assertThat(folder.resolve("curriculum/toy/span/proof.json"))
                .content()
                .contains("\"accepts-nothing\"", "\"sorted\"", "\"runsMs\"");
        assertThat(checked()).isEmpty();
        assertThat(terminal.type("author report span")).isZero();
        assertThat(terminal.words())
                .contains(
                        "mutants 3, 2 must be killed; the author's tests kill all; 1 other right implementation, 1 with"
                                + " weak tests")
                .contains("✗ 6 mutants or more: 3");

        Path mutant = folder.resolve("curriculum/toy/span/mutants/first-and-last/Span.java");
        school.file(
                "span",
                "mutants/first-and-last/Span.java",
                Files.readString(mutant).replace("Math.abs", "Math.aps"));
        terminal.type("author check span");
        assertThat(terminal.words())
                .contains("curriculum/toy/span/mutants/first-and-last/Span.java:7: The source does not compile")
                .contains("The proof is stale, because the solution mutants/first-and-last has changed");
    }

    @Test
    void theAuthorLearnsWhichMutantLivesAndWhichTestsAreTooGoodOrTooBad() {
        school.file(
                        "span",
                        "reference/SpanTests.java",
                        TestingSchool.TESTS.replace("Span.of(3, 1, 4)", "Span.of(1, 3, 4)"))
                .file("span", "tests/SpanTests.java", TestingSchool.TESTS)
                .file("span", "weak/one-number/SpanTests.java", TestingSchool.TESTS.replace("Test;", "Tst;"));

        assertThat(proved())
                .hasSize(3)
                .anySatisfy(fault -> assertThat(fault)
                        .contains("mutants/first-and-last:1: the author's tests don't kill the mutant"))
                .anySatisfy(fault ->
                        assertThat(fault).contains("tests:1: the starter must compile and not pass, but it passes"))
                .anySatisfy(fault -> assertThat(fault)
                        .contains(
                                "weak/one-number:1: the weak tests \"one-number\" must compile and not pass, but it does"
                                        + " not compile"));
    }
}
