package gradus.judge;

import gradus.course.Arena;
import gradus.course.Coding;
import gradus.course.Lab;
import gradus.course.Milestone;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// Checks a submission and explains what is right and what is wrong with it. Learners and authors use the
/// same judge.
public interface Judge extends AutoCloseable {

    /// Judges a submission. Code is run by every check, first with the library, then with `learnerParts`; decisions are
    /// compared with the key, also those that are handed in with code; a milestone runs with `learnerParts`.
    Verdict judge(Lab lab, Submission submission, LearnerParts learnerParts, Consumer<ProgressEvent> progressListener);

    /// Judges a submission, and if its checks pass, runs the gate that has a run of its own: in the compute profile,
    /// with `learnerParts` where they still fit.
    ///
    /// @throws java.util.concurrent.CancellationException if it was cancelled
    Verdict runGate(
            Coding lab,
            Submission submission,
            LearnerParts learnerParts,
            Cancellation cancellation,
            Consumer<ProgressEvent> progressListener);

    /// Runs the checks of a milestone in the compute profile: with `learnerParts`, among which must be those that it
    /// names; with the library; and, if the first run passes, with each ablation.
    ///
    /// @throws java.util.concurrent.CancellationException if it was cancelled
    Verdict runMilestone(
            Milestone lab,
            LearnerParts learnerParts,
            Cancellation cancellation,
            Consumer<ProgressEvent> progressListener);

    /// Runs a contender of an arena on a fold, with `learnerParts` where they still fit.
    ///
    /// @param contender the id of one of its contenders
    /// @param fold from 0
    /// @throws java.util.concurrent.CancellationException if it was cancelled
    ProbeResult probe(Arena lab, String contender, int fold, LearnerParts learnerParts, Cancellation cancellation);

    /// Runs only the visible checks, to try things out. Never recorded, never compared with wrong solutions.
    Verdict runVisibleChecks(
            Coding lab, Submission submission, LearnerParts learnerParts, Consumer<ProgressEvent> progressListener);

    /// What keeps unfinished code from compiling, each with its explanation. Nothing runs. Empty as well if the
    /// compiler can't say.
    List<Verdict.Problem> problems(Coding lab, Submission submission);

    /// Announces that somebody is working on this lab, so that the judge can prepare for its next verdict.
    default void prepareFor(Lab lab) {}

    /// What the sandbox blocks on this machine. The self-test runs once, in the background, when this is
    /// first called.
    CompletableFuture<SelfTestReport> health();

    @Override
    void close();
}
