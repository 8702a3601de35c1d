package gradus.judge.local;

import gradus.course.Arena;
import gradus.course.Coding;
import gradus.course.FailureFingerprint;
import gradus.course.Lab;
import gradus.course.Milestone;
import gradus.course.Testing;
import gradus.judge.Cancellation;
import gradus.judge.LearnerParts;
import gradus.judge.ProbeResult;
import gradus.judge.Prover;
import gradus.judge.Submission;
import gradus.judge.Verdict;
import gradus.judge.local.SubmissionRun.Grading;
import gradus.judge.run.RequestedChecks;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// Runs the solutions of labs in JVMs of their own, as if they were graded, or in JVMs that they share.
final class LocalProver implements Prover {

    private final LocalJudge judge;
    private final JudgeEngine engine;
    private final Grading grading;

    LocalProver(LocalJudge judge, JudgeEngine engine, Grading grading) {
        this.judge = judge;
        this.engine = engine;
        this.grading = grading;
    }

    /// A gate that has a run of its own runs after the other checks, if they pass.
    @Override
    public Run run(Coding lab, Submission submission, List<Lab.Check> checks, OptionalLong seed) {
        if (lab.gateRun().isEmpty()) {
            return judge.run(lab, submission, new RequestedChecks(checks, seed), grading);
        }
        List<Lab.Check> quick =
                checks.stream().filter(check -> !lab.isGate(check)).toList();
        List<Lab.Check> gate = checks.stream().filter(lab::isGate).toList();
        if (quick.isEmpty()) {
            return judge.run(lab.atGate(), submission, new RequestedChecks(gate, seed), grading);
        }
        Run first = judge.run(lab, submission, new RequestedChecks(quick, seed), grading);
        if (gate.isEmpty() || !(first.verdict() instanceof Verdict.Passed passed)) {
            return first;
        }
        Run second = judge.run(lab.atGate(), submission, new RequestedChecks(gate, seed), grading);
        return second.verdict() instanceof Verdict.Passed gated
                ? new Run(
                        new Verdict.Passed(
                                Stream.concat(passed.checks().stream(), gated.checks().stream())
                                        .toList(),
                                passed.integration(),
                                passed.remarks(),
                                passed.resourceUsage(),
                                passed.output()),
                        FailureFingerprint.NONE)
                : second;
    }

    @Override
    public Verdict run(Coding lab, Submission submission) {
        return judge.judge(lab, submission, LearnerParts.NONE, _ -> {});
    }

    @Override
    public Verdict run(Testing lab, Submission submission) {
        return judge.judge(lab, submission, LearnerParts.NONE, _ -> {});
    }

    @Override
    public Verdict run(Milestone lab) {
        return JudgeFaults.caught(() -> new MilestoneRun(engine, lab, new Cancellation(), _ -> {}).prove());
    }

    @Override
    public Verdict run(Arena lab, Submission submission) {
        return judge.judge(lab, submission, LearnerParts.NONE, _ -> {});
    }

    @Override
    public ProbeResult probe(Arena lab, String contender, int fold) {
        return judge.probe(lab, contender, fold, LearnerParts.NONE, new Cancellation());
    }

    @Override
    public Prover sharingJvms() {
        return new LocalProver(judge, engine, Grading.NO);
    }

    @Override
    public Optional<Lab.Solution> recognise(Coding lab, FailureFingerprint failure) {
        return judge.recognise(lab, failure);
    }
}
