package gradus.course.read.question;

import gradus.course.Question;
import gradus.course.prose.Passage;
import gradus.course.prose.ProseRenderer;
import gradus.course.read.file.FaultCollector;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads a question in which numbers are drawn.
final class DrawnQuestion {

    private final QuestionReader questions;
    private final ProseRenderer prose;
    private final FaultCollector faults;

    DrawnQuestion(QuestionReader questions, ProseRenderer prose, FaultCollector faults) {
        this.questions = questions;
        this.prose = prose;
        this.faults = faults;
    }

    /// A question for a number, in which numbers are drawn: its first variant, which has the others.
    Optional<Question> read(QuestionReader.Head head, Passage text, List<AnswerLine> lines) {
        List<AnswerLine> draws =
                lines.stream().filter(line -> line.hasBullet("?")).toList();
        Optional<DrawnNumbers> numbers = DrawnNumbers.parse(draws.getFirst().text());
        if (draws.size() > 1 || numbers.isEmpty() || numbers.get().count() > DrawnNumbers.MOST) {
            return questions.reject(
                    head,
                    "draws numbers in a way that can't be read; write one line \"- ? a in 2..9, b in 1..5\", with at most "
                            + DrawnNumbers.MOST + " drawings");
        }
        List<AnswerLine> answers =
                lines.stream().filter(line -> !line.hasBullet("?")).toList();
        if (answers.stream().noneMatch(line -> line.hasBullet("="))) {
            return questions.reject(head, "has no right answer; add one that begins with \"- =\"");
        }
        if (!questions.only(head, answers, "=", "~", "*")) {
            return Optional.empty();
        }
        Optional<DrawnAnswers> read = DrawnAnswers.read(numbers.get(), answers, head.file(), faults);
        List<Question.Numeric> variants = read.stream()
                .flatMap(one -> numbers.get().kept(head.id()).stream()
                        .flatMap(values -> variant(head, text, one, values).stream()))
                .toList();
        return variants.isEmpty()
                ? Optional.empty()
                : Optional.of(variants.getFirst().withVariants(variants.subList(1, variants.size())));
    }

    private Optional<Question.Numeric> variant(
            QuestionReader.Head head, Passage text, DrawnAnswers answers, Map<String, Integer> values) {
        var filled = new Passage(text.file(), text.line(), DrawnNumbers.fill(text.text(), values));
        var drawn = new QuestionReader.Head(
                head.id(),
                DrawnNumbers.fill(head.title(), values),
                prose.renderBlocks(filled),
                head.line(),
                head.file());
        List<AnswerLine> lines = answers.lines(values);
        return questions.number(
                drawn,
                lines,
                lines.stream().filter(line -> line.hasBullet("=")).findFirst().orElseThrow());
    }
}
