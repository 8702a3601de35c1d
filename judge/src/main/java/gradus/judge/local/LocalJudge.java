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
import gradus.judge.compile.SourceSet;
import gradus.judge.diagnose.DecisionGrader;
import gradus.judge.local.SubmissionRun.Grading;
import gradus.judge.run.RequestedChecks;
import gradus.judge.support.JudgeException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The judge on this machine, which compiles and runs checks in child JVMs. Any number of threads can use it
/// at once.
public final class LocalJudge implements Judge {

    private final JudgeEngine engine;
    private final CodingJudge coding;
    private final @Nullable LocalJudge owner;
    private final Health health;

    /// @param owner the judge that the engine belongs to, or null if it is this one's
    private LocalJudge(JudgeEngine engine, @Nullable LocalJudge owner) {
        this.engine = engine;
        this.coding = new CodingJudge(engine);
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
            case Coding code -> engine.prepareFor(code, engine.compiledLabs().get(code), SourceSet.of(Map.of()));
            case Testing testing -> new TestingRun(engine, testing, _ -> {}).prepare();
            case Arena _, Audit _, Milestone _ -> {}
        }
    }

    /// Announces that somebody will submit soon, of whatever lab.
    public void expectSubmission() {
        engine.compilerPool().startEarly();
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
            case Coding code -> coding.judge(code, submission, learnerParts, progressListener);
            case Arena arena ->
                engine.judgeSafely(
                        () -> new ArenaRun(engine, arena).judge(submission, progressListener),
                        () -> {},
                        progressListener);
            case Audit audit -> DecisionGrader.grade(audit, submission);
            case Milestone milestone -> runMilestone(milestone, learnerParts, new Cancellation(), progressListener);
            case Testing testing ->
                engine.judgeSafely(
                        () -> new TestingRun(engine, testing, progressListener).judge(submission),
                        () -> {},
                        progressListener);
        };
    }

    @Override
    public Verdict runGate(
            Coding lab,
            Submission submission,
            LearnerParts learnerParts,
            Cancellation cancellation,
            Consumer<ProgressEvent> progressListener) {
        cancellation.check();
        Verdict verdict = coding.judge(lab, submission, learnerParts, progressListener);
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
        return coding.runVisibleChecks(lab, submission, learnerParts, progressListener);
    }

    @Override
    public List<Verdict.Problem> problems(Coding lab, Submission submission) {
        return coding.problems(lab, submission);
    }

    /// Judges the lab's wrong solutions that haven't been judged yet, so that failures can be compared with
    /// theirs. Each costs one run the first time and almost nothing later. If not called before, this happens
    /// at the first failure, because a verdict must not depend on what was judged before.
    public void recordWrongSolutions(Coding lab) {
        coding.recordWrongSolutions(lab);
    }

    @Override
    public void close() {
        if (owner == null) {
            health.awaitRunning();
            engine.close();
        }
    }

    Prover.Run run(Coding lab, Submission submission, RequestedChecks checks, Grading grading) {
        return coding.run(lab, submission, checks, grading);
    }

    Optional<Lab.Solution> recognise(Coding lab, FailureFingerprint failure) {
        return coding.recognise(lab, failure);
    }
}
