package gradus.studio.terminal;

import gradus.judge.Deed;
import gradus.studio.doctor.DoctorReport;
import gradus.studio.doctor.Finding;
import gradus.studio.terminal.Paper.Ink;

/// What the doctor found, for a person.
record DoctorText(Paper paper) {

    void print(DoctorReport report) {
        for (Finding finding : report.findings()) {
            String told = finding.what() + ": " + finding.text() + "."
                    + (finding.remedy().isEmpty() ? "" : " " + finding.remedy());
            switch (finding.state()) {
                case WELL -> paper.line(Ink.GOOD, "✓ ", Ink.PLAIN, told);
                case NOTE -> paper.line(Ink.FAINT, "· ", Ink.PLAIN, told);
                case BROKEN -> paper.line(Ink.BAD, "✗ ", Ink.PLAIN, told);
            }
        }
        paper.line("  A submission that tried to …");
        report.health().deeds().forEach(this::print);
        paper.gap();
        int broken = report.broken();
        paper.line(
                broken == 0
                        ? "All is well."
                        : Tables.count(broken, "thing") + (broken == 1 ? " is" : " are")
                                + " broken; a line that begins with ✗ says what to do.");
    }

    private void print(Deed.Outcome outcome) {
        String what = "… " + outcome.deed().title() + " ";
        switch (outcome.result()) {
            case HELD -> paper.line(Ink.GOOD, "  ✓ ", Ink.PLAIN, what + "was held by " + outcome.by());
            case THROUGH -> paper.line(Ink.FAINT, "  · ", Ink.PLAIN, what + "got through");
            case UNTRIED -> paper.line(Ink.FAINT, "  · ", Ink.PLAIN, what + "was not tried: " + outcome.answer());
        }
    }
}
