package gradus.course.answer;

import gradus.course.Decision;
import gradus.course.Decisions;
import gradus.course.Question;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A learner's answers to the cases of a lab: a line for each case, with the letter of an answer, as in `leaky-scaler:
/// b`.
/// Everything after a `#` is a comment.
public final class DecisionAnswers {

    private static final Pattern LINE = Pattern.compile("(?<id>[^:#]+):(?<letter>[^#]*)(#.*)?");

    private final Map<String, Line> lines;

    private DecisionAnswers(Map<String, Line> lines) {
        this.lines = lines;
    }

    /// What the learner wrote behind the id of a case.
    ///
    /// @param letter may be empty, or none
    /// @param number the line, from 1
    public record Line(String letter, int number) {}

    /// The answers to `decisions` among the files of a submission, text by path; none if the file is missing.
    public static DecisionAnswers in(Map<String, String> submitted, Decisions decisions) {
        return parse(submitted.getOrDefault(decisions.answers(), ""));
    }

    /// Reads answers. Lines that are none are left out; of two lines for a case, the last counts.
    public static DecisionAnswers parse(String text) {
        var lines = new LinkedHashMap<String, Line>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                lines.put(
                        matcher.group("id").strip(),
                        new Line(matcher.group("letter").strip(), number));
            }
        }
        return new DecisionAnswers(lines);
    }

    /// The file that a learner starts from: every case with its answers as comments, and nothing decided.
    public static String starter(Decisions decisions) {
        var text = new StringBuilder("# Write the letter of your decision behind each case, then run `gradus check ")
                .append(decisions.lesson())
                .append("`.\n");
        decisions.cases().forEach(decision -> appendCase(text, decision));
        return text.toString();
    }

    /// A file in which every case is decided rightly: by its first right answer.
    public static String key(Decisions decisions) {
        return decisions.cases().stream()
                .map(decision -> decision.id() + ": " + letter(rightAnswer(decision)) + "\n")
                .collect(Collectors.joining());
    }

    private static int rightAnswer(Decision decision) {
        return decision.answers().stream().map(Question.Answer::right).toList().indexOf(true);
    }

    /// Appends a case with its answers as comments, and an empty line for the decision.
    static void appendCase(StringBuilder text, Decision decision) {
        text.append("\n# ").append(decision.title()).append('\n');
        for (int i = 0; i < decision.answers().size(); i++) {
            text.append("#   ")
                    .append(letter(i))
                    .append(") ")
                    .append(decision.answers().get(i).text())
                    .append('\n');
        }
        text.append(decision.id()).append(":\n");
    }

    /// The lines by the id that they begin with.
    public Map<String, Line> lines() {
        return lines;
    }

    /// What was decided; empty if nothing was, or there is no such answer.
    public Optional<Question.Answer> to(Decision decision) {
        String letter = lines.getOrDefault(decision.id(), new Line("", 0)).letter();
        for (int i = 0; i < decision.answers().size(); i++) {
            if (letter.equalsIgnoreCase(letter(i))) {
                return Optional.of(decision.answers().get(i));
            }
        }
        return Optional.empty();
    }

    /// Every case with what was decided, in order.
    public List<DecidedCase> decided(Decisions decisions) {
        return decisions.cases().stream()
                .map(decision -> new DecidedCase(decision, to(decision)))
                .toList();
    }

    /// The letter of an answer: `a` for the first.
    public static String letter(int index) {
        return String.valueOf((char) ('a' + index));
    }
}
