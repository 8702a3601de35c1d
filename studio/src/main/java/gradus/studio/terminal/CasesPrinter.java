package gradus.studio.terminal;

import gradus.course.Question;
import gradus.course.answer.DecidedCase;
import gradus.studio.terminal.ConsolePrinter.Style;
import java.util.List;

/// Prints cases with what was decided, and why that is right or wrong.
record CasesPrinter(ConsolePrinter paper) {

    void print(List<DecidedCase> cases) {
        for (DecidedCase one : cases) {
            paper.blankLine();
            one.answer().ifPresentOrElse(answer -> decided(one, answer), () -> undecided(one));
        }
    }

    private void decided(DecidedCase one, Question.Answer answer) {
        paper.line(
                one.right() ? Style.GOOD : Style.BAD,
                one.right() ? "✓ " : "✗ ",
                Style.BOLD,
                one.decision().title());
        paper.html("  ", answer.html());
        paper.html("  ", answer.feedback());
    }

    private void undecided(DecidedCase one) {
        paper.line(Style.FAINT, "· ", Style.BOLD, one.decision().title());
        paper.line("  ", "You haven't decided this case yet.");
    }
}
