package gradus.course.read;

import gradus.course.Nearest;
import gradus.course.Question;
import gradus.course.prose.Passage;
import gradus.course.prose.Prose;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads a question; one that is malformed is a fault, and is left out.
final class QuestionReader {

    private final Prose prose;
    private final Gathered gathered;
    private final Faults faults;
    private final Set<String> misconceptions;

    QuestionReader(Prose prose, Gathered gathered, Faults faults, Set<String> misconceptions) {
        this.prose = prose;
        this.gathered = gathered;
        this.faults = faults;
        this.misconceptions = misconceptions;
    }

    /// The parts that every kind of question has.
    private record Head(String id, String title, String html, int line, Path file) {}

    Optional<Question> read(Passage.Headed headed) {
        Path file = headed.body().file();
        if (headed.id().isEmpty()) {
            faults.add(
                    file,
                    headed.line(),
                    "The question \"" + headed.title() + "\" has no id; end its heading in " + "{#id}.");
            return Optional.empty();
        }
        gathered.anchor(headed.id().get(), file, headed.line(), faults);
        int start = AnswerLine.start(headed.body());
        Passage text = headed.body().part(0, start);
        List<AnswerLine> lines =
                AnswerLine.all(headed.body().part(start, headed.body().lines().size()), faults);
        var head = new Head(headed.id().get(), headed.title(), prose.html(text), headed.line(), file);
        if (lines.isEmpty()) {
            return none(head, "has no answers; write a list of them below it");
        }
        lines.forEach(line -> check(head, line));
        return kind(head, lines);
    }

    private Optional<Question> kind(Head head, List<AnswerLine> lines) {
        if (lines.stream().anyMatch(line -> line.is("[ ]", "[x]"))) {
            return only(head, lines, "[ ]", "[x]") ? choice(head, lines) : Optional.empty();
        }
        if (lines.stream().anyMatch(AnswerLine::numbered)) {
            return only(head, lines, "1.", "~", "*") ? order(head, lines) : Optional.empty();
        }
        Optional<AnswerLine> right = lines.stream().filter(line -> line.is("=")).findFirst();
        if (right.isEmpty()) {
            return none(head, "has no right answer; add one that begins with \"- =\"");
        }
        if (!only(head, lines, "=", "~", "*")) {
            return Optional.empty();
        }
        return Tolerance.of(right.get().text()).isPresent() ? number(head, lines, right.get()) : phrase(head, lines);
    }

    private Optional<Question> choice(Head head, List<AnswerLine> lines) {
        long right = lines.stream().filter(line -> line.is("[x]")).count();
        if (right != 1) {
            return none(
                    head,
                    right == 0
                            ? "has no right answer; mark one with \"- [x]\""
                            : "has " + right + " right answers; keep one \"- [x]\"");
        }
        if (lines.size() < 2) {
            return none(head, "has one answer only; add a wrong one with \"- [ ]\"");
        }
        return Optional.of(
                new Question.Choice(head.id(), head.title(), head.html(), answers(head, lines), head.line()));
    }

    private Optional<Question> phrase(Head head, List<AnswerLine> lines) {
        String otherwise = otherwise(head, lines);
        return otherwise.isEmpty()
                ? Optional.empty()
                : Optional.of(new Question.Phrase(
                        head.id(), head.title(), head.html(), answers(head, lines), otherwise, head.line()));
    }

    private Optional<Question> number(Head head, List<AnswerLine> lines, AnswerLine right) {
        boolean numbers = true;
        for (AnswerLine line : lines) {
            if (line.is("=", "~") && Tolerance.of(line.text()).isEmpty()) {
                faults.add(
                        head.file(),
                        line.line(),
                        "The answer \"" + line.text() + "\" is not a number, and the " + "question \"" + head.id()
                                + "\" asks for one.");
                numbers = false;
            }
        }
        String otherwise = otherwise(head, lines);
        return numbers && !otherwise.isEmpty()
                ? Optional.of(new Question.Number(
                        head.id(),
                        head.title(),
                        head.html(),
                        Tolerance.of(right.text()).orElseThrow(),
                        answers(head, lines),
                        otherwise,
                        head.line()))
                : Optional.empty();
    }

    private Optional<Question> order(Head head, List<AnswerLine> lines) {
        List<AnswerLine> numbered = lines.stream().filter(AnswerLine::numbered).toList();
        for (int i = 0; i < numbered.size(); i++) {
            if (!numbered.get(i).mark().equals(i + 1 + ".")) {
                faults.add(
                        head.file(),
                        numbered.get(i).line(),
                        "The line is numbered " + numbered.get(i).mark() + " where " + (i + 1) + ". was expected.");
            }
        }
        List<String> solution = numbered.stream().map(AnswerLine::plain).toList();
        List<Question.Answer> distractors = answers(head, lines);
        if (solution.stream().distinct().count() < 2) {
            return none(head, "has nothing to put in order; give two different lines at least");
        }
        List<String> others = distractors.stream().map(Question.Answer::text).toList();
        if (others.stream().anyMatch(solution::contains)) {
            return none(head, "has a line that both belongs and does not; change one of the two");
        }
        String why = otherwise(head, lines);
        return why.isEmpty()
                ? Optional.empty()
                : Optional.of(new Question.Order(
                        head.id(),
                        head.title(),
                        head.html(),
                        solution,
                        distractors,
                        Shuffle.of(head.id(), solution, others),
                        why,
                        head.line()));
    }

    private void check(Head head, AnswerLine line) {
        if (line.text().isEmpty()) {
            faults.add(head.file(), line.line(), "The answer is empty.");
        }
        if (line.why().isEmpty() && !line.numbered()) {
            faults.add(
                    head.file(),
                    line.line(),
                    "The answer \"" + line.text() + "\" has no feedback; write \" :: \" "
                            + "and why it is right or wrong.");
        }
        line.misconception().ifPresent(id -> {
            if (misconceptions.contains(id)) {
                gathered.misconceptions.add(new Gathered.Mention(id, head.file(), line.line()));
            } else {
                faults.add(
                        head.file(),
                        line.line(),
                        "Unknown misconception \"" + id + "\"" + Nearest.hint(id, misconceptions));
            }
        });
    }

    private List<Question.Answer> answers(Head head, List<AnswerLine> lines) {
        return lines.stream()
                .filter(line -> line.is("[ ]", "[x]", "=", "~"))
                .map(line -> new Question.Answer(
                        Tolerance.value(line.plain()),
                        prose.inline(head.file(), line.line(), line.text()),
                        line.is("[x]", "="),
                        line.why()
                                .map(why -> prose.inline(head.file(), line.line(), why))
                                .orElse(""),
                        line.misconception()))
                .toList();
    }

    /// What is said of an answer that nobody foresaw.
    private String otherwise(Head head, List<AnswerLine> lines) {
        List<AnswerLine> said = lines.stream().filter(line -> line.is("*")).toList();
        if (said.size() != 1) {
            none(
                    head,
                    said.isEmpty()
                            ? "says nothing of other answers; end it with a line that begins with \"- *\""
                            : "has " + said.size() + " lines \"- *\"; keep one");
            return "";
        }
        return prose.inline(head.file(), said.getFirst().line(), said.getFirst().text());
    }

    /// Whether every line is of one of the kinds `marks`; `1.` stands for any number.
    private boolean only(Head head, List<AnswerLine> lines, String... marks) {
        List<String> kinds = List.of(marks);
        Optional<AnswerLine> other = lines.stream()
                .filter(line -> !kinds.contains(line.numbered() ? "1." : line.mark()))
                .findFirst();
        other.ifPresent(line -> faults.add(
                head.file(),
                line.line(),
                "An answer that begins with \"- " + line.mark() + "\" does not go with the others of \"" + head.id()
                        + "\"."));
        return other.isEmpty();
    }

    private Optional<Question> none(Head head, String what) {
        faults.add(head.file(), head.line(), "The question \"" + head.id() + "\" " + what + ".");
        return Optional.empty();
    }
}
