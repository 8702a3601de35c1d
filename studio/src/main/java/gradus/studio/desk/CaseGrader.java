package gradus.studio.desk;

import gradus.course.Assessment;
import gradus.course.CaseProgram;
import gradus.course.Coding;
import gradus.course.Grade;
import gradus.course.Question;
import gradus.judge.AnswerBehaviour;
import gradus.judge.AnswerBehaviour.CaseResult;
import gradus.judge.AnswerRunner;
import java.util.Optional;

/// Grades answers, and runs those that must be run on cases: one that gives what a known answer gives on every
/// case gets its feedback.
final class CaseGrader {

    private final AnswerRunner runner;

    CaseGrader(AnswerRunner runner) {
        this.runner = runner;
    }

    Grade grade(Question question, String answer, Optional<Coding> lab) {
        return switch (question.assess(answer)) {
            case Assessment.Graded graded -> graded.grade();
            case Assessment.NeedsRun run -> grade(run, lab);
        };
    }

    private Grade grade(Assessment.NeedsRun needed, Optional<Coding> lab) {
        return switch (runner.run(needed.program(), needed.answer(), lab)) {
            case AnswerBehaviour.Ran ran -> compare(needed, ran, lab);
            case AnswerBehaviour.Refused refused -> new Grade.Unreadable(text(refused.reason()));
            case AnswerBehaviour.DidNotCompile failed -> doesNotCompile(needed, failed);
            case AnswerBehaviour.Stopped stopped ->
                wrong(
                        call(needed.program(), stopped.finished()) + " gave no result: " + text(stopped.how()) + ".",
                        needed);
            case AnswerBehaviour.NotRun notRun -> notGraded(notRun.reason());
        };
    }

    private Grade compare(Assessment.NeedsRun needed, AnswerBehaviour.Ran ran, Optional<Coding> lab) {
        Optional<AnswerBehaviour.Ran> expected = Optional.empty();
        for (Question.Answer known : needed.answers()) {
            if (known.right() && expected.isPresent()) {
                continue;
            }
            if (!(runner.runKnown(needed.program(), known.text(), lab) instanceof AnswerBehaviour.Ran wanted)) {
                return notGraded("the course's own answer doesn't run here");
            }
            if (ran.firstDifference(wanted).isEmpty()) {
                return known.right()
                        ? new Grade.Right(known.feedback())
                        : new Grade.Wrong(known.feedback(), known.misconception());
            }
            expected = known.right() ? Optional.of(wanted) : expected;
        }
        return differs(needed, ran, expected.orElseThrow());
    }

    private static Grade differs(Assessment.NeedsRun needed, AnswerBehaviour.Ran ran, AnswerBehaviour.Ran expected) {
        int at = ran.firstDifference(expected).orElseThrow();
        String call = call(needed.program(), at);
        String got = switch (ran.results().get(at)) {
            case CaseResult.Gave gave -> "yours gives " + code(gave.value());
            case CaseResult.Threw threw -> "yours throws " + code(threw.exception());
        };
        String wanted = switch (expected.results().get(at)) {
            case CaseResult.Gave gave -> "should give " + code(gave.value());
            case CaseResult.Threw threw -> "should throw " + code(threw.exception());
        };
        return wrong(call + " " + wanted + "; " + got + ".", needed);
    }

    /// A slip of the pen shows nothing. But whether lines compile follows from their order, which was asked for.
    private static Grade doesNotCompile(Assessment.NeedsRun needed, AnswerBehaviour.DidNotCompile failed) {
        String message = code(failed.message().lines().findFirst().orElse(""));
        String why = failed.explanation().isEmpty() ? "" : " " + text(failed.explanation());
        return needed.program().hole() == CaseProgram.Hole.LINES
                ? wrong("In this order, the lines don't compile: " + message + "." + why, needed)
                : new Grade.Unreadable("This doesn't compile: " + message + "." + why);
    }

    private static Grade wrong(String html, Assessment.NeedsRun needed) {
        return new Grade.Wrong(html + " " + needed.otherFeedback(), Optional.empty());
    }

    private static Grade notGraded(String reason) {
        return new Grade.NotGraded("Your answer couldn't be run, because " + text(reason)
                + ". Nothing was recorded. Answer again; if it stays so, run <code>gradus doctor</code>.");
    }

    private static String call(CaseProgram program, int index) {
        return code(program.cases().get(index));
    }

    private static String code(String code) {
        return "<code>" + text(code) + "</code>";
    }

    private static String text(String plain) {
        return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
