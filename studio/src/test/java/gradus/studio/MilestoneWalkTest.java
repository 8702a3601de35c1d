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

/// A milestone at the terminal, on its page and for its author.
class MilestoneWalkTest {

    @TempDir
    Path folder;

    private School school;
    private RealTerminal terminal;

    @BeforeEach
    void open() {
        school = MilestoneSchool.at(folder);
        terminal = school.terminal();
    }

    private void pass(String lesson) throws IOException {
        assertThat(terminal.type("start " + lesson)).as(terminal.err).isZero();
        Files.writeString(terminal.workspaceFile("gradus/ml/toy/Centre.java"), MilestoneSchool.CENTRE);
        assertThat(terminal.type("check " + lesson)).as(terminal.out).isZero();
    }

    @Test
    void atTheTerminalItRunsOnceTheNamedPartsAreTheLearners() throws IOException {
        assertThat(terminal.type("start outlier")).as(terminal.err).isZero();
        assertThat(terminal.words())
                .contains("There is nothing to write; run the milestone with your own parts: `gradus run outlier`.");
        assertThat(terminal.type("run outlier")).isEqualTo(2);
        assertThat(terminal.err)
                .contains("The milestone outlier runs with your own parts only, and Centre#mean is still to write, in"
                        + " lesson mean; Centre#median is still to write, in lesson median.");

        pass("mean");
        pass("median");
        assertThat(terminal.type("parts Centre library")).isZero();
        assertThat(terminal.type("run outlier")).isEqualTo(2);
        assertThat(terminal.err).contains("Centre#mean is the library's: run yours with `gradus parts Centre mine`");
        assertThat(terminal.type("parts Centre mine")).isZero();
        assertThat(terminal.type("check outlier")).isEqualTo(2);
        assertThat(terminal.err).contains("nothing is handed in; run it with `gradus run outlier`");
        assertThat(terminal.type("hint outlier")).isEqualTo(2);

        assertThat(terminal.type("run outlier")).as(terminal.err + terminal.out).isZero();
        assertThat(terminal.words())
                .contains("✓ Reached, with your own parts: The wild measurement, 1887.")
                .contains("✓ the mean is drawn away")
                .contains("measured yours the library's wanted")
                .contains("distance of the centre 0.25 0.25 ≤ 0.5", "distance of the mean 99.85 99.85 ≥ 50")
                .contains("✓ without sorting: not reached (distance of the centre 998.5, distance of the mean 99.85)")
                .contains("The last number counts, which is the wild one.")
                .contains("Your record, distance of the centre: 0.25, in this run.", "seed 7");
        assertThat(terminal.type("progress")).isZero();
        assertThat(terminal.words()).contains("✓ outlier passed");
    }

    @Test
    void aPartThatIsLessExactIsMeasuredAndTheOlderRunKeepsTheRecord() throws IOException {
        pass("mean");
        pass("median");
        assertThat(terminal.type("run outlier")).as(terminal.out).isZero();
        Path file = terminal.workspaceFile("gradus/ml/toy/Centre.java");
        Files.writeString(file, MilestoneSchool.CENTRE.replace("sorted[sorted.length / 2]) / 2", "sorted[0]) / 2"));
        assertThat(terminal.type("check median")).isEqualTo(1);
        Files.writeString(
                file,
                MilestoneSchool.CENTRE
                        .replace(
                                "return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2",
                                "return sorted[sorted.length / 2]")
                        .replace("/ numbers.length;", "/ numbers.length + (numbers.length > 3 ? 0.27 : 0);"));
        assertThat(terminal.type("check median")).as(terminal.out).isZero();
        assertThat(terminal.type("check mean")).as(terminal.out).isZero();

        assertThat(terminal.type("run outlier")).as(terminal.out).isZero();
        assertThat(terminal.words())
                .contains("distance of the centre 0.5 0.25 ≤ 0.5", "distance of the mean 100.1 99.85 ≥ 50")
                .contains("without sorting: not reached (distance of the centre 998.5, distance of the mean 100.1)")
                .contains("Your record, distance of the centre: 0.25.");
    }

    @Test
    void aPartThatFallsShortIsToldWhatItReachedBesideTheLibrary() throws IOException {
        pass("mean");
        pass("median");
        Files.writeString(
                terminal.workspaceFile("gradus/ml/toy/Centre.java"),
                MilestoneSchool.CENTRE.replace(
                        "double[] sorted = numbers.clone();",
                        "if (numbers.length > 3) { return 7; }\n        double[] sorted = numbers.clone();"));
        assertThat(terminal.type("check median")).as(terminal.out).isZero();

        assertThat(terminal.type("run outlier")).as(terminal.out).isEqualTo(1);
        assertThat(terminal.words())
                .contains("✗ Not reached yet.")
                .contains("distance of the centre 5.5 0.25 ≤ 0.5")
                .contains("· without sorting: not run")
                .doesNotContain("Your record");
    }

    @Test
    void onThePagesItStartsIsFollowedAndEndsInACertificate() throws Exception {
        try (Desk desk = new CompositionRoot(Clock.systemUTC(), any -> school.installation()).openDesk(terminal.home);
                StudioServer server = StudioServer.start(desk, 0)) {
            TestClient client = TestClient.of(server);
            assertThat(client.page("/lessons/outlier").body())
                    .contains("Find the centre of <em>ten</em> measurements")
                    .contains("Edgeworth preferred the median to the mean. He wrote so in 1887.")
                    .contains(
                            "<code>Centre#mean</code> is still to write, in <a href=\"/lessons/mean\">Lesson mean</a>")
                    .doesNotContain("data-run-do", "which is the wild one");
            assertThat(client.post("/lessons/outlier/runs", "").body()).contains("runs with your own parts only");
        }
        pass("mean");
        pass("median");
        try (Desk desk = new CompositionRoot(Clock.systemUTC(), any -> school.installation()).openDesk(terminal.home);
                StudioServer server = StudioServer.start(desk, 0)) {
            TestClient client = TestClient.of(server);
            assertThat(client.page("/lessons/outlier").body())
                    .contains("<code>Centre#median</code> is yours", "data-run-do=\"again\">Start")
                    .doesNotContain("Record:");
            Map<?, ?> started =
                    Json.read(client.post("/lessons/outlier/runs", "").body(), Map.class);
            String page = started.get("page").toString();
            assertThat(client.page(page).body()).contains("waiting").doesNotContain("certificate");
            desk.runs().queue().computeUntilOver(page.substring("/runs/".length()));

            assertThat(client.page(page).body())
                    .contains("Reached, with your own parts", "the mean is drawn away")
                    .contains("<th scope=\"row\">distance of the centre</th><td class=\"number\">0.25</td>"
                            + "<td class=\"number\">0.25</td><td class=\"number\">≤ 0.5</td>")
                    .contains("without sorting: not reached", "distance of the centre: 998.5, at most 0.5 is wanted")
                    .contains("The <em>last</em> number counts, which is the wild one.")
                    .contains("id=\"certificate\">The wild measurement", "Edgeworth preferred the median to the mean.")
                    .contains("Record: distance of the centre, lower is better", "0.25 (best)")
                    .doesNotContain("He wrote so in 1887");
            assertThat(client.page("/lessons/outlier").body()).contains("Record:", "href=\"" + page);
            assertThat(client.page("/runs").body())
                    .contains("The wild measurement", "<td class=\"number\">0.25, 99.85</td>");
        }
    }

    @Test
    void theLessonIsTheSameAfterItWasStored() {
        Lesson lesson = school.installation()
                .readCourse()
                .course()
                .lesson("outlier")
                .orElseThrow()
                .alone();

        assertThat(Json.read(Json.write(lesson), Lesson.class)).isEqualTo(lesson);
    }

    private List<String> proved() {
        Installation installation = school.installation();
        CourseReadResult course = installation.readCourse();
        Lesson lesson = course.course().lesson("outlier").orElseThrow();
        return CurriculumTest.prove(installation, course, it -> it.prove(List.of(lesson), Mode.STALE)).faults().stream()
                .map(Fault::toString)
                .toList();
    }

    @Test
    void theAuthorProvesThatTheLibraryReachesItAndNoAblationDoes() throws IOException {
        terminal.type("author check outlier");
        assertThat(terminal.words()).contains("The lesson has no proof");
        assertThat(proved()).isEmpty();
        assertThat(folder.resolve("curriculum/toy/outlier/proof.json"))
                .content()
                .contains("\"no-sorting\"", "\"runMs\"");
        terminal.type("author check outlier");
        assertThat(terminal.words()).doesNotContain("proof");

        Path ablation = folder.resolve("curriculum/toy/outlier/ablations/no-sorting/Centre.java");
        school.file(
                "outlier",
                "ablations/no-sorting/Centre.java",
                Files.readString(ablation).replace("numbers.length", "numbers.size"));
        terminal.type("author check outlier");
        assertThat(terminal.words())
                .contains("curriculum/toy/outlier/ablations/no-sorting/Centre.java:3: The source does not compile")
                .contains("The proof is stale, because the solution ablations/no-sorting has changed");
    }

    @Test
    void theAuthorLearnsWhichAblationReachesItAndThatNothingMeasuresTheRecord() throws IOException {
        Path lab = folder.resolve("curriculum/toy/outlier/lab.md");
        school.file(
                        "outlier",
                        "lab.md",
                        Files.readString(lab).replace("record: distance of the centre", "record: distance"))
                .file("outlier", "ablations/no-sorting/Centre.java", """
                        class Centre {
                            public static double median(double... numbers) {
                                return 1.5;
                            }
                        }
                        """)
                .file("outlier", "ablations/no-numbers/Centre.java", """
                        class Centre {
                            public static double median(double... numbers) {
                                throw new IllegalStateException();
                            }
                            public static double mean(double... numbers) {
                                throw new IllegalStateException();
                            }
                        }
                        """)
                .file("outlier", "ablations/no-numbers/ablation.md", "## without numbers\n\nNothing.\n");

        assertThat(proved())
                .hasSize(3)
                .anySatisfy(fault ->
                        assertThat(fault).contains("ablations/no-sorting:1: the milestone is reached without sorting"))
                .anySatisfy(
                        fault -> assertThat(fault).contains("ablations/no-numbers:1: the ablation measures nothing"))
                .anySatisfy(fault -> assertThat(fault)
                        .contains(
                                "lab.md:1: no check measures \"distance\", of which the record is kept; it must be one"
                                        + " of \"distance of the centre\", \"distance of the mean\"."));
    }
}
