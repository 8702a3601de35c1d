package gradus.course;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Grades answers. An answer in the wrong format counts as wrong, and the feedback names the expected format.
final class AnswerGrader {

    private AnswerGrader() {}

    static Question.Grade multipleChoice(Question.MultipleChoice question, String answer) {
        List<Question.Answer> answers = question.answers();
        Optional<Integer> index = index(answer, answers.size());
        if (index.isEmpty()) {
            return wrong("Choose one of the " + answers.size() + " answers.");
        }
        return said(answers.get(index.get()));
    }

    static Question.Grade numeric(Question.Numeric question, String answer) {
        OptionalDouble typed = NumericAnswers.parse(answer);
        if (typed.isEmpty()) {
            return wrong("That isn't a number. Write it as 0.5, 1/2 or 1e-3.");
        }
        return question.answers().stream()
                .filter(known -> NumericAnswers.isClose(
                        typed.getAsDouble(), NumericAnswers.parse(known.text()).orElseThrow(), question.tolerance()))
                .findFirst()
                .map(AnswerGrader::said)
                .orElseGet(() -> wrong(question.defaultFeedback()));
    }

    static Question.Grade shortAnswer(Question.ShortAnswer question, String answer) {
        if (answer.isBlank()) {
            return wrong("Fill in the blank first.");
        }
        return question.answers().stream()
                .filter(known -> same(known, answer))
                .findFirst()
                .map(AnswerGrader::said)
                .orElseGet(() -> wrong(question.defaultFeedback()));
    }

    static Question.Grade ordering(Question.Ordering question, String answer) {
        Optional<List<String>> chosen = lines(question, answer);
        if (chosen.isEmpty()) {
            return wrong("Choose lines by their numbers, from 0 to "
                    + (question.shuffledLines().size() - 1) + ", each once, with commas between them.");
        }
        List<String> lines = chosen.get();
        Optional<Question.Answer> distractor = question.distractors().stream()
                .filter(known -> lines.contains(known.text()))
                .findFirst();
        if (lines.equals(question.solution())) {
            return new Question.Grade(true, "Right: all lines are in order.", Optional.empty());
        }
        return distractor
                .map(AnswerGrader::doesNotBelong)
                .orElseGet(() -> wrong(place(question.solution(), lines) + " " + question.defaultFeedback()));
    }

    private static Question.Grade doesNotBelong(Question.Answer distractor) {
        String html = "This line doesn't belong: " + distractor.html() + ". " + distractor.feedback();
        return new Question.Grade(false, html, distractor.misconception());
    }

    private static String place(List<String> solution, List<String> chosen) {
        int same = 0;
        while (same < chosen.size() && chosen.get(same).equals(solution.get(same))) {
            same++;
        }
        int missing = solution.size() - same;
        if (same == chosen.size()) {
            return same == 0
                    ? "Choose the lines first."
                    : "The lines so far are in order; " + missing + (missing == 1 ? " line is" : " lines are")
                            + " still missing.";
        }
        return "Line " + (same + 1) + " is the first that is out of order.";
    }

    /// The chosen lines; empty if `answer` isn't a list of valid line numbers, each at most once.
    private static Optional<List<String>> lines(Question.Ordering question, String answer) {
        if (answer.isBlank()) {
            return Optional.of(List.of());
        }
        var seen = new ArrayList<Integer>();
        for (String part : answer.split(",", -1)) {
            Optional<Integer> index = index(part, question.shuffledLines().size());
            if (index.isEmpty() || seen.contains(index.get())) {
                return Optional.empty();
            }
            seen.add(index.get());
        }
        return Optional.of(seen.stream().map(question.shuffledLines()::get).toList());
    }

    private static Optional<Integer> index(String text, int size) {
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

    private static Question.Grade said(Question.Answer answer) {
        return new Question.Grade(answer.right(), answer.feedback(), answer.misconception());
    }

    private static Question.Grade wrong(String html) {
        return new Question.Grade(false, html, Optional.empty());
    }
}
