package gradus.course.read;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.Audit;
import gradus.course.CourseReadResult;
import gradus.course.Decision;
import gradus.course.Lab;
import gradus.course.Lesson;
import gradus.course.Question;
import gradus.course.answer.DecisionAnswers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A lab whose front matter says `kind: audit`.
class ReadAuditTest {

    private static final String DOUBLING = "curriculum/arithmetic/doubling/";

    @TempDir
    Path folder;

    private Audit audit() {
        SampleCurriculum curriculum = SampleCurriculum.at(folder);
        List.of("checks", "wrong", "right", "Table.java").forEach(part -> curriculum.delete(DOUBLING + part));
        curriculum.write(DOUBLING + "lab.md", """
                ---
                kind: audit
                pass: 1
                ---

                ## Task {#task}

                Decide two cases.

                ## Decisions {#decisions}

                ### Small numbers {#small}

                They are *small*.

                - [ ] No :: (one-is-enough) They have a sum, too.
                - [x] Yes :: They have a sum.
                - [x] Perhaps :: A careful answer is right as well.

                ### Large numbers {#large}

                - [x] Yes :: They have a sum.
                - [ ] No :: They have a sum, too.
                """.lines().toList());
        CourseReadResult result = curriculum.read();
        assertThat(result.faults()).isEmpty();
        Lab lab = result.course().lesson("doubling").flatMap(Lesson::lab).orElseThrow();
        assertThat(lab).isInstanceOf(Audit.class);
        return (Audit) lab;
    }

    @Test
    void itsCasesHaveSeveralRightAnswersEachWithAReason() {
        Audit audit = audit();

        assertThat(audit.decisions().atLeast()).isEqualTo(1);
        assertThat(audit.statement()).contains("Decide two cases.");
        assertThat(audit.checks()).extracting(Lab.Check::title).containsExactly("Small numbers", "Large numbers");
        Decision small = audit.decisions().cases().getFirst();
        assertThat(small.html()).contains("<em>small</em>");
        assertThat(small.answers()).extracting(Question.Answer::right).containsExactly(false, true, true);
        assertThat(small.answers().getFirst().misconception()).contains("one-is-enough");
        assertThat(small.answers().getLast().feedback()).contains("careful");
    }

    @Test
    void theFileForTheAnswersShowsTheCasesAndDecidesNothing() {
        Audit audit = audit();
        String starter = DecisionAnswers.starter(audit.decisions());

        assertThat(starter).isEqualTo("""
                # Write the letter of your decision behind each case, then run `gradus check doubling`.

                # Small numbers
                #   a) No
                #   b) Yes
                #   c) Perhaps
                small:

                # Large numbers
                #   a) Yes
                #   b) No
                large:
                """);
        DecisionAnswers undecided = DecisionAnswers.parse(starter);
        assertThat(undecided.lines()).containsOnlyKeys("small", "large");
        assertThat(audit.decisions().cases())
                .allSatisfy(decision -> assertThat(undecided.to(decision)).isEmpty());
    }

    @Test
    void aLetterIsReadWhateverIsAroundIt() {
        Audit audit = audit();

        for (String line : List.of("small: c", "  small : C  ", "small:c # as I think", "small: a\nsmall: c")) {
            assertThat(DecisionAnswers.parse(line).to(audit.decisions().cases().getFirst()))
                    .as(line)
                    .map(Question.Answer::text)
                    .contains("Perhaps");
        }
        for (String line : List.of("small: d", "small: perhaps", "small", "# small: c", "")) {
            assertThat(DecisionAnswers.parse(line).to(audit.decisions().cases().getFirst()))
                    .as(line)
                    .isEmpty();
        }
    }
}
