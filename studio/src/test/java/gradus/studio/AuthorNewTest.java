package gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.Coding;
import gradus.course.CourseReadResult;
import gradus.course.Fault;
import gradus.course.Lab;
import gradus.course.Lesson;
import gradus.judge.Submission;
import gradus.judge.Verdict;
import gradus.judge.local.LocalJudge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The author's tool that makes a new lesson, on the real course and library.
class AuthorNewTest {

    private static final String TABLE = """
            id: running-means
            track: reinforcement-learning
            title: Means that run
            level: foundation
            needs: [vectors]
            minutes: 60
            outcome: you can compute a mean without keeping the numbers
            cuts:
              - gradus.ml.stats.RunningMoments#update,merge
              - gradus.ml.linalg.Matrix#times,transpose,copyRow
            tasks:
              update: Takes one more number into account.
            misconceptions:
              divides-by-n: "The sample variance divides by n: that's its definition."
              order-matters: The mean depends on the order of the numbers.
            wrong:
              order-matters: transpose
            data: [iris]
            """;

    @TempDir
    Path root;

    private CourseCopy course;
    private RealTerminal terminal;

    @BeforeEach
    void copyTheCourse() throws IOException {
        course = CourseCopy.in(root);
        terminal = new RealTerminal(root.resolve("home"), course.installation());
    }

    private Path table(String text) throws IOException {
        return Files.writeString(root.resolve("table.yaml"), text);
    }

    private List<Fault> faultsOfTheLesson(CourseReadResult read) {
        return read.faults().stream()
                .filter(fault -> fault.file().startsWith("curriculum"))
                .toList();
    }

    @Test
    void whatItWritesIsReadAndOnlyWhatTheAuthorHasToWriteIsMissing() throws IOException {
        assertThat(terminal.type("author new " + table(TABLE) + " --json"))
                .as(terminal.err)
                .isZero();
        assertThat(terminal.object().get("lesson")).isEqualTo("running-means");

        CourseReadResult read = course.installation().readCourse();

        assertThat(faultsOfTheLesson(read))
                .isNotEmpty()
                .allSatisfy(
                        fault -> assertThat(fault.message())
                                .containsPattern(
                                        "^Still to do: |words; write|^The contract has no clauses|^The clause .* has no id|^The short section |must have at least .* solutions, but has"));
        Lesson lesson = read.course().lesson("running-means").orElseThrow();
        assertThat(lesson.minutes()).isEqualTo(60);
        assertThat(lesson.questions()).hasSize(1 + 3 + 7);
        assertThat(lesson.cards()).hasSize(4);
        Coding lab = lesson.coding().orElseThrow();
        assertThat(lab.tasks())
                .extracting(Lab.Task::id)
                .containsExactly("update", "merge", "times", "transpose", "copyRow");
        assertThat(lab.tasks()).allSatisfy(task -> assertThat(task.hints()).hasSize(3));
        assertThat(lab.statement()).contains("Takes one more number into account.");
        assertThat(lab.wrongSolutions())
                .extracting(Lab.Solution::misconception)
                .doesNotContain(Optional.empty())
                .hasSize(2);
        assertThat(course.file("curriculum/course.yaml"))
                .content()
                .contains("  - running-means\n")
                .contains("  - id: reinforcement-learning\n    title: Reinforcement learning\n");
    }

    @Test
    void itsChecksCompileAndCallEachMember() throws IOException {
        terminal.type("author new " + table(TABLE));
        Coding lab = course.installation()
                .readCourse()
                .course()
                .lesson("running-means")
                .flatMap(Lesson::coding)
                .orElseThrow();
        var submission = new Submission(
                lab.lesson(),
                lab.references().stream().collect(Collectors.toMap(source -> source.path(), source -> source.text())));

        try (var judge = LocalJudge.oneShot(course.installation().judgePaths())) {
            Verdict verdict = judge.prover().run(lab, submission, lab.checks()).verdict();

            assertThat(verdict).isInstanceOf(Verdict.NotYet.class);
            assertThat(lab.checks()).hasSize(14);
        }
    }

    @Test
    void aLessonIsNeverOverwritten() throws IOException {
        String vectors = "id: vectors\ncuts: [\"gradus.ml.linalg.Vector#dot\"]\n";
        String before = Files.readString(course.file("curriculum/linear-algebra/vectors/lesson.md"));

        assertThat(terminal.type("author new " + table(vectors))).isEqualTo(2);

        assertThat(terminal.err)
                .isEqualTo("The folder curriculum/linear-algebra/vectors exists already, and a lesson is never"
                        + " overwritten; choose another id, or move the folder away.\n");
        assertThat(course.file("curriculum/linear-algebra/vectors/lesson.md")).hasContent(before);
    }

    @Test
    void theFaultsOfATableAreNamedAndNothingIsWritten() throws IOException {
        String before = Files.readString(course.file("curriculum/course.yaml"));
        assertThat(terminal.type("author new " + table("""
                                id: random-variables
                                minutes: 30
                                cuts:
                                  - gradus.ml.linalg.Vector#dott
                                wrong: { unheard-of: dot }
                                colour: blue
                                """))).isEqualTo(1);
        assertThat(terminal.words())
                .contains("table.yaml:2: The road has the lesson \"random-variables\" with its minutes")
                .contains(
                        "table.yaml:4: The cut names an unknown member: \"dott\" in gradus.ml.linalg.Vector; did you mean \"dot\"?")
                .contains("table.yaml:5: Unknown name \"unheard-of\" in \"wrong\"")
                .contains("table.yaml:6: Unknown field \"colour\"")
                .contains("nothing written");
        assertThat(course.file("curriculum/course.yaml")).hasContent(before);
    }

    @Test
    void aLessonThatTheRoadLacksIsAddedToIt() throws IOException {
        assertThat(terminal.type("author new " + table("""
                                id: extra
                                track: toolkit
                                title: "One more: extra"
                                level: foundation
                                needs: [first-model]
                                minutes: 45
                                outcome: you can do one thing more
                                cuts: ["gradus.ml.linalg.Vector#dot"]
                                """))).as(terminal.err).isZero();
        List<Fault> faults = faultsOfTheLesson(course.installation().readCourse());
        assertThat(faults).isNotEmpty().noneMatch(fault -> fault.file().endsWith("road.yaml"));
        assertThat(course.file("curriculum/road.yaml")).content().endsWith("outcome: you can do one thing more\n");
    }
}
