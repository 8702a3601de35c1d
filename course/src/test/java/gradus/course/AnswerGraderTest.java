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
            "First a place.",
            1);

    @Test
    void theChosenAnswerGivesItsFeedbackAndMisconception() {
        assertThat(multipleChoice.grade("1")).isEqualTo(new Question.Grade(true, "one more", Optional.empty()));
        assertThat(multipleChoice.grade("0")).isEqualTo(new Question.Grade(false, "the larger", Optional.of("belief")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "-1", "two", "99999999999"})
    void anInvalidChoiceNamesTheNumberOfAnswers(String answer) {
        assertThat(multipleChoice.grade(answer))
                .isEqualTo(new Question.Grade(false, "Choose one of the 2 answers.", Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.5", " .5 ", "1/2", "5e-1", "0.5000001", "+0.50", "−1/−2"})
    void aNumberIsRightHoweverItIsWritten(String answer) {
        assertThat(numeric.grade(answer).right()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-2", "−2", "-2.0"})
    void anAnticipatedNumberNamesItsMisconception(String answer) {
        assertThat(numeric.grade(answer)).isEqualTo(new Question.Grade(false, "a sign", Optional.of("belief")));
    }

    @Test
    void anyOtherNumberGetsTheDefaultFeedback() {
        assertThat(numeric.grade("0.51")).isEqualTo(new Question.Grade(false, "Count.", Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "half", "0,5", "1/0", "NaN", "Infinity", "0x10", "1e999"})
    void anInvalidNumberNamesTheFormat(String answer) {
        assertThat(numeric.grade(answer).right()).isFalse();
        assertThat(numeric.grade(answer).html()).isEqualTo("That isn't a number. Write it as 0.5, 1/2 or 1e-3.");
    }

    @Test
    void whitespaceDoesNotCountInAShortAnswer() {
        assertThat(shortAnswer.grade("d*d").right()).isTrue();
        assertThat(shortAnswer.grade(" d  *\td ").right()).isTrue();
        assertThat(shortAnswer.grade("D*D").right()).isFalse();
        assertThat(shortAnswer.grade("d").html()).isEqualTo("the sign");
        assertThat(shortAnswer.grade("e").html()).isEqualTo("Think.");
        assertThat(shortAnswer.grade("  ").html()).isEqualTo("Fill in the blank first.");
    }

    @Test
    void caseDoesNotCountInAWord() {
        var word = new Question.ShortAnswer("w", "", "", List.of(answer("Euclid", true, "yes")), "no", 1);

        assertThat(word.grade("euclid").right()).isTrue();
    }

    @Test
    void linesWithEqualTextAreInterchangeable() {
        String indices = indices("int s = 0;", "for (int x : xs) {", "    s++;", "    s++;", "}");
        String[] parts = indices.split(",");
        String swapped = String.join(",", parts[0], parts[1], parts[3], parts[2], parts[4]);

        assertThat(ordering.grade(indices).right()).isTrue();
        assertThat(ordering.grade(swapped).right()).isTrue();
    }

    @Test
    void aDistractorSaysWhyItDoesNotBelong() {
        Question.Grade grade = ordering.grade(indices("int s = 0;", "    s = x;"));

        assertThat(grade.html()).contains("doesn't belong").contains("it forgets");
        assertThat(grade.misconception()).contains("belief");
    }

    @Test
    void theFirstLineOutOfOrderIsNamed() {
        Question.Grade grade = ordering.grade(indices("int s = 0;", "}", "for (int x : xs) {"));

        assertThat(grade)
                .isEqualTo(new Question.Grade(
                        false, "Line 2 is the first that is out of order. First a place.", Optional.empty()));
    }

    @Test
    void missingLinesAreCounted() {
        assertThat(ordering.grade(indices("int s = 0;", "for (int x : xs) {", "    s++;"))
                        .html())
                .isEqualTo("The lines so far are in order; 2 lines are still missing. First a place.");
        assertThat(ordering.grade("").html()).startsWith("Choose the lines first.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0,0", "6", "a", "1,,2", "-1"})
    void invalidLineNumbersNameTheFormat(String answer) {
        assertThat(ordering.grade(answer).html()).startsWith("Choose lines by their numbers, from 0 to 5");
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

    private static Question.Answer answer(String text, boolean right, String why) {
        return new Question.Answer(text, text, right, why, right ? Optional.empty() : Optional.of("belief"));
    }

    private static Question.Answer code(String text, boolean right, String why) {
        return new Question.Answer(
                text, "<code>" + text + "</code>", right, why, right ? Optional.empty() : Optional.of("belief"));
    }
}
