package gradus.course.read.question;

import gradus.course.CaseProgram;
import gradus.course.CaseProgram.Hole;
import gradus.course.Question;
import gradus.course.answer.AnswerInserter;
import gradus.course.prose.Passage;
import gradus.course.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The code fences of a question from which a program with cases is made: the code with the hole, which is shown;
/// and `java around` and `java cases`, which aren't.
///
/// @param shown the text of the question without the fences that aren't shown
/// @param hole the code of the first Java fence with the word `HOLE`
/// @param around the code around that, or around lines to order, in which `CODE` stands for it
record CaseFences(Passage shown, Optional<String> hole, Optional<String> around, List<String> cases) {

    private static final Pattern WORD = Pattern.compile("\\b" + CaseProgram.WORD + "\\b");
    private static final Pattern CODE = Pattern.compile("(?m)^[ \\t]*CODE[ \\t]*$");
    private static final Pattern OWN_LINE = Pattern.compile("(?m)(?:\\A|[{};)][ \\t]*\\R)\\s*HOLE;?[ \\t]*$");

    sealed interface Result {

        record Complete(CaseProgram program) implements Result {}

        /// @param what is wrong, as the end of a sentence about the question
        record Faulty(String what) implements Result {}
    }

    static CaseFences of(Passage text) {
        var shown = new ArrayList<String>();
        var hole = new ArrayList<String>();
        var around = new ArrayList<String>();
        var cases = new ArrayList<String>();
        List<String> lines = text.lines();
        boolean[] code = Passage.insideFence(lines);
        int at = 0;
        while (at < lines.size()) {
            String info = lines.get(at).strip().replaceAll("\\s+", " ");
            int end = at + 1;
            if (code[at]) {
                String fence = info.replaceAll("[^`].*$", "");
                while (end < lines.size() && !lines.get(end).strip().equals(fence)) {
                    end++;
                }
                end = Math.min(end + 1, lines.size());
            }
            List<String> block = lines.subList(at, end);
            String content = block.size() < 2 ? "" : String.join("\n", block.subList(1, block.size() - 1)) + "\n";
            boolean hidden = info.matches("`+java (around|cases)");
            if (info.matches("`+java around")) {
                around.add(content);
            } else if (info.matches("`+java cases")) {
                content.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .forEach(cases::add);
            } else if (info.matches("`+java\\b.*") && WORD.matcher(content).find()) {
                hole.add(content);
            }
            // A blank line in place of each hidden one, so that faults keep their lines.
            block.forEach(line -> shown.add(hidden ? "" : line));
            at = end;
        }
        return new CaseFences(
                new Passage(text.file(), text.line(), String.join("\n", shown) + (shown.isEmpty() ? "" : "\n")),
                hole.stream().findFirst(),
                around.stream().findFirst(),
                cases);
    }

    /// Whether there is a fence for running answers.
    boolean hasCases() {
        return !cases.isEmpty() || around.isPresent();
    }

    /// The program with the hole that is shown.
    Result holeProgram() {
        String shownCode = hole.orElseThrow();
        if (WORD.matcher(shownCode).results().count() != 1) {
            return new Result.Faulty("has the word HOLE more than once; keep one hole");
        }
        boolean statements = OWN_LINE.matcher(shownCode).find();
        String code = statements ? shownCode.replace(CaseProgram.WORD + ";", CaseProgram.WORD) : shownCode;
        return around.isEmpty()
                ? complete(code, statements ? Hole.STATEMENTS : Hole.EXPRESSION)
                : surrounded(code, statements ? Hole.STATEMENTS : Hole.EXPRESSION);
    }

    /// The program whose hole is for lines in order.
    Result orderProgram() {
        return around.isEmpty()
                ? new Result.Faulty("has cases, but no code to call; add a ```java around fence with a line CODE")
                : surrounded(CaseProgram.WORD + "\n", Hole.LINES);
    }

    private Result surrounded(String code, Hole kind) {
        String outer = around.orElseThrow();
        if (CODE.matcher(outer).results().count() != 1) {
            return new Result.Faulty("needs exactly one line CODE in its ```java around fence, where its code belongs");
        }
        return complete(CODE.matcher(outer).replaceFirst(Matcher.quoteReplacement(code.stripTrailing())), kind);
    }

    private Result complete(String code, Hole kind) {
        if (cases.isEmpty()) {
            return new Result.Faulty(
                    "has no cases to run its answers on; add a ```java cases fence below its code, with one call a line");
        }
        Optional<String> noCase = cases.stream()
                .filter(line -> !AnswerInserter.isExpression(line))
                .findFirst();
        if (noCase.isPresent()) {
            return new Result.Faulty(
                    "has a case that isn't one expression: " + noCase.get() + "; write one call a line");
        }
        String sample = kind == Hole.EXPRESSION ? code : WORD.matcher(code).replaceFirst(";");
        Optional<SyntaxTree.ParseError> error =
                SyntaxTree.parse(sample).parseErrors().stream().findFirst();
        return kind != Hole.LINES && error.isPresent()
                ? new Result.Faulty("has code that does not parse as a program: "
                        + error.get().message() + "; add a ```java around fence with what it leaves out")
                : new Result.Complete(new CaseProgram(code, kind, cases));
    }

    /// What is wrong with the first known answer that isn't what the hole wants.
    static Optional<String> misfit(CaseProgram program, List<Question.Answer> answers) {
        for (Question.Answer answer : answers) {
            if (AnswerInserter.insert(program, answer.text()) instanceof AnswerInserter.Result.Refused refused) {
                return Optional.of("has the answer \"" + answer.text() + "\", which doesn't fit its hole: "
                        + refused.reason().replaceAll("\\.$", ""));
            }
        }
        return Optional.empty();
    }
}
