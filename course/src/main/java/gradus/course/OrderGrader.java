package gradus.course;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Grades orders of lines.
final class OrderGrader {

    private OrderGrader() {}

    static Assessment assess(Question.Ordering question, String answer) {
        Optional<List<String>> chosen = lines(question, answer);
        if (chosen.isEmpty()) {
            return new Assessment.Graded(new Grade.Unreadable("Choose lines by their numbers, from 0 to "
                    + (question.shuffledLines().size() - 1) + ", each once, with commas between them."));
        }
        List<String> lines = chosen.get();
        if (lines.isEmpty()) {
            return new Assessment.Graded(new Grade.Unreadable("Choose the lines first."));
        }
        if (question.program().isPresent()
                && !lines.equals(question.solution())
                && sorted(lines).equals(sorted(question.solution()))) {
            return new Assessment.NeedsRun(
                    question.program().get(),
                    List.of(solution(question)),
                    String.join("\n", lines),
                    question.defaultFeedback());
        }
        return new Assessment.Graded(grade(question, lines));
    }

    private static Grade grade(Question.Ordering question, List<String> lines) {
        if (lines.equals(question.solution())) {
            return new Grade.Right(solution(question).feedback());
        }
        return question.distractors().stream()
                .filter(known -> lines.contains(known.text()))
                .findFirst()
                .map(OrderGrader::doesNotBelong)
                .orElseGet(() -> new Grade.Wrong(
                        place(question.solution(), lines) + " " + question.defaultFeedback(), Optional.empty()));
    }

    private static Question.Answer solution(Question.Ordering question) {
        return new Question.Answer(
                String.join("\n", question.solution()), "", true, "Right: all lines are in order.", Optional.empty());
    }

    private static List<String> sorted(List<String> lines) {
        return lines.stream().sorted().toList();
    }

    private static Grade doesNotBelong(Question.Answer distractor) {
        String html = "This line doesn't belong: " + distractor.html() + ". " + distractor.feedback();
        return new Grade.Wrong(html, distractor.misconception());
    }

    private static String place(List<String> solution, List<String> chosen) {
        int same = 0;
        while (same < chosen.size() && chosen.get(same).equals(solution.get(same))) {
            same++;
        }
        int missing = solution.size() - same;
        if (same == chosen.size()) {
            return "The lines so far are in order; " + missing + (missing == 1 ? " line is" : " lines are")
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
            Optional<Integer> index =
                    AnswerGrader.index(part, question.shuffledLines().size());
            if (index.isEmpty() || seen.contains(index.get())) {
                return Optional.empty();
            }
            seen.add(index.get());
        }
        return Optional.of(seen.stream().map(question.shuffledLines()::get).toList());
    }
}
