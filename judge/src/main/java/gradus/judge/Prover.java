package gradus.judge;

import gradus.course.FailureFingerprint;
import gradus.course.Lab;
import java.util.List;
import java.util.Optional;

/// Runs the solutions of a lab for its author, as a learner's submission runs.
public interface Prover {

    /// Runs checks on a submission, with the library and nobody's parts, and looks for no known mistake.
    Run run(Lab lab, Submission submission, List<Lab.Check> checks);

    /// The same, where what the checks draw comes from `seed` and not from the seeds of their own.
    Run run(Lab lab, Submission submission, List<Lab.Check> checks, long seed);

    /// The wrong solution of `lab` that a failure is recognised as.
    Optional<Lab.Solution> recognise(Lab lab, FailureFingerprint failure);

    /// @param fingerprint how it failed; [FailureFingerprint#NONE] if it passed or never ran
    record Run(Verdict verdict, FailureFingerprint fingerprint) {}
}
