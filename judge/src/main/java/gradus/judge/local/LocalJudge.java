package gradus.judge.local;

import gradus.course.Arena;
import gradus.course.Audit;
import gradus.course.Coding;
import gradus.course.FailureFingerprint;
import gradus.course.Lab;
import gradus.course.Milestone;
import gradus.course.Testing;
import gradus.judge.AnswerRunner;
import gradus.judge.Cancellation;
import gradus.judge.Judge;
import gradus.judge.JudgePaths;
import gradus.judge.LearnerParts;
import gradus.judge.ProbeResult;
import gradus.judge.ProgressEvent;
import gradus.judge.Prover;
import gradus.judge.SelfTestReport;
import gradus.judge.SnippetRunner;
import gradus.judge.Submission;
import gradus.judge.Verdict;
import gradus.judge.Verdict.RecognisedMistake;
import gradus.judge.compile.SourceSet;
import gradus.judge.diagnose.AuditGrader;
import gradus.judge.diagnose.Fingerprints;
import gradus.judge.diagnose.VerdictFactory;
import gradus.judge.diagnose.WrongSolutionMatcher;
import gradus.judge.local.SubmissionRun.CheckOutcome;
import gradus.judge.local.SubmissionRun.Grading;
import gradus.judge.run.RequestedChecks;
import gradus.judge.support.JudgeException;
import gradus.judge.validate.SubmissionValidator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The judge on this machine, which compiles and runs checks in child JVMs. Any number of threads can use it
/// at once.
public final class LocalJudge implements Judge {

    private final JudgeEngine engine;
    private final SubmissionRun run;
    private final RecordedWrongSolutions wrongSolutions;
    private final @Nullable LocalJudge owner;
    private final Health health;

    /// @param owner the judge that the engine belongs to, or null if it is this one's
    private LocalJudge(JudgeEngine engine, @Nullable LocalJudge owner) {
        this.engine = engine;
        this.run = new SubmissionRun(engine);
        this.wrongSolutions =
                new RecordedWrongSolutions(run, new WrongSolutionMatcher(engine.diskCache("fingerprints")));
        this.owner = owner;
        this.health = new Health(engine);
    }

    /// A long-lived judge: it keeps compilers and workers warm for the next submission.
    public static LocalJudge longLived(JudgePaths judgePaths) {
        return new LocalJudge(new JudgeEngine(judgePaths, true), null);
    }

    /// A judge for one verdict, or for many that nobody is waiting for.
    public static LocalJudge oneShot(JudgePaths judgePaths) {
        return new LocalJudge(new JudgeEngine(judgePaths, false), null);
    }

    /// A long-lived judge for several people.
    ///
    /// @throws RuntimeException if the self-test finds less than tier T1 on this machine; the message says
    ///     what
    public static LocalJudge forManyUsers(JudgePaths judgePaths) {
        LocalJudge judge = longLived(judgePaths);
        String reason = judge.health().join().singleUserReason();
        if (!reason.isEmpty()) {
            judge.close();
            throw new JudgeException(reason);
        }
        return judge;
    }

    /// A judge that shares this judge's engine, and leaves it open when it's closed. Close it before this one.
    public LocalJudge sharing() {
        return new LocalJudge(engine, this);
    }

    @Override
    public CompletableFuture<SelfTestReport> health() {
        return owner == null ? health.report() : owner.health();
    }

    @Override
    public void prepareFor(Lab lab) {
        switch (lab) {
            case Coding coding ->
                engine.prepareFor(coding, engine.compiledLabs().get(coding), SourceSet.of(Map.of()));
            case Testing testing -> new TestingRun(engine, testing, _ -> {}).prepare();
            case Arena _, Audit _, Milestone _ -> {}
        }
    }

    /// Waits until everything has been prepared that can be.
    public void awaitReady() throws InterruptedException {
        engine.backgroundTasks().awaitIdle();
    }

    /// Builds the images that child JVMs start from, for labs like this one, unless they exist.
    ///
    /// @return whether they exist
    public boolean buildImages(Coding lab) {
        prepareFor(lab);
        return engine.buildImages();
    }

    /// A figure renderer that shares this judge's engine. Close it before the judge.
    public LocalFigureRenderer figureRenderer() {
        return new LocalFigureRenderer(engine);
    }

    /// A snippet runner that shares this judge's engine.
    public SnippetRunner snippetRunner() {
        return new LocalSnippetRunner(engine);
    }

    /// An answer runner that shares this judge's engine.
    public AnswerRunner answerRunner() {
        return new LocalAnswerRunner(engine);
    }

    /// A prover that shares this judge's engine.
    public Prover prover() {
        return new LocalProver(this, engine, Grading.YES);
    }

    @Override
    public Verdict judge(
            Lab lab, Submission submission, LearnerParts learnerParts, Consumer<ProgressEvent> progressListener) {
        return switch (lab) {
            case Coding coding -> judgeCode(coding, submission, learnerParts, progressListener);
            case Arena arena ->
                engine.judgeSafely(() -> new ArenaRun(engine, arena).judge(submission, progressListener), () -> {});
            case Audit audit -> AuditGrader.grade(audit, submission);
            case Milestone milestone -> runMilestone(milestone, learnerParts, new Cancellation(), progressListener);
            case Testing testing ->
                engine.judgeSafely(() -> new TestingRun(engine, testing, progressListener).judge(submission), () -> {});
        };
    }

    private Verdict judgeCode(
            Coding lab, Submission submission, LearnerParts learnerParts, Consumer<ProgressEvent> progressListener) {
        return judgeSafely(lab, submission, () -> {
            return switch (run.compileAndRun(
                    lab, submission, RequestedChecks.of(lab.quickChecks()), Grading.YES, progressListener)) {
                case CheckOutcome.Rejected rejected -> rejected.verdict();
                case CheckOutcome.Ran ran
                when ran.result().passed() -> integrated(lab, submission, learnerParts, ran, progressListener);
                case CheckOutcome.Ran ran ->
                    failed(lab, ran, wrongSolutions.match(lab, ran), ran.remarks(lab, learnerParts));
            };
        });
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

    @Override
    public Verdict runGate(
            Coding lab,
            Submission submission,
            LearnerParts learnerParts,
            Cancellation cancellation,
            Consumer<ProgressEvent> progressListener) {
        cancellation.check();
        Verdict verdict = judgeCode(lab, submission, learnerParts, progressListener);
        // Not a request that somebody waits for, so the judge prepares for others meanwhile.
        if (!(verdict instanceof Verdict.ChecksPassed quick)) {
            return verdict;
        }
        var runner = new GateRunner(engine);
        return JudgeFaults.caught(
                () -> runner.run(lab, submission, learnerParts, quick, cancellation, progressListener));
    }

    @Override
    public Verdict runMilestone(
            Milestone lab,
            LearnerParts learnerParts,
            Cancellation cancellation,
            Consumer<ProgressEvent> progressListener) {
        return JudgeFaults.caught(
                () -> new MilestoneRun(engine, lab, cancellation, progressListener).judge(learnerParts));
    }

    @Override
    public ProbeResult probe(
            Arena lab, String contender, int fold, LearnerParts learnerParts, Cancellation cancellation) {
        return new ArenaRun(engine, lab).probe(contender, fold, learnerParts, cancellation);
    }

    @Override
    public Verdict runVisibleChecks(
            Coding lab, Submission submission, LearnerParts learnerParts, Consumer<ProgressEvent> progressListener) {
        return judgeSafely(lab, submission, () -> {
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

    /// Judges the lab's wrong solutions that haven't been judged yet, so that failures can be compared with
    /// theirs. Each costs one run the first time and almost nothing later. If not called before, this happens
    /// at the first failure, because a verdict must not depend on what was judged before.
    public void recordWrongSolutions(Coding lab) {
        wrongSolutions.record(lab, engine.compiledLabs().get(lab));
    }

    @Override
    public void close() {
        if (owner == null) {
            health.awaitRunning();
            engine.close();
        }
    }

    private static Verdict passedAlone(CheckOutcome.Ran ran, List<Verdict.Remark> remarks) {
        return VerdictFactory.passed(ran.result(), ran.compileTime(), new Verdict.Integration.NoOtherParts(), remarks);
    }

    private static Verdict failed(
            Coding lab, CheckOutcome.Ran ran, Optional<RecognisedMistake> recognised, List<Verdict.Remark> remarks) {
        return VerdictFactory.failed(lab, ran.result(), ran.compileTime(), ran.nonFinalStatics(), recognised, remarks);
    }

    Prover.Run run(Coding lab, Submission submission, RequestedChecks checks, Grading grading) {
        var fingerprint = new AtomicReference<>(FailureFingerprint.NONE);
        Verdict verdict = judgeSafely(lab, submission, () -> {
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

    Optional<Lab.Solution> recognise(Coding lab, FailureFingerprint failure) {
        return wrongSolutions.recognise(lab, engine.compiledLabs().get(lab), failure);
    }

    private Verdict judgeSafely(Coding lab, Submission submission, Supplier<Verdict> verdict) {
        return engine.judgeSafely(verdict, () -> prepareNext(lab, submission));
    }

    /// Prepares for the next submission. What fails here is tried again, and reported, when it's needed.
    private void prepareNext(Coding lab, Submission submission) {
        try {
            prepareFor(lab, submission);
        } catch (RuntimeException e) {
            return;
        }
    }

    private void prepareFor(Coding lab, Submission submission) {
        if (SubmissionValidator.validate(lab, submission).isEmpty()) {
            engine.prepareFor(
                    lab, engine.compiledLabs().get(lab), engine.sourceSets().submission(lab, submission));
        }
    }
}
