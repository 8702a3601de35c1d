package gradus.studio.terminal;

import gradus.course.Lesson;
import gradus.judge.Verdict.RecognisedMistake;
import gradus.studio.desk.HintReply;
import gradus.studio.terminal.ConsolePrinter.Style;
import java.util.Optional;

/// Prints hints. What a course calls a mistake or a misconception by is never shown, because it gives the answer away.
record HintPrinter(ConsolePrinter paper) {

    void print(HintReply hint) {
        String what = hint.task().orElse("The mistake in your last submission");
        paper.line(Style.BOLD, "", Style.BOLD, what + ", hint " + hint.level() + " of " + hint.total());
        paper.html("  ", hint.html());
    }

    /// What a verdict says of a known mistake: what one may have thought, the first hint, and how to get the others.
    void print(RecognisedMistake mistake, Lesson lesson) {
        Optional.ofNullable(lesson.misconceptions().get(mistake.misconception()))
                .ifPresent(belief -> paper.line("  ", "The same checks fail if one thinks: \"" + belief + "\""));
        if (mistake.hints().size() == 1) {
            paper.line("  ", "Another mistake fails in the same way. If it's yours:");
        }
        mistake.hints().stream().findFirst().ifPresent(hint -> paper.html("  ", hint));
        int more = mistake.hints().size() - 1;
        if (more > 0) {
            paper.line(
                    "  ",
                    (more == 1 ? "There is 1 more hint" : "There are " + more + " more hints")
                            + " on this mistake: `gradus hint " + lesson.id() + "`.");
        }
    }
}
