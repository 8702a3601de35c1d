package gradus.course.read.question;

import gradus.course.Decision;
import gradus.course.prose.Passage;
import gradus.course.read.question.QuestionReader.Head;
import java.util.List;
import java.util.Optional;

/// Reads the cases of an audit. They are written like a multiple choice, but several answers may be right.
public final class DecisionReader {

    private final QuestionReader questions;

    public DecisionReader(QuestionReader questions) {
        this.questions = questions;
    }

    public Optional<Decision> read(Passage.HeadedPassage section) {
        return questions
                .parse(section)
                .filter(parsed -> questions.only(parsed.head(), parsed.lines(), "[ ]", "[x]"))
                .flatMap(parsed -> decision(parsed.head(), parsed.lines()));
    }

    private Optional<Decision> decision(Head head, List<AnswerLine> lines) {
        Optional<String> missing = List.of("[x]", "[ ]").stream()
                .filter(bullet -> lines.stream().noneMatch(line -> line.hasBullet(bullet)))
                .findFirst();
        if (missing.isPresent()) {
            questions.reject(
                    head,
                    "has no " + (missing.get().equals("[x]") ? "right" : "wrong") + " answer; mark one with \"- "
                            + missing.get() + "\"");
            return Optional.empty();
        }
        return Optional.of(
                new Decision(head.id(), head.title(), head.html(), questions.answers(head, lines), head.line()));
    }
}
