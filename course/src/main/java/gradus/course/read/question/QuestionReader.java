package gradus.course.read.question;

import gradus.course.CaseProgram;
import gradus.course.DidYouMean;
import gradus.course.Question;
import gradus.course.prose.Passage;
import gradus.course.prose.ProseRenderer;
import gradus.course.read.file.FaultCollector;
import gradus.course.read.outline.LessonIndex;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads questions. A malformed question is a fault and is left out.
public final class QuestionReader {

    private final ProseRenderer prose;
    private final LessonIndex index;
    private final FaultCollector faults;
    private final Set<String> misconceptions;

    public QuestionReader(ProseRenderer prose, LessonIndex index, FaultCollector faults, Set<String> misconceptions) {
        this.prose = prose;
        this.index = index;
        this.faults = faults;
        this.misconceptions = misconceptions;
    }

    /// The parts that every kind of question has.
    record Head(String id, String title, String html, int line, Path file) {}

    /// @param fences the code of the question
    record Parsed(Head head, CaseFences fences, List<AnswerLine> lines) {}

    public Optional<Question> read(Passage.HeadedPassage question) {
        return parse(question)
                .flatMap(parsed -> parsed.lines().stream().anyMatch(line -> line.hasBullet("?"))
                        ? new DrawnQuestion(this, prose, faults)
                                .read(parsed.head(), parsed.fences().shown(), parsed.lines())
                        : kind(parsed.head(), parsed.fences(), parsed.lines()));
    }

    Optional<Parsed> parse(Passage.HeadedPassage question) {
        Path file = question.body().file();
        if (question.id().isEmpty()) {
            faults.add(
                    file,
                    question.line(),
                    "The question \"" + question.title() + "\" has no id; end its heading in " + "{#id}.");
            return Optional.empty();
        }
        index.addAnchor(question.id().get(), file, question.line(), faults);
        int start = AnswerLine.start(question.body());
        CaseFences fences = CaseFences.of(question.body().slice(0, start));
        List<AnswerLine> lines = AnswerLine.parseAll(
                question.body().slice(start, question.body().lines().size()), faults);
        var head = new Head(
                question.id().get(), question.title(), prose.renderBlocks(fences.shown()), question.line(), file);
        if (lines.isEmpty()) {
            reject(head, "has no answers; write a list of them below it");
            return Optional.empty();
        }
        lines.forEach(line -> check(head, line));
        return Optional.of(new Parsed(head, fences, lines));
    }

    private Optional<Question> kind(Head head, CaseFences fences, List<AnswerLine> lines) {
        boolean inOrder = lines.stream().anyMatch(AnswerLine::isNumbered);
        if (!inOrder && fences.hasCases() && fences.hole().isEmpty()) {
            return reject(head, "has cases, but neither lines to order nor code with the word HOLE; remove the cases");
        }
        if (lines.stream().anyMatch(line -> line.hasBullet("[ ]", "[x]"))) {
            return only(head, lines, "[ ]", "[x]") ? choice(head, lines) : Optional.empty();
        }
        if (inOrder) {
            return only(head, lines, "1.", "~", "*") ? order(head, fences, lines) : Optional.empty();
        }
        Optional<AnswerLine> right =
                lines.stream().filter(line -> line.hasBullet("=")).findFirst();
        if (right.isEmpty()) {
            return reject(head, "has no right answer; add one that begins with \"- =\"");
        }
        if (!only(head, lines, "=", "~", "*")) {
            return Optional.empty();
        }
        if (ToleranceParser.parse(right.get().text()).isPresent()) {
            return number(head, lines, right.get()).map(Question.class::cast);
        }
        return right.get().isCode() && fences.hole().isPresent() ? hole(head, fences, lines) : phrase(head, lines);
    }

    private Optional<Question> choice(Head head, List<AnswerLine> lines) {
        long right = lines.stream().filter(line -> line.hasBullet("[x]")).count();
        if (right != 1) {
            return reject(
                    head,
                    right == 0
                            ? "has no right answer; mark one with \"- [x]\""
                            : "has " + right + " right answers; keep one \"- [x]\"");
        }
        if (lines.size() < 2) {
            return reject(head, "has only one answer; add a wrong one with \"- [ ]\"");
        }
        return Optional.of(
                new Question.MultipleChoice(head.id(), head.title(), head.html(), answers(head, lines), head.line()));
    }

    private Optional<Question> phrase(Head head, List<AnswerLine> lines) {
        String feedback = defaultFeedback(head, lines);
        return feedback.isEmpty()
                ? Optional.empty()
                : Optional.of(new Question.ShortAnswer(
                        head.id(), head.title(), head.html(), answers(head, lines), feedback, head.line()));
    }

    private Optional<Question> hole(Head head, CaseFences fences, List<AnswerLine> lines) {
        CaseFences.Result program = fences.holeProgram();
        String feedback = defaultFeedback(head, lines);
        List<Question.Answer> answers = answers(head, lines);
        return switch (program) {
            case CaseFences.Result.Faulty faulty -> reject(head, faulty.what());
            case CaseFences.Result.Complete complete -> {
                Optional<String> misfit = CaseFences.misfit(complete.program(), answers);
                yield misfit.isPresent()
                        ? reject(head, misfit.get())
                        : feedback.isEmpty()
                                ? Optional.empty()
                                : Optional.of(new Question.Hole(
                                        head.id(),
                                        head.title(),
                                        head.html(),
                                        complete.program(),
                                        answers,
                                        feedback,
                                        head.line()));
            }
        };
    }

    Optional<Question.Numeric> number(Head head, List<AnswerLine> lines, AnswerLine right) {
        boolean numbers = true;
        for (AnswerLine line : lines) {
            if (line.hasBullet("=", "~") && ToleranceParser.parse(line.text()).isEmpty()) {
                faults.add(
                        head.file(),
                        line.line(),
                        "The answer \"" + line.text() + "\" is not a number, but the question \"" + head.id()
                                + "\" asks for one.");
                numbers = false;
            }
        }
        String feedback = defaultFeedback(head, lines);
        return numbers && !feedback.isEmpty()
                ? Optional.of(new Question.Numeric(
                        head.id(),
                        head.title(),
                        head.html(),
                        ToleranceParser.parse(right.text()).orElseThrow(),
                        answers(head, lines),
                        feedback,
                        head.line()))
                : Optional.empty();
    }

    private Optional<Question> order(Head head, CaseFences fences, List<AnswerLine> lines) {
        List<AnswerLine> numbered =
                lines.stream().filter(AnswerLine::isNumbered).toList();
        for (int i = 0; i < numbered.size(); i++) {
            if (!numbered.get(i).bullet().equals(i + 1 + ".")) {
                faults.add(
                        head.file(),
                        numbered.get(i).line(),
                        "The line is numbered " + numbered.get(i).bullet() + ", expected " + (i + 1)
                                + ".; correct it.");
            }
        }
        List<String> solution =
                numbered.stream().map(AnswerLine::withoutBackticks).toList();
        List<Question.Answer> distractors = answers(head, lines);
        if (solution.stream().distinct().count() < 2) {
            return reject(head, "has nothing to put in order; give at least two different lines");
        }
        List<String> others = distractors.stream().map(Question.Answer::text).toList();
        if (others.stream().anyMatch(solution::contains)) {
            return reject(head, "has the same line in the solution and as a distractor; change one of them");
        }
        Optional<CaseProgram> program = Optional.empty();
        if (fences.hasCases()) {
            switch (fences.orderProgram()) {
                case CaseFences.Result.Faulty faulty -> {
                    return reject(head, faulty.what());
                }
                case CaseFences.Result.Complete complete -> program = Optional.of(complete.program());
            }
        }
        String why = defaultFeedback(head, lines);
        return why.isEmpty()
                ? Optional.empty()
                : Optional.of(new Question.Ordering(
                        head.id(),
                        head.title(),
                        head.html(),
                        solution,
                        distractors,
                        LineShuffler.shuffle(head.id(), solution, others),
                        program,
                        why,
                        head.line()));
    }

    private void check(Head head, AnswerLine line) {
        if (line.text().isEmpty()) {
            faults.add(head.file(), line.line(), "The answer is empty; fill it in.");
        }
        if (line.feedback().isEmpty() && !line.isNumbered()) {
            faults.add(
                    head.file(),
                    line.line(),
                    "The answer \"" + line.text() + "\" has no feedback; write \" :: \" "
                            + "and why it is right or wrong.");
        }
        line.misconception().ifPresent(id -> {
            if (misconceptions.contains(id)) {
                index.misconceptions.add(new LessonIndex.Mention(id, head.file(), line.line()));
            } else {
                faults.add(
                        head.file(),
                        line.line(),
                        "Unknown misconception \"" + id + "\"" + DidYouMean.hint(id, misconceptions));
            }
        });
    }

    List<Question.Answer> answers(Head head, List<AnswerLine> lines) {
        return lines.stream()
                .filter(line -> line.hasBullet("[ ]", "[x]", "=", "~"))
                .map(line -> new Question.Answer(
                        ToleranceParser.value(line.withoutBackticks()),
                        prose.renderInline(head.file(), line.line(), line.text()),
                        line.hasBullet("[x]", "="),
                        line.feedback()
                                .map(why -> prose.renderInline(head.file(), line.line(), why))
                                .orElse(""),
                        line.misconception()))
                .toList();
    }

    /// The feedback for answers that aren't in the list; empty if it is missing.
    private String defaultFeedback(Head head, List<AnswerLine> lines) {
        List<AnswerLine> said =
                lines.stream().filter(line -> line.hasBullet("*")).toList();
        if (said.size() != 1) {
            reject(
                    head,
                    said.isEmpty()
                            ? "has no feedback for other answers; end it with a line that begins with \"- *\""
                            : "has " + said.size() + " lines \"- *\"; keep one");
            return "";
        }
        return prose.renderInline(
                head.file(), said.getFirst().line(), said.getFirst().text());
    }

    /// Whether every line has one of the `bullets`, where `1.` stands for any number. Reports the first
    /// other line as a fault.
    boolean only(Head head, List<AnswerLine> lines, String... bullets) {
        List<String> kinds = List.of(bullets);
        Optional<AnswerLine> other = lines.stream()
                .filter(line -> !kinds.contains(line.isNumbered() ? "1." : line.bullet()))
                .findFirst();
        other.ifPresent(line -> faults.add(
                head.file(),
                line.line(),
                "An answer that begins with \"- " + line.bullet() + "\" does not match the other answers of \""
                        + head.id() + "\"; use one kind of answer."));
        return other.isEmpty();
    }

    Optional<Question> reject(Head head, String what) {
        faults.add(head.file(), head.line(), "The question \"" + head.id() + "\" " + what + ".");
        return Optional.empty();
    }
}
