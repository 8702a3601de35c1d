package gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.CaseProgram;
import gradus.course.Course;
import gradus.course.Grade;
import gradus.course.Lesson;
import gradus.course.Question;
import gradus.judge.local.LocalJudge;
import gradus.mastery.Attempt;
import gradus.studio.desk.Desk;
import gradus.studio.fixture.InMemoryJournal;
import gradus.studio.fixture.ManualClock;
import gradus.studio.fixture.TestDesks;
import gradus.studio.run.RunArchive;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Answers to the questions of the course, run by the judge.
class AnswersWalkTest {

    @TempDir
    static Path home;

    private static LocalJudge judge;
    private static Course course;

    private final InMemoryJournal journal = new InMemoryJournal();
    private final Desk desk = desk(course);

    @BeforeAll
    static void open() {
        Installation installation = Installation.locate(home);
        judge = LocalJudge.oneShot(installation.judgePaths());
        course = installation.course();
    }

    @AfterAll
    static void close() {
        judge.close();
    }

    private Desk desk(Course course) {
        return new Desk(
                course,
                _ -> {
                    throw new AssertionError("no lab is started");
                },
                judge,
                judge.figureRenderer(),
                judge.snippetRunner(),
                judge.answerRunner(),
                journal,
                TestDesks.workspace(home),
                new RunArchive(home.resolve("runs")),
                new ManualClock());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vectors | shadow-hole | x.dot(axis) / axis.norm()",
                "vectors | shadow-hole | axis.dot(x) / axis.norm();",
                "vectors | blocks-hole | Math.sqrt((x[i] - y[i]) * (x[i] - y[i]))",
                "vectors | blocks-hole | x[i] > y[i] ? x[i] - y[i] : y[i] - x[i]",
                "first-model | tie-hole | Double.compare(distance, least) < 0",
                "first-model | tie-hole | !(least <= distance)",
                "java-numerics | the-distance | value - x[x.length - 1]",
                "java-numerics | a-new-case | a > b ? a : b",
            })
    void everySpellingOfARightAnswerIsRight(String lesson, String question, String answer) {
        assertThat(desk.answer(lesson, question, answer)).isInstanceOf(Grade.Right.class);
        assertThat(journal.attempts())
                .singleElement()
                .isInstanceOfSatisfying(
                        Attempt.Answered.class, it -> assertThat(it.right()).isTrue());
    }

    @Test
    void anAnswerMayUseWhatTheHiddenCodeDeclares() {
        var program =
                new CaseProgram("""
                import gradus.ml.linalg.Vector;

                double blocks(Vector x, Vector y) {
                    double sum = 0;
                    for (int i = 0; i < x.size(); i++) sum += HOLE;
                    return sum;
                }
                """, CaseProgram.Hole.EXPRESSION, List.of("blocks(Vector.of(1, 2), Vector.of(4, -2))"));
        var right = new Question.Answer("Math.abs(x.get(i) - y.get(i))", "", true, "Right.", Optional.empty());
        var question = new Question.Hole("blocks", "", "", program, List.of(right), "No.", 1);
        assertThat(desk(withQuestion(question)).answer("vectors", "blocks", "Math.abs(y.get(i) - x.get(i))"))
                .isInstanceOf(Grade.Right.class);
    }

    private static Course withQuestion(Question question) {
        Lesson lesson = course.lesson("vectors").orElseThrow();
        return new Course(
                course.title(),
                course.tracks(),
                List.of(new Lesson(
                        lesson.id(),
                        lesson.track(),
                        lesson.title(),
                        lesson.outcome(),
                        List.of(),
                        lesson.minutes(),
                        lesson.level(),
                        lesson.misconceptions(),
                        List.of(),
                        lesson.lab(),
                        List.of(question),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Lesson.Notes.NONE,
                        lesson.folder())),
                List.of(),
                List.of(),
                List.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vectors | shadow-hole | axis.dot(x) | still contains the length of the axis | -",
                "vectors | shadow-hole | direction.dot(axis) | That's the length of the axis | projection-either-way",
                "vectors | shadow-hole | Math.sqrt(x.dot(x)) | That's how long x is | -",
                "vectors | blocks-hole | -(y[i] - x[i]) | the walk is 7 blocks long | signs-cancel-out",
                "vectors | blocks-hole | Math.pow(x[i] - y[i], 2) | That's order 2 | -",
                "vectors | blocks-hole | Math.max(x[i], y[i]) | should give <code>7.0</code>; yours gives <code>6.0</code> | -",
                "first-model | tie-hole | least >= distance | the last one wins | ties-do-not-matter",
                "first-model | tie-hole | !(distance <= least) | keeps the farthest row | large-means-similar",
                "first-model | score-hole | answers[t + 1] | yours throws <code>ArrayIndexOutOfBoundsException | -",
                "first-model | score-hole | t + 0 | is the index of a test row | index-is-label",
                "java-numerics | the-distance | value * 1 | the squares have lost | algebra-carries-over",
                "java-numerics | a-new-case | a - a | so its logarithm is too small by m | shift-changes-nothing",
                "java-numerics | a-new-case | Math.min(a, b) | logAddExp(1, 2) | -",
            })
    void aWrongAnswerIsToldWhatItDoes(
            String lesson, String question, String answer, String reason, String misconception) {
        assertThat(desk.answer(lesson, question, answer)).isInstanceOfSatisfying(Grade.Wrong.class, wrong -> {
            assertThat(wrong.html()).contains(reason);
            assertThat(wrong.misconception())
                    .isEqualTo(Optional.of(misconception).filter(id -> !id.equals("-")));
        });
        assertThat(journal.attempts()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vectors | shadow-hole | x.dot(axis | The hole wants one expression",
                "vectors | shadow-hole | 1); IO.println( | The hole wants one expression",
                "vectors | shadow-hole | x.dott(direction) | This doesn't compile: <code>cannot find symbol</code>.",
                "vectors | shadow-hole | x | This doesn't compile: <code>incompatible types",
                "vectors | shadow-hole | '' | Fill in the hole first.",
                "java-numerics | the-distance | value - mean | There's no variable with this name here.",
                "vectors | shadow-by-hand | '' | There's no number yet.",
                "vectors | shadow-by-hand | 3,0 | Write a decimal point",
                "vectors | shadow-by-hand | 1 000 | Write its digits without blanks",
                "vectors | shadow-by-hand | 3\u00a0000 | Write its digits without blanks",
                "vectors | shadow-by-hand | about 3 | This can't be read as a number.",
                "vectors | two-and-three | 7 | Choose one of the 3 answers.",
                "vectors | norm-in-order | 0,0 | each once, with commas between them",
            })
    void whatCannotBeReadCostsNothing(String lesson, String question, String answer, String sentence) {
        assertThat(desk.answer(lesson, question, answer))
                .isInstanceOfSatisfying(
                        Grade.Unreadable.class,
                        unreadable -> assertThat(unreadable.html()).contains(sentence));
        assertThat(journal.attempts()).isEmpty();
        assertThat(desk.mastery().knowledgeOf(lesson).answers()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"6/2", "３", "\u00a03\u202f", "+3", "3."})
    void aNumberThatCanBeReadIsRead(String answer) {
        assertThat(desk.answer("vectors", "shadow-by-hand", answer)).isInstanceOf(Grade.Right.class);
    }

    @Test
    void everyOrderThatIsAsGoodIsRight() {
        var order = (Question.Ordering) course.lesson("vectors").orElseThrow().questions().stream()
                .filter(question -> question.id().equals("norm-in-order"))
                .findFirst()
                .orElseThrow();
        List<String> lines = order.solution();
        List<String> sumFirst =
                List.of(lines.get(3), lines.get(0), lines.get(1), lines.get(2), lines.get(4), lines.get(5));
        List<String> guardFirst =
                List.of(lines.get(0), lines.get(2), lines.get(1), lines.get(3), lines.get(4), lines.get(5));
        assertThat(desk.answer("vectors", "norm-in-order", indices(order, sumFirst)))
                .isInstanceOf(Grade.Right.class);
        assertThat(desk.answer("vectors", "norm-in-order", indices(order, guardFirst)))
                .isInstanceOfSatisfying(
                        Grade.Wrong.class,
                        wrong -> assertThat(wrong.html())
                                .contains(
                                        "<code>norm(3, 4)</code> should give <code>5.0</code>; yours gives <code>0.0</code>"));
        assertThat(journal.attempts()).hasSize(2);
    }

    private static String indices(Question.Ordering order, List<String> lines) {
        return lines.stream()
                .map(line -> Integer.toString(order.shuffledLines().indexOf(line)))
                .collect(Collectors.joining(","));
    }

    @Test
    void theCodeAroundAHoleIsNotShown() {
        Map<String, String> shown = course.lesson("vectors").orElseThrow().questions().stream()
                .collect(Collectors.toMap(Question::id, Question::html));
        assertThat(shown.get("shadow-hole"))
                .contains("direction.times(HOLE)")
                .doesNotContain("CODE", "Vector.of(3, 4)");
        assertThat(shown.get("norm-in-order")).doesNotContain("CODE");
    }
}
