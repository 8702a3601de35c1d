package gradus.studio.terminal;

import gradus.judge.Attack;
import gradus.studio.doctor.DoctorFinding;
import gradus.studio.doctor.DoctorReport;
import gradus.studio.terminal.ConsolePrinter.Style;

/// Prints a doctor's report as text.
record DoctorPrinter(ConsolePrinter paper) {

    void print(DoctorReport report) {
        for (DoctorFinding doctorFinding : report.findings()) {
            String line = doctorFinding.subject() + ": " + doctorFinding.text() + "."
                    + (doctorFinding.remedy().isEmpty() ? "" : " " + doctorFinding.remedy());
            switch (doctorFinding.state()) {
                case OK -> paper.line(Style.GOOD, "✓ ", Style.PLAIN, line);
                case NOTE -> paper.line(Style.FAINT, "· ", Style.PLAIN, line);
                case BROKEN -> paper.line(Style.BAD, "✗ ", Style.PLAIN, line);
            }
        }
        paper.line("  Attacks on the sandbox:");
        report.health().attacks().forEach(this::print);
        paper.blankLine();
        int broken = report.brokenCount();
        paper.line(
                broken == 0
                        ? "Everything works."
                        : TablePrinter.count(broken, "problem") + " found; the lines marked ✗ say what to do.");
    }

    private void print(Attack.Outcome outcome) {
        String what = outcome.attack().title() + ": ";
        switch (outcome.result()) {
            case BLOCKED -> paper.line(Style.GOOD, "  ✓ ", Style.PLAIN, what + "blocked by " + outcome.blockedBy());
            case SUCCEEDED -> paper.line(Style.FAINT, "  · ", Style.PLAIN, what + "not blocked");
            case NOT_TRIED -> paper.line(Style.FAINT, "  · ", Style.PLAIN, what + "not tried, " + outcome.detail());
        }
    }
}
