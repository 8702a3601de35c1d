package gradus.studio.terminal;

import gradus.course.Coding;
import gradus.judge.Submission;
import gradus.judge.Verdict;
import gradus.studio.desk.DecidedVerdict;
import gradus.studio.desk.Desk;
import gradus.studio.terminal.ConsolePrinter.Style;

/// Prints the verdict on a lab of code: first the code, then the cases that were decided with it.
record CodingPrinter(ConsolePrinter paper, Desk desk, Coding lab) {

    /// @param submission what the verdict is about
    void print(Submission submission, Verdict verdict) {
        var code = new VerdictPrinter(paper, desk, lab);
        DecidedVerdict.of(lab, submission, verdict)
                .ifPresentOrElse(
                        decided -> {
                            code.print(decided.code());
                            cases(decided);
                        },
                        () -> code.print(verdict));
    }

    private void cases(DecidedVerdict decided) {
        if (!decided.cases().isEmpty()) {
            paper.blankLine();
            paper.line(Style.BOLD, "", Style.BOLD, "Your decisions: " + decided.sentence());
            new CasesPrinter(paper).print(decided.cases());
        }
    }
}
