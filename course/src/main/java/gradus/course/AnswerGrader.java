package gradus.course;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Grades answers. One that can't be read without doubt isn't wrong: the feedback names the expected format.
final class AnswerGrader {

    private AnswerGrader() {}

    static Grade multipleChoice(Question.MultipleChoice question, String answer) {
        List<Question.Answer> answers = question.answers();
        Optional<Integer> index = index(answer, answers.size());
        if (index.isEmpty()) {
            return new Grade.Unreadable("Choose one of the " + answers.size() + " answers.");
        }
        return said(answers.get(index.get()));
    }

    static Grade numeric(Question.Numeric question, String answer) {
        OptionalDouble typed = NumericAnswers.parse(answer);
        if (typed.isEmpty()) {
            return new Grade.Unreadable(NumericAnswers.wantedForm(answer));
        }
        return question.answers().stream()
                .filter(known -> NumericAnswers.isClose(
                        typed.getAsDouble(), NumericAnswers.parse(known.text()).orElseThrow(), question.tolerance()))
                .findFirst()
                .map(AnswerGrader::said)
                .orElseGet(() -> wrong(question.defaultFeedback()));
    }

    static Grade shortAnswer(Question.ShortAnswer question, String answer) {
        if (answer.isBlank()) {
            return new Grade.Unreadable("Fill in the blank first.");
        }
        return question.answers().stream()
                .filter(known -> same(known, answer))
                .findFirst()
                .map(AnswerGrader::said)
                .orElseGet(() -> wrong(question.defaultFeedback()));
    }

    /// An answer that is written like a known one needs no run.
    static Assessment hole(Question.Hole question, String answer) {
        String code = withoutSemicolon(answer);
        if (code.isEmpty()) {
            return new Assessment.Graded(new Grade.Unreadable("Fill in the hole first."));
        }
        return question.answers().stream()
                .filter(known -> compact(withoutSemicolon(known.text())).equals(compact(code)))
                .findFirst()
                .<Assessment>map(known -> new Assessment.Graded(said(known)))
                .orElseGet(() -> new Assessment.NeedsRun(
                        question.program(), question.answers(), answer.strip(), question.defaultFeedback()));
    }

    private static String withoutSemicolon(String code) {
        String text = code.strip();
        return text.endsWith(";") ? text.substring(0, text.length() - 1).strip() : text;
    }

    /// Code without the blanks that mean nothing. Code with literals of text is left as it is.
    private static String compact(String code) {
        return code.matches("(?s).*[\"'].*") ? code : code.replaceAll("\\s+(?=\\W)|(?<=\\W)\\s+", "");
    }

    static Optional<Integer> index(String text, int size) {
        String digits = text.strip();
        boolean fits = digits.matches("\\d{1,6}") && Integer.parseInt(digits) < size;
        return fits ? Optional.of(Integer.parseInt(digits)) : Optional.empty();
    }

    /// Whether an answer matches. Ignores whitespace, and case except in code.
    private static boolean same(Question.Answer known, String typed) {
        String wanted = known.text().replaceAll("\\s+", "");
        String got = typed.replaceAll("\\s+", "");
        return known.html().startsWith("<code>") ? wanted.equals(got) : wanted.equalsIgnoreCase(got);
    }

    private static Grade said(Question.Answer answer) {
        return answer.right()
                ? new Grade.Right(answer.feedback())
                : new Grade.Wrong(answer.feedback(), answer.misconception());
    }

    private static Grade wrong(String html) {
        return new Grade.Wrong(html, Optional.empty());
    }
}
