package gradus.studio.doctor;

import gradus.judge.SelfTestReport;
import java.util.List;

/// The doctor's findings, and the result of the judge's self-test.
public record DoctorReport(List<DoctorFinding> findings, SelfTestReport health) {

    public DoctorReport {
        findings = List.copyOf(findings);
    }

    /// The number of findings that are broken.
    public int brokenCount() {
        return (int) findings.stream()
                .filter(it -> it.state() == DoctorFinding.State.BROKEN)
                .count();
    }
}
