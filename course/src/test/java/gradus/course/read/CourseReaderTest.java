package gradus.course.read;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.Assessment;
import gradus.course.Card;
import gradus.course.Coding;
import gradus.course.Course;
import gradus.course.CourseReadResult;
import gradus.course.DataSet;
import gradus.course.Fault;
import gradus.course.FigureSource;
import gradus.course.Lab;
import gradus.course.Lesson;
import gradus.course.LessonSnippet;
import gradus.course.LibraryUse;
import gradus.course.MemberId;
import gradus.course.Question;
import gradus.course.Section;
import gradus.course.SectionKind;
import gradus.course.Source;
import gradus.course.Track;
import gradus.course.cut.LibrarySources;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CourseReaderTest {

    @TempDir
    Path folder;

    private SampleCurriculum curriculum;

    @BeforeEach
    void copyTheCurriculum() {
        curriculum = SampleCurriculum.at(folder);
    }

    @Test
    void lessonsAreInRecommendedOrder() {
        Course course = curriculum.read().course();

        assertThat(course.title()).isEqualTo("A small school");
        assertThat(course.tracks()).containsExactly(new Track("arithmetic", "Arithmetic"));
        assertThat(course.lessons()).extracting(Lesson::id).containsExactly("adding", "doubling");
        assertThat(course.ancestors("doubling")).containsExactly("adding");
        assertThat(course.dataSet("fruit").orElseThrow().columns())
                .extracting(DataSet.Column::name)
                .containsExactly("name", "count");
    }

    @Test
    void aDataSetIsATableOrNamedFiles() {
        Course course = curriculum.read().course();
        Path data = curriculum.root().resolve("data");

        DataSet fruit = course.dataSet("fruit").orElseThrow();
        assertThat(fruit.files()).extracting(DataSet.File::path).containsExactly(data.resolve("fruit/fruit.csv"));
        DataSet pond = course.dataSet("pond").orElseThrow();
        assertThat(pond.columns()).isEmpty();
        assertThat(pond.files())
                .extracting(DataSet.File::path)
                .containsExactly(data.resolve("pond/animals.txt"), data.resolve("pond/depths.bin"));
        assertThat(pond.files())
                .extracting(DataSet.File::holds)
                .containsExactly("an animal a line", "depths, a byte each");
    }

    @Test
    void aLessonHasItsSectionsQuestionsCardsAndFigures() {
        Lesson lesson = adding();

        assertThat(lesson.sections()).extracting(Section::kind).containsExactly(SectionKind.values());
        assertThat(lesson.questions())
                .extracting(Question::id)
                .startsWith("which-one", "two-more", "by-hand", "the-hole", "in-order", "question-1");
        assertThat(lesson.cards()).hasSize(4).first().isEqualTo(new Card("card-1", "What is 1 + 1?", "<p>2</p>\n", 1));
        assertThat(lesson.figure("Bars").orElseThrow())
                .isEqualTo(new FigureSource(
                        "Bars",
                        "gradus.figures.adding.Bars",
                        "Two bars, and a third as long as both.",
                        lesson.folder().resolve("figures/Bars.java")));
        assertThat(lesson.section(SectionKind.PREDICT).orElseThrow().html()).isEmpty();
    }

    @Test
    void aQuestionInProseStandsBetweenWhatComesBeforeAndAfterIt() {
        Lesson lesson = adding();
        List<Section.Block> blocks =
                lesson.section(SectionKind.IDEA).orElseThrow().blocks();

        assertThat(blocks)
                .extracting(block -> switch (block) {
                    case Section.Block.Prose prose -> prose.html().contains("Write it") ? "after" : "before";
                    case Section.Block.Asked asked -> asked.question().title();
                })
                .containsExactly("before", "Two more", "after");
        assertThat(lesson.questions().get(1).assess("2"))
                .isInstanceOfSatisfying(
                        Assessment.Graded.class,
                        graded -> assertThat(graded.grade().toString()).contains("larger-one"));
        assertThat(lesson.questions().get(1).html()).isEqualTo("<p>What is 2 + 2?</p>\n");
    }

    @Test
    void aLessonSaysWhatItIntroducesAndHowFarApartItsQuestionsAre() {
        curriculum.edit(
                "curriculum/arithmetic/doubling/lesson.md",
                List.of("minutes: 30"),
                List.of("minutes: 30", "reviewed: 2026-11-30"));
        curriculum.edit(
                "curriculum/arithmetic/doubling/quiz.md",
                List.of("## Question 1 {#question-1}"),
                List.of("---", "placement: [question-2]", "---", "", "## Question 1 {#question-1}"));
        CourseReadResult result = curriculum.read();

        assertThat(result.faults()).isEmpty();
        assertThat(result.course().lesson("adding").orElseThrow().notes())
                .isEqualTo(new Lesson.Notes(Optional.empty(), List.of("sum"), List.of(), 917, 412));
        Lesson.Notes doubling = result.course().lesson("doubling").orElseThrow().notes();
        assertThat(doubling.reviewed()).contains(new Lesson.Review(LocalDate.of(2026, 11, 30), 7));
        assertThat(doubling.placement()).containsExactly("question-2");
    }

    @Test
    void aContractHasTwoLayersOfClausesAndTheirIdsAreNotShown() {
        Coding lab = lab("adding");

        assertThat(lab.clauses())
                .containsExactly(
                        new Lab.Clause("add", "<code>add</code> is the sum\nof both numbers.", false, 15),
                        new Lab.Clause("none", "The sum of no numbers is 0.", false, 17),
                        new Lab.Clause("range", "Every <code>int</code> that fits\ncounts.", true, 21));
        assertThat(lab.clausesOf("AdderChecks#addsFruit"))
                .extracting(Lab.Clause::id)
                .containsExactly("add", "range");
        assertThat(lab.statement())
                .contains("<li>The sum of no numbers is 0.</li>")
                .contains("<details class=\"precisely\" id=\"precisely\"><summary>Precisely</summary>\n<ul>")
                .doesNotContain("{#");
    }

    @Test
    void aLabMayNameTasksToBeRebuiltFromMemory() {
        curriculum.edit(
                "curriculum/arithmetic/adding/lab.md",
                List.of("data: [fruit]"),
                List.of("data: [fruit]", "rebuild: [sum]"));

        assertThat(lab("adding").rebuild()).containsExactly("sum");
        assertThat(lab("doubling").rebuild()).isEmpty();
    }

    @Test
    void aLabMayLendAMemberThatALaterLessonAsksFor() {
        curriculum.edit(
                "curriculum/arithmetic/adding/lab.md",
                List.of("data: [fruit]"),
                List.of("data: [fruit]", "uses: [\"gradus.ml.sums.Doubler#twice\"]"));
        Lesson lesson = adding();

        for (Lesson each : List.of(lesson, lesson.alone())) {
            LibraryUse use = each.coding().orElseThrow().libraryUse();
            assertThat(use.types()).contains("gradus.ml.sums.Doubler");
            assertThat(use.taught()).containsEntry("gradus.ml.sums.Doubler", List.of(MemberId.parse("twice")));
        }
    }

    @Test
    void theKindOfAQuestionFollowsFromItsAnswers() {
        List<Question> questions = adding().questions();

        assertThat(questions.get(0)).isInstanceOf(Question.MultipleChoice.class);
        assertThat(questions.get(2)).isInstanceOf(Question.Numeric.class);
        assertThat(questions.get(3)).isInstanceOf(Question.ShortAnswer.class);
        assertThat(questions.get(4)).isInstanceOf(Question.Ordering.class);
        assertThat(((Question.Ordering) questions.get(4)).solution())
                .containsExactly("int sum = 0;", "for (int x : numbers) {", "    sum += x;", "}");
        assertThat(questions.get(2).assess("1/4"))
                .isInstanceOfSatisfying(
                        Assessment.Graded.class,
                        graded -> assertThat(graded.grade().toString()).contains("Wrong[", "larger-one"));
    }

    @Test
    void checksRunVisibleOnesFirst() {
        Coding lab = lab("adding");

        assertThat(lab.checks())
                .extracting(Lab.Check::id)
                .containsExactly("AdderTest#byHand", "AdderChecks#none", "AdderChecks#addsFruit");
        assertThat(lab.checks().getFirst())
                .isEqualTo(new Lab.Check(
                        "AdderTest#byHand",
                        "gradus.checks.adding.AdderTest",
                        "byHand",
                        "1 and 2 make 3",
                        true,
                        12,
                        List.of("add")));
        assertThat(lab.gate()).contains(Lab.Gate.among("AdderChecks#addsFruit"));
        assertThat(lab.limits()).isEqualTo(new Lab.Limits(5, 128));
        assertThat(lab.tasks()).extracting(Lab.Task::id).containsExactly("add", "sum");
        assertThat(lab.tasks().getFirst().hints().get(1)).isEqualTo("Look at the operator.");
        assertThat(lab.statement())
                .contains("<h3 id=\"contract\">Contract</h3>")
                .doesNotContain("What is a sum?");
    }

    @Test
    void aLabMayCutASourceNextToIt() {
        LibrarySources librarySources = LibrarySources.of(folder);
        Coding lab = lab("doubling");

        assertThat(librarySources.classes()).containsExactly("gradus.ml.sums.Adder", "gradus.ml.sums.Doubler");
        assertThat(lab.references())
                .extracting(Source::className)
                .containsExactly("gradus.ml.sums.Doubler", "gradus.lab.doubling.Table");
        assertThat(librarySources.starters(lab, List.of(lab)).getLast().source().text())
                .contains("To do in lesson doubling: Table.row")
                .contains("/// A number and its double.")
                .doesNotContain("import gradus.ml.sums.Doubler;");
        assertThat(librarySources.providedSources(lab)).isEmpty();
        assertThat(librarySources.visibleChecks(lab))
                .extracting(Source::simpleName)
                .containsExactly("DoublerTest");
    }

    @Test
    void aQuotationIsFilledFromTheLibrary() {
        curriculum.edit(
                "curriculum/arithmetic/adding/lesson.md",
                List.of("```java part", "int sum = 1 + 2;"),
                List.of("```java quote=gradus.ml.sums.Adder#name"));
        CourseReadResult result = curriculum.read();

        assertThat(result.faults()).isEmpty();
        assertThat(result.course()
                        .lesson("adding")
                        .flatMap(lesson -> lesson.section(SectionKind.EXAMPLE))
                        .orElseThrow()
                        .html())
                .contains("<code>public static String name() {\n    return &quot;adder&quot;;\n}\n</code>");
    }

    @Test
    void programsInProseAreCollected() {
        LessonSnippet snippet = curriculum.read().examples().getFirst();

        assertThat(snippet.lesson()).isEqualTo("adding");
        assertThat(snippet.code()).startsWith("void main()");
        assertThat(snippet.output()).isEqualTo("3\n");
        assertThat(snippet.line()).isEqualTo(24);
    }

    @Test
    void aBrokenLessonDoesNotHideTheOthers() {
        curriculum.delete("curriculum/arithmetic/adding/lesson.md");

        assertThat(curriculum.read().course().lessons()).extracting(Lesson::id).containsExactly("doubling");
    }

    @Test
    void anEmptyProjectHasOneFault() {
        Path nothing = folder.resolve("nothing");

        assertThat(CourseReader.read(nothing, SampleCurriculum.PLAIN).faults())
                .extracting(Fault::toString)
                .containsExactly(
                        "curriculum/course.yaml:1: The file is missing; it must contain the title, the tracks and the "
                                + "order of the lessons.");
    }

    private Lesson adding() {
        return curriculum.read().course().lesson("adding").orElseThrow();
    }

    private Coding lab(String lesson) {
        return curriculum.read().course().lesson(lesson).flatMap(Lesson::coding).orElseThrow();
    }
}
