package gradus.course.read;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.Assessment;
import gradus.course.CourseReadResult;
import gradus.course.Grade;
import gradus.course.Question;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Questions in which numbers are drawn.
class QuestionVariantsTest {

    @TempDir
    Path folder;

    private Question question;

    @BeforeEach
    void read() {
        SampleCurriculum curriculum = SampleCurriculum.at(folder);
        curriculum.edit(
                "curriculum/arithmetic/adding/quiz.md",
                List.of("## Question 1 {#question-1}"),
                List.of(
                        "## From {a} {#drawn}",
                        "",
                        "What is ${a} / {b}$?",
                        "",
                        "- ? a in 20..60, b in 3..9",
                        "- = a / b ± 0.01 :: {a} split in {b}.",
                        "- ~ a - b :: (larger-one) You took {b} away.",
                        "- * Divide {a}.",
                        "",
                        "## Question 1 {#question-1}"));
        CourseReadResult result = curriculum.read();
        assertThat(result.faults()).isEmpty();
        question = result.course().lesson("adding").orElseThrow().quiz().getFirst();
    }

    @Test
    void eachVariantAsksAndGradesWithItsOwnNumbers() {
        for (long seed = 0; seed < 12; seed++) {
            Question variant = question.variant(seed);
            String[] numbers = variant.html().replaceAll("[^0-9]+", " ").strip().split(" ");
            int a = Integer.parseInt(numbers[0]);
            int b = Integer.parseInt(numbers[1]);

            assertThat(variant.id()).isEqualTo("drawn");
            assertThat(variant.title()).isEqualTo("From " + a);
            assertThat(grade(variant, a + "/" + b)).isEqualTo(new Grade.Right(a + " split in " + b + "."));
            assertThat(grade(variant, Integer.toString(a - b)))
                    .isEqualTo(new Grade.Wrong("You took " + b + " away.", Optional.of("larger-one")));
            assertThat(grade(variant, "-1")).isEqualTo(new Grade.Wrong("Divide " + a + ".", Optional.empty()));
        }
    }

    private static Grade grade(Question question, String answer) {
        return ((Assessment.Graded) question.assess(answer)).grade();
    }

    @Test
    void theSeedDecidesWhichVariantItIs() {
        assertThat(question.variant(5)).isEqualTo(question.variant(5)).isEqualTo(question.variant(17));
        assertThat(LongStream.range(-6, 6).mapToObj(question::variant)).doesNotHaveDuplicates();
        assertThat(question.variant(0)).isEqualTo(question);
    }
}
