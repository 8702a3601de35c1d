package gradus.studio.terminal;

import gradus.judge.Attack;
import gradus.studio.doctor.DoctorReport;
import gradus.studio.doctor.Finding;
import gradus.studio.terminal.ConsolePrinter.Style;

/// What the doctor found, for a person.
record DoctorPrinter(ConsolePrinter paper) {

    void print(DoctorReport report) {
        for (Finding finding : report.findings()) {
            String told = finding.subject() + ": " + finding.text() + "."
                    + (finding.remedy().isEmpty() ? "" : " " + finding.remedy());
            switch (finding.state()) {
                case OK -> paper.line(Style.GOOD, "✓ ", Style.PLAIN, told);
                case NOTE -> paper.line(Style.FAINT, "· ", Style.PLAIN, told);
                case BROKEN -> paper.line(Style.BAD, "✗ ", Style.PLAIN, told);
            }
        }
        paper.line("  A submission that tried to …");
        report.health().attacks().forEach(this::print);
        paper.blankLine();
        int broken = report.brokenCount();
        paper.line(
                broken == 0
                        ? "All is well."
                        : TablePrinter.count(broken, "thing") + (broken == 1 ? " is" : " are")
                                + " broken; a line that begins with ✗ says what to do.");
    }

    private void print(Attack.Outcome outcome) {
        String what = "… " + outcome.attack().title() + " ";
        switch (outcome.result()) {
            case BLOCKED -> paper.line(Style.GOOD, "  ✓ ", Style.PLAIN, what + "was held by " + outcome.blockedBy());
            case SUCCEEDED -> paper.line(Style.FAINT, "  · ", Style.PLAIN, what + "got through");
            case NOT_TRIED -> paper.line(Style.FAINT, "  · ", Style.PLAIN, what + "was not tried: " + outcome.detail());
        }
    }
}
