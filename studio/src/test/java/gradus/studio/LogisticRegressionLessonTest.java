package gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.Coding;
import gradus.course.Fault;
import gradus.course.Lab;
import gradus.course.Source;
import gradus.course.cut.SolutionSources;
import gradus.judge.FigureReply;
import gradus.judge.SnippetRunner;
import gradus.studio.author.AuthorProve;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Logistic regression as a lesson: its lab cuts a member of the nested `Model` and another of
/// `LogisticLoss`.
class LogisticRegressionLessonTest {

    private static final String LESSON = "logistic-regression";
    private static final String REGRESSION = "gradus/ml/classic/LogisticRegression.java";

    @TempDir
    Path folder;

    private Installation school;

    @BeforeEach
    void open() {
        school = School.withTheLibrary(folder.resolve("school"));
    }

    private Coding lab() {
        return school.course().lesson(LESSON).orElseThrow().coding().orElseThrow();
    }

    @Test
    @Tag("hostile")
    void itIsProvedWithoutAFillerClass() throws Exception {
        Path proof = lab().file().resolveSibling("proof.json");
        Files.writeString(proof, "{\"lap\": {}}");
        assertThat(prove(AuthorProve.Mode.VERIFY)).singleElement().asString().contains("This is no proof");
        assertThat(prove(AuthorProve.Mode.STALE)).isEmpty();

        assertThat(lab().rightSolutions()).hasSize(2);
        assertThat(lab().wrongSolutions()).hasSizeGreaterThanOrEqualTo(3);
        for (Lab.Solution wrong : lab().wrongSolutions()) {
            try (var files = Files.list(wrong.folder())) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .as(wrong.name())
                        .hasSize(2)
                        .contains("wrong.md");
            }
        }
    }

    private List<String> prove(AuthorProve.Mode mode) {
        return CurriculumTest.prove(school, Optional.empty(), mode).faults().stream()
                .map(Fault::toString)
                .toList();
    }

    @Test
    void figureAndProgramsOnThePageRunOnWhatTheLearnerWrote() {
        var terminal = new RealTerminal(folder.resolve("home"), school);
        assertThat(terminal.type("start " + LESSON)).as(terminal.err).isZero();
        assertThat(terminal.read(REGRESSION)).contains("To do in lesson logistic-regression: Model.probabilities");
        List<Source> loops =
                SolutionSources.of(lab()).complete(lab().rightSolutions().getFirst());
        loops.forEach(terminal::write);
        assertThat(terminal.type("check " + LESSON)).as(terminal.out).isZero();

        try (var desk = new CompositionRoot(Clock.systemUTC(), any -> school).openDesk(terminal.home)) {
            assertThat(desk.draw(LESSON, "DamageCurve", Map.of())).isInstanceOf(FigureReply.Drawn.class);
            school.readCourse()
                    .examples()
                    .forEach(example -> assertThat(desk.runSnippet(LESSON, example.code()))
                            .isInstanceOfSatisfying(
                                    SnippetRunner.Result.Through.class,
                                    through -> assertThat(through.output().strip())
                                            .isEqualTo(example.output().strip())));
        }
    }
}
