package gradus.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerGraderTest {

    private final Question.MultipleChoice multipleChoice = new Question.MultipleChoice(
            "c", "Which?", "", List.of(answer("2", false, "the larger"), answer("3", true, "one more")), 1);
    private final Question.Numeric numeric = new Question.Numeric(
            "n",
            "How many?",
            "",
            5e-7,
            List.of(answer("0.5", true, "half"), answer("−2", false, "a sign")),
            "Count.",
            1);
    private final Question.ShortAnswer shortAnswer = new Question.ShortAnswer(
            "p",
            "What is missing?",
            "",
            List.of(code("d * d", true, "squared"), code("d", false, "the sign")),
            "Think.",
            1);

    private final List<String> lines = List.of("int s = 0;", "for (int x : xs) {", "    s++;", "    s++;", "}");
    private final Question.Ordering ordering = new Question.Ordering(
            "o",
            "In order",
            "",
            lines,
            List.of(code("    s = x;", false, "it forgets")),
            List.of("    s++;", "}", "    s = x;", "int s = 0;", "    s++;", "for (int x : xs) {"),
            Optional.empty(),
            "First a place.",
            1);

    @Test
    void theChosenAnswerGivesItsFeedbackAndMisconception() {
        assertThat(grade(multipleChoice, "1")).isEqualTo(new Grade.Right("one more"));
        assertThat(grade(multipleChoice, "0")).isEqualTo(new Grade.Wrong("the larger", Optional.of("belief")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "-1", "two", "99999999999"})
    void anInvalidChoiceNamesTheNumberOfAnswers(String answer) {
        assertThat(grade(multipleChoice, answer)).isEqualTo(new Grade.Unreadable("Choose one of the 2 answers."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.5", " .5 ", "1/2", "5e-1", "0.5000001", "+0.50", "−1/−2"})
    void aNumberIsRightHoweverItIsWritten(String answer) {
        assertThat(grade(numeric, answer)).isInstanceOf(Grade.Right.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-2", "−2", "-2.0"})
    void anAnticipatedNumberNamesItsMisconception(String answer) {
        assertThat(grade(numeric, answer)).isEqualTo(new Grade.Wrong("a sign", Optional.of("belief")));
    }

    @Test
    void anyOtherNumberGetsTheDefaultFeedback() {
        assertThat(grade(numeric, "0.51")).isEqualTo(new Grade.Wrong("Count.", Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "half",
                "about 3",
                "0,5",
                "3,0",
                "1,000",
                "1 000",
                "1\u00a0000",
                "1½",
                "²",
                "1/0",
                "NaN",
                "Infinity",
                "0x10",
                "1e999",
                "½ or so"
            })
    void whatCannotBeReadAsOneNumberIsNotWrongAndNamesTheForm(String answer) {
        assertThat(grade(numeric, answer))
                .isInstanceOfSatisfying(
                        Grade.Unreadable.class,
                        unreadable -> assertThat(unreadable.html()).contains("0.5"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"½", "\u00a00.5\u202f", "０.５", "３/６", "+½", "−1/−2"})
    void whatCanBeReadWithoutDoubtIsRead(String answer) {
        assertThat(grade(numeric, answer)).isEqualTo(new Grade.Right("half"));
    }

    @Test
    void whitespaceDoesNotCountInAShortAnswer() {
        assertThat(grade(shortAnswer, "d*d")).isInstanceOf(Grade.Right.class);
        assertThat(grade(shortAnswer, " d  *\td ")).isInstanceOf(Grade.Right.class);
        assertThat(grade(shortAnswer, "D*D")).isInstanceOf(Grade.Wrong.class);
        assertThat(grade(shortAnswer, "d").html()).isEqualTo("the sign");
        assertThat(grade(shortAnswer, "e").html()).isEqualTo("Think.");
        assertThat(grade(shortAnswer, "  ").html()).isEqualTo("Fill in the blank first.");
    }

    @Test
    void caseDoesNotCountInAWord() {
        var word = new Question.ShortAnswer("w", "", "", List.of(answer("Euclid", true, "yes")), "no", 1);

        assertThat(grade(word, "euclid")).isInstanceOf(Grade.Right.class);
    }

    @Test
    void linesWithEqualTextAreInterchangeable() {
        String indices = indices("int s = 0;", "for (int x : xs) {", "    s++;", "    s++;", "}");
        String[] parts = indices.split(",");
        String swapped = String.join(",", parts[0], parts[1], parts[3], parts[2], parts[4]);

        assertThat(grade(ordering, indices)).isInstanceOf(Grade.Right.class);
        assertThat(grade(ordering, swapped)).isInstanceOf(Grade.Right.class);
    }

    @Test
    void aDistractorSaysWhyItDoesNotBelong() {
        Grade grade = grade(ordering, indices("int s = 0;", "    s = x;"));

        assertThat(grade.html()).contains("doesn't belong").contains("it forgets");
        assertThat(grade)
                .isInstanceOfSatisfying(
                        Grade.Wrong.class,
                        wrong -> assertThat(wrong.misconception()).contains("belief"));
    }

    @Test
    void theFirstLineOutOfOrderIsNamed() {
        Grade grade = grade(ordering, indices("int s = 0;", "}", "for (int x : xs) {"));

        assertThat(grade)
                .isEqualTo(
                        new Grade.Wrong("Line 2 is the first that is out of order. First a place.", Optional.empty()));
    }

    @Test
    void missingLinesAreCounted() {
        assertThat(grade(ordering, indices("int s = 0;", "for (int x : xs) {", "    s++;"))
                        .html())
                .isEqualTo("The lines so far are in order; 2 lines are still missing. First a place.");
        assertThat(grade(ordering, "").html()).startsWith("Choose the lines first.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0,0", "6", "a", "1,,2", "-1"})
    void invalidLineNumbersNameTheFormat(String answer) {
        assertThat(grade(ordering, answer).html()).startsWith("Choose lines by their numbers, from 0 to 5");
    }

    private final CaseProgram program =
            new CaseProgram("double f(double d) { return HOLE; }\n", CaseProgram.Hole.EXPRESSION, List.of("f(2)"));
    private final Question.Hole hole = new Question.Hole(
            "h", "", "", program, List.of(code("d * d", true, "squared"), code("-d", false, "the sign")), "Think.", 1);

    @ParameterizedTest
    @ValueSource(strings = {"d * d", "d*d", " d * d ; "})
    void anAnswerThatIsWrittenLikeAKnownOneNeedsNoRun(String answer) {
        assertThat(grade(hole, answer)).isEqualTo(new Grade.Right("squared"));
    }

    @Test
    void everyOtherAnswerInAHoleIsRun() {
        assertThat(hole.assess(" Math.pow(d, 2)"))
                .isEqualTo(new Assessment.NeedsRun(program, hole.answers(), "Math.pow(d, 2)", "Think."));
        assertThat(hole.assess("- d")).isInstanceOf(Assessment.Graded.class);
        assertThat(hole.assess("--d")).isInstanceOf(Assessment.NeedsRun.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", ";"})
    void anEmptyHoleIsNotWrong(String answer) {
        assertThat(grade(hole, answer)).isEqualTo(new Grade.Unreadable("Fill in the hole first."));
    }

    @Test
    void anotherOrderOfTheSameLinesIsRunIfThereAreCases() {
        var run = new Question.Ordering(
                "o",
                "",
                "",
                List.of("int a = 1;", "int b = 2;"),
                List.of(code("a = b;", false, "no")),
                List.of("int b = 2;", "a = b;", "int a = 1;"),
                Optional.of(program),
                "First a.",
                1);
        assertThat(run.assess("0,2"))
                .isInstanceOfSatisfying(
                        Assessment.NeedsRun.class, it -> assertThat(it.answer()).isEqualTo("int b = 2;\nint a = 1;"));
        assertThat(grade(run, "2,0")).isInstanceOf(Grade.Right.class);
        assertThat(grade(run, "2,1,0")).isInstanceOf(Grade.Wrong.class);
    }

    private String indices(String... wanted) {
        List<String> left = new ArrayList<>(ordering.shuffledLines());
        return Arrays.stream(wanted)
                .map(line -> {
                    int at = left.indexOf(line);
                    left.set(at, "taken");
                    return Integer.toString(at);
                })
                .collect(Collectors.joining(","));
    }

    private static Grade grade(Question question, String answer) {
        return switch (question.assess(answer)) {
            case Assessment.Graded graded -> graded.grade();
            case Assessment.NeedsRun run -> throw new AssertionError("to run: " + run.answer());
        };
    }

    private static Question.Answer answer(String text, boolean right, String why) {
        return new Question.Answer(text, text, right, why, right ? Optional.empty() : Optional.of("belief"));
    }

    private static Question.Answer code(String text, boolean right, String why) {
        return new Question.Answer(
                text, "<code>" + text + "</code>", right, why, right ? Optional.empty() : Optional.of("belief"));
    }
}
