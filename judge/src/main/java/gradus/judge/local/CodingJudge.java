package gradus.judge.local;

import gradus.course.Coding;
import gradus.course.FailureFingerprint;
import gradus.course.Lab;
import gradus.judge.LearnerParts;
import gradus.judge.ProgressEvent;
import gradus.judge.Prover;
import gradus.judge.Submission;
import gradus.judge.Verdict;
import gradus.judge.Verdict.Problem;
import gradus.judge.Verdict.RecognisedMistake;
import gradus.judge.diagnose.DecisionGrader;
import gradus.judge.diagnose.Fingerprints;
import gradus.judge.diagnose.VerdictFactory;
import gradus.judge.diagnose.WrongSolutionMatcher;
import gradus.judge.local.SubmissionRun.CheckOutcome;
import gradus.judge.local.SubmissionRun.Grading;
import gradus.judge.process.BackgroundTasks;
import gradus.judge.run.RequestedChecks;
import gradus.judge.support.JudgeException;
import gradus.judge.validate.SubmissionValidator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Judges labs of code: what a learner hands in, what they try out, and the solutions of authors.
final class CodingJudge {

    private final JudgeEngine engine;
    private final SubmissionRun run;
    private final RecordedWrongSolutions wrongSolutions;

    CodingJudge(JudgeEngine engine) {
        this.engine = engine;
        this.run = new SubmissionRun(engine);
        this.wrongSolutions =
                new RecordedWrongSolutions(run, new WrongSolutionMatcher(engine.diskCache("fingerprints")));
    }

    /// Judges code by all checks but a gate that has a run of its own, and the decisions with it.
    Verdict judge(
            Coding lab, Submission submission, LearnerParts learnerParts, Consumer<ProgressEvent> progressListener) {
        Verdict code = judgeSafely(lab, submission, progressListener, () -> {
            return switch (run.compileAndRun(
                    lab, submission, RequestedChecks.of(lab.quickChecks()), Grading.YES, progressListener)) {
                case CheckOutcome.Rejected rejected -> rejected.verdict();
                case CheckOutcome.Ran ran
                when ran.result().passed() -> integrated(lab, submission, learnerParts, ran, progressListener);
                case CheckOutcome.Ran ran ->
                    failed(lab, ran, wrongSolutions.match(lab, ran), ran.remarks(lab, learnerParts));
            };
        });
        return DecisionGrader.together(lab, submission, code);
    }

    private Verdict integrated(
            Coding lab,
            Submission submission,
            LearnerParts learnerParts,
            CheckOutcome.Ran ran,
            Consumer<ProgressEvent> progressListener) {
        var checker =
                new IntegrationChecker(engine, lab, submission, ran.compiledLab(), ran.compiled(), progressListener);
        IntegrationChecker.Result integration = checker.check(SourceSets.others(lab, learnerParts));
        List<Verdict.Remark> remarks = Stream.concat(
                        ran.remarks(lab, learnerParts).stream(), integration.remarks().stream())
                .toList();
        return VerdictFactory.passed(lab, ran.result(), ran.compileTime(), integration.integration(), remarks);
    }

    /// Runs only the visible checks. Decisions aren't graded.
    Verdict runVisibleChecks(
            Coding lab, Submission submission, LearnerParts learnerParts, Consumer<ProgressEvent> progressListener) {
        return judgeSafely(lab, submission, progressListener, () -> {
            List<Lab.Check> visible =
                    lab.checks().stream().filter(Lab.Check::visible).toList();
            return switch (run.compileAndRun(
                    lab, submission, RequestedChecks.of(visible), Grading.NO, progressListener)) {
                case CheckOutcome.Rejected rejected -> rejected.verdict();
                case CheckOutcome.Ran ran
                when ran.result().passed() -> passedAlone(ran, ran.remarks(lab, learnerParts));
                case CheckOutcome.Ran ran -> failed(lab, ran, Optional.empty(), ran.remarks(lab, learnerParts));
            };
        });
    }

    /// What keeps the code from compiling; empty as well if the compiler failed.
    List<Problem> problems(Coding lab, Submission submission) {
        BackgroundTasks.ForegroundRequest request = engine.backgroundTasks().beginForegroundRequest();
        try {
            return run.compileOnly(lab, submission)
                    .filter(Verdict.DidNotCompile.class::isInstance)
                    .map(rejected -> ((Verdict.DidNotCompile) rejected).problems())
                    .orElse(List.of());
        } catch (JudgeException e) {
            // A check will say why.
            return List.of();
        } finally {
            request.end(() -> prepareNext(lab, submission));
        }
    }

    /// Judges the wrong solutions that haven't been judged yet.
    void recordWrongSolutions(Coding lab) {
        wrongSolutions.record(lab, engine.compiledLabs().get(lab));
    }

    /// Runs checks on an author's submission, with nobody's parts.
    Prover.Run run(Coding lab, Submission submission, RequestedChecks checks, Grading grading) {
        var fingerprint = new AtomicReference<>(FailureFingerprint.NONE);
        Verdict verdict = judgeSafely(lab, submission, _ -> {}, () -> {
            return switch (run.compileAndRun(lab, submission, checks, grading, _ -> {})) {
                case CheckOutcome.Rejected rejected -> rejected.verdict();
                case CheckOutcome.Ran ran when ran.result().passed() -> passedAlone(ran, List.of());
                case CheckOutcome.Ran ran -> {
                    fingerprint.set(Fingerprints.of(ran.result()));
                    yield failed(lab, ran, Optional.empty(), List.of());
                }
            };
        });
        return new Prover.Run(verdict, fingerprint.get());
    }

    /// The wrong solution of `lab` that a failure is recognised as.
    Optional<Lab.Solution> recognise(Coding lab, FailureFingerprint failure) {
        return wrongSolutions.recognise(lab, engine.compiledLabs().get(lab), failure);
    }

    private static Verdict passedAlone(CheckOutcome.Ran ran, List<Verdict.Remark> remarks) {
        return VerdictFactory.passed(ran.result(), ran.compileTime(), new Verdict.Integration.NoOtherParts(), remarks);
    }

    private static Verdict failed(
            Coding lab, CheckOutcome.Ran ran, Optional<RecognisedMistake> recognised, List<Verdict.Remark> remarks) {
        return VerdictFactory.failed(lab, ran.result(), ran.compileTime(), ran.notes(), recognised, remarks);
    }

    private Verdict judgeSafely(
            Coding lab, Submission submission, Consumer<ProgressEvent> progressListener, Supplier<Verdict> verdict) {
        return engine.judgeSafely(verdict, () -> prepareNext(lab, submission), progressListener);
    }

    /// Prepares for the next submission. What fails here is tried again, and reported, when it's needed.
    private void prepareNext(Coding lab, Submission submission) {
        try {
            if (SubmissionValidator.validate(lab, submission).isEmpty()) {
                engine.prepareFor(
                        lab, engine.compiledLabs().get(lab), engine.sourceSets().submission(lab, submission));
            }
        } catch (RuntimeException e) {
            return;
        }
    }
}
