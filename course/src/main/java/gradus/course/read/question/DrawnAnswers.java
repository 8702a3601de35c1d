package gradus.course.read.question;

import gradus.course.NumericAnswers;
import gradus.course.read.file.FaultCollector;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The answers to a question with drawn numbers: each is an expression, and a wrong one never has the value of
/// a right one.
final class DrawnAnswers {

    private final DrawnNumbers numbers;
    private final List<Answer> answers;
    private final List<AnswerLine> others;

    private DrawnAnswers(DrawnNumbers numbers, List<Answer> answers, List<AnswerLine> others) {
        this.numbers = numbers;
        this.answers = answers;
        this.others = others;
    }

    /// @param tolerance as it is written, with its sign; empty if the answer has none
    private record Answer(AnswerLine line, Expression expression, String tolerance) {

        String text(Map<String, Integer> values) {
            double value = expression.value(values);
            boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
            return whole ? Long.toString((long) value) : Double.toString(value);
        }
    }

    /// The answers in `lines`. Reports those that aren't expressions, have no value for a drawing, or are
    /// ambiguous; empty if there is any such.
    static Optional<DrawnAnswers> read(DrawnNumbers numbers, List<AnswerLine> lines, Path file, FaultCollector faults) {
        var answers = new ArrayList<Answer>();
        var others = new ArrayList<AnswerLine>();
        boolean good = true;
        for (AnswerLine line : lines) {
            if (!line.hasBullet("=", "~")) {
                others.add(line);
                continue;
            }
            int sign = line.text().indexOf('±');
            String written = sign < 0 ? line.text() : line.text().substring(0, sign);
            Optional<Expression> expression = Expression.parse(written, numbers.names());
            if (expression.isEmpty()) {
                good = false;
                faults.add(
                        file,
                        line.line(),
                        "The answer \"" + line.text() + "\" is no expression of "
                                + String.join(", ", numbers.names())
                                + "; write it with numbers, + - * / ^, sqrt, abs and parentheses.");
            } else {
                answers.add(new Answer(
                        line, expression.get(), sign < 0 ? "" : line.text().substring(sign)));
            }
        }
        var read = new DrawnAnswers(numbers, answers, others);
        return good && read.isUnambiguous(file, faults) ? Optional.of(read) : Optional.empty();
    }

    /// Reports each answer that fails for a drawing, with the first such drawing.
    private boolean isUnambiguous(Path file, FaultCollector faults) {
        boolean good = true;
        for (Answer answer : answers) {
            Optional<String> problem = Optional.empty();
            for (int i = 0; i < numbers.count() && problem.isEmpty(); i++) {
                problem = problem(answer, numbers.drawing(i));
            }
            problem.ifPresent(what -> faults.add(
                    file,
                    answer.line().line(),
                    "The answer \"" + answer.line().text() + "\" " + what + "; draw other numbers, or change it."));
            good &= problem.isEmpty();
        }
        return good;
    }

    private Optional<String> problem(Answer answer, Map<String, Integer> values) {
        double value = answer.expression().value(values);
        if (!Double.isFinite(value)) {
            return Optional.of("has no value for " + DrawnNumbers.show(values));
        }
        boolean taken = answer.line().hasBullet("~")
                && answers.stream()
                        .filter(other -> other.line().hasBullet("="))
                        .anyMatch(right -> isSame(value, right, values));
        return taken
                ? Optional.of("is wrong, but has the value of a right one for " + DrawnNumbers.show(values))
                : Optional.empty();
    }

    private static boolean isSame(double value, Answer right, Map<String, Integer> values) {
        double known = right.expression().value(values);
        double tolerance = ToleranceParser.parse(right.text(values) + " " + right.tolerance())
                .orElse(NumericAnswers.defaultTolerance(known));
        return Math.abs(value - known) <= tolerance;
    }

    /// The answers for a drawing, with their values and filled-in feedback.
    List<AnswerLine> lines(Map<String, Integer> values) {
        var filled = new ArrayList<AnswerLine>();
        for (Answer answer : answers) {
            filled.add(filled(answer.line(), (answer.text(values) + " " + answer.tolerance()).strip(), values));
        }
        for (AnswerLine line : others) {
            filled.add(filled(line, DrawnNumbers.fill(line.text(), values), values));
        }
        return filled;
    }

    private static AnswerLine filled(AnswerLine line, String text, Map<String, Integer> values) {
        return new AnswerLine(
                line.bullet(),
                text,
                line.misconception(),
                line.feedback().map(why -> DrawnNumbers.fill(why, values)),
                line.line());
    }
}
