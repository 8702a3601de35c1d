package gradus.studio.doctor;

import gradus.judge.Health;
import java.util.List;

/// Everything that was found, and what the judge's self-test came to.
public record DoctorReport(List<Finding> findings, Health health) {

    public DoctorReport {
        findings = List.copyOf(findings);
    }

    /// How many things are broken.
    public int brokenCount() {
        return (int) findings.stream()
                .filter(it -> it.state() == Finding.State.BROKEN)
                .count();
    }
}
