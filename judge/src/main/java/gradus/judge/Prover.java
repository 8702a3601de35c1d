package gradus.judge;

import gradus.course.Arena;
import gradus.course.Coding;
import gradus.course.FailureFingerprint;
import gradus.course.Lab;
import gradus.course.Milestone;
import gradus.course.Testing;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Runs the solutions of a lab for its author, as a learner's submission runs.
public interface Prover {

    /// Runs checks on a submission, with the library and nobody's parts, and looks for no known mistake.
    ///
    /// @param seed the seed of what the checks draw; empty for those of their own
    Run run(Coding lab, Submission submission, List<Lab.Check> checks, OptionalLong seed);

    /// The same with the checks' own seeds.
    default Run run(Coding lab, Submission submission, List<Lab.Check> checks) {
        return run(lab, submission, checks, OptionalLong.empty());
    }

    /// Judges code and decisions of the author's, as a learner's are judged: a gate that has a run of its own isn't
    /// run.
    Verdict run(Coding lab, Submission submission);

    /// Judges tests that the author wrote for a lab of tests, as a learner's are judged.
    Verdict run(Testing lab, Submission submission);

    /// Runs a milestone with the library in the place of a learner's parts, and each of its ablations.
    Verdict run(Milestone lab);

    /// Judges answers that the author wrote for an arena, and the log of probes with them, as a learner's are judged.
    Verdict run(Arena lab, Submission submission);

    /// Runs a contender of an arena on a fold, with the library and nobody's parts.
    ProbeResult probe(Arena lab, String contender, int fold);

    /// A prover whose runs share JVMs, which saves starting and warming them. A run may leave something behind for the
    /// next, so what it says is about solutions of the course, never about a learner's.
    Prover sharingJvms();

    /// The wrong solution of `lab` that a failure is recognised as.
    Optional<Lab.Solution> recognise(Coding lab, FailureFingerprint failure);

    /// @param fingerprint how it failed; [FailureFingerprint#NONE] if it passed or never ran
    record Run(Verdict verdict, FailureFingerprint fingerprint) {}
}
