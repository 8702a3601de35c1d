package gradus.judge.local;

import gradus.course.Cut;
import gradus.course.Lab;
import gradus.course.Source;
import gradus.judge.ProgressEvent;
import gradus.judge.Submission;
import gradus.judge.Verdict;
import gradus.judge.compile.CompileError;
import gradus.judge.compile.CompileResult;
import gradus.judge.diagnose.NonFinalStaticFields;
import gradus.judge.diagnose.VerdictFactory;
import gradus.judge.process.Worker;
import gradus.judge.run.CheckRunResult;
import gradus.judge.run.CompiledLab;
import gradus.judge.validate.SubmissionValidator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Compiles a submission and runs checks on it: the steps that a verdict, a rehearsal and a wrong solution share.
final class SubmissionRun {

    private final JudgeEngine engine;

    SubmissionRun(JudgeEngine engine) {
        this.engine = engine;
    }

    /// The outcome of compiling a submission and running its checks.
    sealed interface CheckOutcome {

        record Rejected(Verdict verdict) implements CheckOutcome {}

        /// @param nonFinalStatics the learner's non-final static fields, which keep their value from call to
        ///     call
        record Ran(CompiledLab compiledLab, CheckRunResult result, Duration compileTime, List<String> nonFinalStatics)
                implements CheckOutcome {}
    }

    /// Whether a run is graded.
    enum Grading {
        YES,
        NO
    }

    CheckOutcome compileAndRun(
            Lab lab,
            Submission submission,
            List<Lab.Check> checks,
            Grading grading,
            Consumer<ProgressEvent> progressListener) {
        Optional<Verdict> invalid = SubmissionValidator.validate(lab, submission);
        if (invalid.isPresent()) {
            return new CheckOutcome.Rejected(invalid.get());
        }
        CompiledLab compiledLab = engine.compiledLabs().get(lab);
        // The worker starts while the compiler works.
        int megabytes = lab.limits().megabytes();
        Worker worker = grading == Grading.YES
                ? engine.workerPool().acquire(megabytes)
                : engine.reusableWorkers().acquire(megabytes);
        Optional<CheckOutcome> rejection = Optional.empty();
        CompileResult compileResult;
        try {
            compileResult = engine.learnerCompiler().compile(submission.sources(), compiledLab.labClasses());
            rejection = rejection(lab, compiledLab, checks, compileResult);
            if (rejection.isEmpty()) {
                progressListener.accept(new ProgressEvent.Compiled());
            }
        } catch (RuntimeException e) {
            worker.close();
            throw e;
        }
        if (rejection.isPresent()) {
            switch (grading) {
                case YES -> engine.workerPool().release(worker);
                case NO -> engine.reusableWorkers().release(worker);
            }
            return rejection.get();
        }
        var success = (CompileResult.Success) compileResult;
        CheckRunResult result = switch (grading) {
            case YES -> engine.run(worker, lab, compiledLab, success.classes(), checks, progressListener);
            case NO -> engine.runUngraded(worker, lab, compiledLab, success.classes(), checks, progressListener);
        };
        return new CheckOutcome.Ran(compiledLab, result, success.took(), NonFinalStaticFields.find(success.classes()));
    }

    private static Optional<CheckOutcome> rejection(
            Lab lab, CompiledLab compiledLab, List<Lab.Check> checks, CompileResult compileResult) {
        return switch (compileResult) {
            case CompileResult.Timeout timeout ->
                Optional.of(new CheckOutcome.Rejected(VerdictFactory.compileTimeout(timeout.limit(), checks)));
            case CompileResult.Failure failure ->
                Optional.of(new CheckOutcome.Rejected(VerdictFactory.didNotCompile(failure.errors())));
            case CompileResult.Success success ->
                contractViolations(lab, compiledLab, success.classes()).map(CheckOutcome.Rejected::new);
        };
    }

    private static Optional<Verdict> contractViolations(Lab lab, CompiledLab compiledLab, Map<String, byte[]> classes) {
        List<String> parts = lab.cuts().stream().map(Cut::type).toList();
        Optional<Verdict> reservedName =
                SubmissionValidator.validateClassNames(parts, compiledLab.referenceClassNames(), classes.keySet());
        if (reservedName.isPresent()) {
            return reservedName;
        }
        List<CompileError> errors = parts.stream()
                .flatMap(part -> compiledLab.contract().violations(part, Source.pathOf(part), classes).stream())
                .toList();
        return errors.isEmpty() ? Optional.empty() : Optional.of(VerdictFactory.didNotCompile(errors));
    }
}
