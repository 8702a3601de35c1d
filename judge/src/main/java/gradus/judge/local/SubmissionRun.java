package gradus.judge.local;

import gradus.course.Coding;
import gradus.course.Cut;
import gradus.course.Lab;
import gradus.course.Source;
import gradus.judge.LearnerParts;
import gradus.judge.ProgressEvent;
import gradus.judge.Submission;
import gradus.judge.Verdict;
import gradus.judge.compile.CompileResult;
import gradus.judge.compile.SourceSet;
import gradus.judge.diagnose.CodeNotes;
import gradus.judge.diagnose.RemarkMessages;
import gradus.judge.diagnose.VerdictFactory;
import gradus.judge.javac.CompileError;
import gradus.judge.process.Worker;
import gradus.judge.process.WorkerKind;
import gradus.judge.run.CheckRunResult;
import gradus.judge.run.CompiledLab;
import gradus.judge.run.RequestedChecks;
import gradus.judge.validate.MissingImports;
import gradus.judge.validate.SubmissionValidator;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Compiles a submission and runs checks on it: the steps that a verdict, a rehearsal and a wrong solution
/// share.
final class SubmissionRun {

    private final JudgeEngine engine;

    SubmissionRun(JudgeEngine engine) {
        this.engine = engine;
    }

    /// The outcome of compiling a submission and running its checks.
    sealed interface CheckOutcome {

        record Rejected(Verdict verdict) implements CheckOutcome {}

        /// @param compiled the submission's classes
        /// @param notes on the learner's code, see [CodeNotes]
        record Ran(CompiledLab compiledLab, CompileResult.Success compiled, CheckRunResult result, List<String> notes)
                implements CheckOutcome {

            Duration compileTime() {
                return compiled.took();
            }

            /// What the learner may want to know about their files.
            ///
            /// @param learnerParts what other labs have passed
            List<Verdict.Remark> remarks(Coding lab, LearnerParts learnerParts) {
                return lab.cuts().stream()
                        .flatMap(cut -> Optional.ofNullable(compiled.layouts().get(Source.pathOf(cut.type()))).stream()
                                .flatMap(layout -> RemarkMessages.remarks(
                                        cut.type(),
                                        layout,
                                        learnerParts.of(cut.type()).stream()
                                                .flatMap(part -> part.members().stream())
                                                .toList())
                                        .stream()))
                        .toList();
            }
        }
    }

    /// Whether a run is graded.
    enum Grading {
        YES,
        NO
    }

    CheckOutcome compileAndRun(
            Coding lab,
            Submission submission,
            RequestedChecks checks,
            Grading grading,
            Consumer<ProgressEvent> progressListener) {
        Optional<Verdict> invalid = SubmissionValidator.validate(lab, submission);
        if (invalid.isPresent()) {
            return new CheckOutcome.Rejected(invalid.get());
        }
        CompiledLab compiledLab = engine.compiledLabs().get(lab);
        // The worker starts while the compiler works.
        var kind =
                WorkerKind.of(lab.limits(), lab.cuts().stream().map(Cut::type).toList());
        Worker worker = grading == Grading.YES
                ? engine.workerPool().acquireAlsoUsed(kind)
                : engine.reusableWorkers().acquire(kind);
        Optional<Verdict> rejection = Optional.empty();
        CompileResult compileResult;
        try {
            SourceSet sources = engine.sourceSets().submission(lab, submission);
            compileResult = engine.learnerCompiler().compile(sources, compiledLab.labClasses());
            rejection = rejection(lab, compiledLab, checks.all(), sources, compileResult);
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
            return new CheckOutcome.Rejected(rejection.get());
        }
        var success = (CompileResult.Success) compileResult;
        CheckRunResult result = switch (grading) {
            case YES -> engine.checkRunner().run(worker, lab, compiledLab, success, checks, progressListener);
            case NO -> engine.checkRunner().runUngraded(worker, lab, compiledLab, success, checks, progressListener);
        };
        return new CheckOutcome.Ran(compiledLab, success, result, CodeNotes.of(success));
    }

    /// Compiles a submission and runs nothing.
    ///
    /// @return what keeps it from running, if anything does
    Optional<Verdict> compileOnly(Coding lab, Submission submission) {
        Optional<Verdict> invalid = SubmissionValidator.validate(lab, submission);
        if (invalid.isPresent()) {
            return invalid;
        }
        CompiledLab compiledLab = engine.compiledLabs().get(lab);
        SourceSet sources = engine.sourceSets().submission(lab, submission);
        CompileResult compileResult = engine.learnerCompiler().compile(sources, compiledLab.labClasses());
        return rejection(lab, compiledLab, lab.quickChecks(), sources, compileResult);
    }

    private static Optional<Verdict> rejection(
            Coding lab,
            CompiledLab compiledLab,
            List<Lab.Check> checks,
            SourceSet sources,
            CompileResult compileResult) {
        return switch (compileResult) {
            case CompileResult.Timeout timeout -> Optional.of(VerdictFactory.compileTimeout(timeout.limit(), checks));
            case CompileResult.Failure failure ->
                Optional.of(VerdictFactory.didNotCompile(
                        MissingImports.explained(failure.errors(), compiledLab.untaughtCalls())));
            case CompileResult.Success success -> violations(lab, compiledLab, sources, success);
        };
    }

    private static Optional<Verdict> violations(
            Coding lab, CompiledLab compiledLab, SourceSet sources, CompileResult.Success compiled) {
        List<String> parts = lab.cuts().stream().map(Cut::type).toList();
        Optional<Verdict> reservedName = SubmissionValidator.validateClassNames(
                parts, compiledLab.reference().keySet(), compiled.classes().keySet());
        if (reservedName.isPresent()) {
            return reservedName;
        }
        List<CompileError> errors = parts.stream()
                .flatMap(part -> Stream.concat(
                        Optional.ofNullable(compiled.layouts().get(Source.pathOf(part))).stream()
                                .flatMap(layout -> RemarkMessages.errors(part, layout).stream()),
                        compiledLab.contract().violations(part, Source.pathOf(part), compiled.classes()).stream()))
                .toList();
        if (errors.isEmpty()) {
            errors = compiledLab.untaughtCalls().find(compiled.classes(), compiled.layouts(), sources.unchanged());
        }
        return errors.isEmpty() ? Optional.empty() : Optional.of(VerdictFactory.didNotCompile(errors));
    }
}
