package gradus.judge.local;

import gradus.course.Coding;
import gradus.course.FailureFingerprint;
import gradus.course.Lab;
import gradus.course.Testing;
import gradus.judge.LearnerParts;
import gradus.judge.Prover;
import gradus.judge.Submission;
import gradus.judge.Verdict;
import gradus.judge.local.SubmissionRun.Grading;
import gradus.judge.run.RequestedChecks;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Runs the solutions of labs in JVMs of their own, as if they were graded, or in JVMs that they share.
final class LocalProver implements Prover {

    private final LocalJudge judge;
    private final Grading grading;

    LocalProver(LocalJudge judge, Grading grading) {
        this.judge = judge;
        this.grading = grading;
    }

    @Override
    public Run run(Coding lab, Submission submission, List<Lab.Check> checks, OptionalLong seed) {
        return judge.run(lab, submission, new RequestedChecks(checks, seed), grading);
    }

    @Override
    public Verdict run(Testing lab, Submission submission) {
        return judge.judge(lab, submission, LearnerParts.NONE, _ -> {});
    }

    @Override
    public Prover sharingJvms() {
        return new LocalProver(judge, Grading.NO);
    }

    @Override
    public Optional<Lab.Solution> recognise(Coding lab, FailureFingerprint failure) {
        return judge.recognise(lab, failure);
    }
}
