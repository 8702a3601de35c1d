package gradus.judge.local;

import gradus.course.Cut;
import gradus.course.Lab;
import gradus.course.Source;
import gradus.judge.Health;
import gradus.judge.Judge;
import gradus.judge.JudgePaths;
import gradus.judge.LearnerParts;
import gradus.judge.Progress;
import gradus.judge.SnippetRunner;
import gradus.judge.Submission;
import gradus.judge.Verdict;
import gradus.judge.Verdict.RecognisedMistake;
import gradus.judge.compile.CompileError;
import gradus.judge.compile.CompileResult;
import gradus.judge.diagnose.DiagnosisFactory;
import gradus.judge.diagnose.FailureFingerprint;
import gradus.judge.diagnose.VerdictFactory;
import gradus.judge.diagnose.WrongSolutionMatcher;
import gradus.judge.process.BackgroundTasks;
import gradus.judge.process.Worker;
import gradus.judge.run.CheckRunResult;
import gradus.judge.run.CompiledLab;
import gradus.judge.selftest.SelfTest;
import gradus.judge.support.JudgeException;
import gradus.judge.validate.MutableStaticFields;
import gradus.judge.validate.SubmissionValidator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The judge on this machine: compiles and runs checks in child JVMs that it starts. Any number of threads
/// may ask at once.
public final class LocalJudge implements Judge {

    private final JudgeEngine engine;
    private final WrongSolutionMatcher wrongSolutionMatcher;
    private @Nullable CompletableFuture<Health> health;

    private LocalJudge(JudgeEngine engine) {
        this.engine = engine;
        this.wrongSolutionMatcher = new WrongSolutionMatcher(engine.diskCache("fingerprints"));
    }

    /// A judge that stays: it keeps compiler and children warm for whoever presses Check next.
    public static LocalJudge longLived(JudgePaths judgePaths) {
        return new LocalJudge(new JudgeEngine(judgePaths, true));
    }

    /// A judge for one verdict, or for many that nobody waits for.
    public static LocalJudge oneShot(JudgePaths judgePaths) {
        return new LocalJudge(new JudgeEngine(judgePaths, false));
    }

    /// A judge for several people, which stays.
    ///
    /// @throws RuntimeException with one sentence, if less than Landlock and seccomp holds on this machine
    public static LocalJudge forManyUsers(JudgePaths judgePaths) {
        LocalJudge judge = longLived(judgePaths);
        String refusal = judge.health().join().singleUserReason();
        if (!refusal.isEmpty()) {
            judge.close();
            throw new JudgeException(refusal);
        }
        return judge;
    }

    @Override
    public synchronized CompletableFuture<Health> health() {
        if (health == null) {
            health = CompletableFuture.supplyAsync(
                    () -> SelfTest.run(engine.library(), engine.workerPool(), engine.workerJvm()),
                    task -> Thread.ofVirtual().start(task));
        }
        return health;
    }

    @Override
    public void prepareFor(Lab lab) {
        engine.prepareFor(lab, engine.compiledLabs().get(lab), Map.of());
    }

    /// Waits until all that can be made ready ahead is ready.
    public void awaitReady() throws InterruptedException {
        engine.backgroundTasks().awaitIdle();
    }

    /// Makes the images that children start from, for labs like this one, unless they are there.
    ///
    /// @return whether they are there
    public boolean buildImages(Lab lab) {
        prepareFor(lab);
        return engine.buildImages();
    }

    /// What draws figures, with what this judge has at hand; to be closed before it.
    public LocalFigureRenderer figureRenderer() {
        return new LocalFigureRenderer(engine);
    }

    /// What runs snippets, with what this judge has at hand.
    public SnippetRunner snippetRunner() {
        return new LocalSnippetRunner(engine);
    }

    @Override
    public Verdict judge(
            Lab lab, Submission submission, LearnerParts learnerParts, Consumer<Progress> progressListener) {
        return judgeSafely(lab, submission, () -> {
            return switch (compileAndRun(lab, submission, lab.checks(), Grading.YES, progressListener)) {
                case CheckOutcome.Rejected rejected -> rejected.verdict();
                case CheckOutcome.Ran ran
                when ran.result().passed() ->
                    VerdictFactory.passed(
                            ran.result(),
                            ran.compileTime(),
                            new IntegrationChecker(engine, lab, submission, ran.compiledLab(), progressListener)
                                    .check(learnerParts));
                case CheckOutcome.Ran ran ->
                    VerdictFactory.failed(
                            lab, ran.result(), ran.compileTime(), ran.mutableStatics(), matchWrongSolution(lab, ran));
            };
        });
    }

    @Override
    public Verdict runVisibleChecks(
            Lab lab, Submission submission, LearnerParts learnerParts, Consumer<Progress> progressListener) {
        return judgeSafely(lab, submission, () -> {
            List<Lab.Check> visible =
                    lab.checks().stream().filter(Lab.Check::visible).toList();
            return switch (compileAndRun(lab, submission, visible, Grading.NO, progressListener)) {
                case CheckOutcome.Rejected rejected -> rejected.verdict();
                case CheckOutcome.Ran ran
                when ran.result().passed() ->
                    VerdictFactory.passed(ran.result(), ran.compileTime(), new Verdict.Integration.NoOtherParts());
                case CheckOutcome.Ran ran ->
                    VerdictFactory.failed(lab, ran.result(), ran.compileTime(), ran.mutableStatics(), Optional.empty());
            };
        });
    }

    /// Judges the lab's wrong solutions that have not been judged yet, so that failures can be compared with
    /// theirs. Costs a run each the first time, next to nothing after that. Who does not do it ahead does it
    /// at the first failure: what a submission is told must not depend on what was judged before.
    public void recordWrongSolutions(Lab lab) {
        recordWrongSolutions(lab, engine.compiledLabs().get(lab));
    }

    private synchronized void recordWrongSolutions(Lab lab, CompiledLab compiledLab) {
        for (Lab.Solution wrong : lab.wrongSolutions()) {
            if (!wrongSolutionMatcher.isRecorded(compiledLab, lab, wrong)) {
                // One that does not run, or passes, is the author's to mend; no failure is ever like it.
                wrongSolutionMatcher.record(
                        compiledLab,
                        lab,
                        wrong,
                        switch (compileAndRun(lab, toSubmission(lab, wrong), lab.checks(), Grading.YES, _ -> {})) {
                            case CheckOutcome.Ran ran -> FailureFingerprint.of(ran.result());
                            case CheckOutcome.Rejected rejected -> FailureFingerprint.NONE;
                        });
            }
        }
    }

    /// The known wrong solution that `submission` fails like, however it fails; empty if it passes, or is
    /// like none.
    public Optional<RecognisedMistake> matchWrongSolution(Lab lab, Submission submission) {
        return compileAndRun(lab, submission, lab.checks(), Grading.YES, _ -> {}) instanceof CheckOutcome.Ran ran
                        && !ran.result().passed()
                ? matchWrongSolution(lab, ran)
                : Optional.empty();
    }

    /// What handing in `solution` would be.
    public static Submission toSubmission(Lab lab, Lab.Solution solution) {
        return new Submission(
                lab.lesson(), solution.sources().stream().collect(Collectors.toMap(Source::path, Source::text)));
    }

    @Override
    public void close() {
        awaitSelfTest();
        engine.close();
    }

    /// A self-test that has begun is soon through, and leaves nothing behind only then.
    private synchronized void awaitSelfTest() {
        if (health != null) {
            health.join();
        }
    }

    private Optional<RecognisedMistake> matchWrongSolution(Lab lab, CheckOutcome.Ran ran) {
        recordWrongSolutions(lab, ran.compiledLab());
        return wrongSolutionMatcher
                .match(ran.compiledLab(), lab, FailureFingerprint.of(ran.result()))
                .map(DiagnosisFactory::toRecognisedMistake);
    }

    private interface VerdictSupplier {
        Verdict get();
    }

    /// Our own faults are never the learner's. What comes next is thought of when this has been answered.
    private Verdict judgeSafely(Lab lab, Submission submission, VerdictSupplier verdict) {
        BackgroundTasks.ForegroundRequest foregroundRequest =
                engine.backgroundTasks().beginForegroundRequest();
        try {
            return verdict.get();
        } catch (JudgeException e) {
            return new Verdict.JudgeFault(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            return new Verdict.JudgeFault("the judge failed in a way that nobody foresaw: " + e);
        } finally {
            prepareNext(lab, submission);
            foregroundRequest.end();
        }
    }

    /// What came of compiling a submission and running its checks.
    private sealed interface CheckOutcome {

        record Rejected(Verdict verdict) implements CheckOutcome {}

        /// @param mutableStatics the learner's variables that keep their value from call to call
        record Ran(CompiledLab compiledLab, CheckRunResult result, Duration compileTime, List<String> mutableStatics)
                implements CheckOutcome {}
    }

    private CheckOutcome compileAndRun(
            Lab lab,
            Submission submission,
            List<Lab.Check> checks,
            Grading grading,
            Consumer<Progress> progressListener) {
        Optional<Verdict> refusal = SubmissionValidator.validate(lab, submission);
        if (refusal.isPresent()) {
            return new CheckOutcome.Rejected(refusal.get());
        }
        CompiledLab compiledLab = engine.compiledLabs().get(lab);
        // The child starts while the compiler works.
        int megabytes = lab.limits().megabytes();
        Worker worker = grading == Grading.YES
                ? engine.workerPool().acquire(megabytes)
                : engine.reusableWorkers().acquire(megabytes);
        Optional<CheckOutcome> refused = Optional.empty();
        CompileResult compileResult;
        try {
            compileResult = engine.learnerCompiler().compile(submission.sources(), compiledLab.labClasses());
            refused = rejection(lab, compiledLab, checks, compileResult);
            if (refused.isEmpty()) {
                progressListener.accept(new Progress.Compiled());
            }
        } catch (RuntimeException e) {
            worker.close();
            throw e;
        }
        if (refused.isPresent()) {
            switch (grading) {
                case YES -> engine.workerPool().release(worker);
                case NO -> engine.reusableWorkers().release(worker);
            }
            return refused.get();
        }
        var success = (CompileResult.Success) compileResult;
        CheckRunResult checkRunResult = switch (grading) {
            case YES -> engine.run(worker, lab, compiledLab, success.classes(), checks, progressListener);
            case NO -> engine.runUngraded(worker, lab, compiledLab, success.classes(), checks, progressListener);
        };
        return new CheckOutcome.Ran(
                compiledLab, checkRunResult, success.took(), MutableStaticFields.find(success.classes()));
    }

    /// What cannot be made ready now is made when it is needed, and what is wrong with it is told then.
    private void prepareNext(Lab lab, Submission submission) {
        try {
            prepareFor(lab, submission);
        } catch (RuntimeException e) {
            return;
        }
    }

    private void prepareFor(Lab lab, Submission submission) {
        if (SubmissionValidator.validate(lab, submission).isEmpty()) {
            engine.prepareFor(lab, engine.compiledLabs().get(lab), submission.sources());
        }
    }

    /// Whether anything hangs on a run.
    private enum Grading {
        YES,
        NO
    }

    private static Optional<CheckOutcome> rejection(
            Lab lab, CompiledLab compiledLab, List<Lab.Check> checks, CompileResult compileResult) {
        return switch (compileResult) {
            case CompileResult.Timeout slow ->
                Optional.of(new CheckOutcome.Rejected(VerdictFactory.compileTimeout(slow.limit(), checks)));
            case CompileResult.Failure failure ->
                Optional.of(new CheckOutcome.Rejected(VerdictFactory.didNotCompile(failure.errors())));
            case CompileResult.Success success ->
                contractViolations(lab, compiledLab, success.classes()).map(CheckOutcome.Rejected::new);
        };
    }

    private static Optional<Verdict> contractViolations(Lab lab, CompiledLab compiledLab, Map<String, byte[]> classes) {
        List<String> parts = lab.cuts().stream().map(Cut::type).toList();
        Optional<Verdict> taken =
                SubmissionValidator.validateClassNames(parts, compiledLab.referenceClassNames(), classes.keySet());
        if (taken.isPresent()) {
            return taken;
        }
        List<CompileError> complaints = parts.stream()
                .flatMap(part -> compiledLab.contract().violations(part, Source.pathOf(part), classes).stream())
                .toList();
        return complaints.isEmpty() ? Optional.empty() : Optional.of(VerdictFactory.didNotCompile(complaints));
    }
}
