package gradus.judge.local;

import gradus.course.Coding;
import gradus.course.Lab;
import gradus.judge.Cancellation;
import gradus.judge.LearnerParts;
import gradus.judge.ProgressEvent;
import gradus.judge.Submission;
import gradus.judge.Verdict;
import gradus.judge.Verdict.Integration;
import gradus.judge.diagnose.CodeNotes;
import gradus.judge.diagnose.VerdictFactory;
import gradus.judge.process.WorkerKind;
import gradus.judge.run.CheckRunMonitor;
import gradus.judge.run.CheckRunResult;
import gradus.judge.run.CompiledLab;
import gradus.judge.run.LearnerCode;
import gradus.judge.run.RequestedChecks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Runs the gate of a submission whose checks have passed, with the learner's own parts.
final class GateRunner {

    private final JudgeEngine engine;

    GateRunner(JudgeEngine engine) {
        this.engine = engine;
    }

    /// @param quick the verdict on the other checks
    /// @throws java.util.concurrent.CancellationException if it was cancelled
    Verdict run(
            Coding lab,
            Submission submission,
            LearnerParts learnerParts,
            Verdict.ChecksPassed quick,
            Cancellation cancellation,
            Consumer<ProgressEvent> progressListener) {
        Coding gated = lab.atGate();
        CompiledLab compiledLab = engine.compiledLabs().get(lab);
        LearnerParts others = SourceSets.others(lab, learnerParts);
        CompiledParts together = engine.partsCompiler(Optional.of(lab))
                .compile(others, parts -> engine.sourceSets().together(lab, submission, parts));
        LearnerCode learnerCode = LearnerCode.of(together.compiled());
        RequestedChecks gate = RequestedChecks.of(lab.gateCheck().stream().toList());
        CheckRunResult result = engine.checkRunner()
                .run(
                        engine.workerPool().acquire(WorkerKind.of(gated.limits(), learnerCode.classes())),
                        CheckRunMonitor.job(
                                gated,
                                compiledLab,
                                compiledLab.labClassesWith(together.compiled().classes()),
                                gate),
                        new CheckRunMonitor(
                                gated.limits(), gated.gate().map(Lab.Gate::check), gate, learnerCode, progressListener),
                        cancellation);
        return verdict(gated, quick, together, result);
    }

    private static Verdict verdict(
            Coding gated, Verdict.ChecksPassed quick, CompiledParts together, CheckRunResult result) {
        if (result.passed()) {
            Verdict.Passed passed = VerdictFactory.passed(
                    result, quick.resourceUsage().compileTime(), integration(together), quick.remarks());
            return new Verdict.Passed(
                    all(quick, passed.checks()),
                    passed.integration(),
                    passed.remarks(),
                    passed.resourceUsage(),
                    passed.output());
        }
        Verdict failed = VerdictFactory.failed(
                gated,
                result,
                quick.resourceUsage().compileTime(),
                CodeNotes.of(together.compiled()),
                Optional.empty(),
                remarks(quick, together));
        return failed instanceof Verdict.NotYet notYet
                ? new Verdict.NotYet(
                        all(quick, notYet.checks()),
                        notYet.diagnosis(),
                        notYet.remarks(),
                        notYet.resourceUsage(),
                        notYet.output())
                : failed;
    }

    private static List<Verdict.CheckResult> all(Verdict.ChecksPassed quick, List<Verdict.CheckResult> gate) {
        return Stream.concat(quick.checks().stream(), gate.stream()).toList();
    }

    private static Integration integration(CompiledParts together) {
        return together.parts().isEmpty() ? new Integration.NoOtherParts() : new Integration.Passed(together.parts());
    }

    /// A gate takes too long to look for a part at fault by running it again and again.
    private static List<Verdict.Remark> remarks(Verdict.ChecksPassed quick, CompiledParts together) {
        var remarks = new ArrayList<>(quick.remarks());
        if (!together.parts().isEmpty()) {
            remarks.add(
                    new Verdict.Remark(
                            Optional.empty(),
                            "The gate ran with your own "
                                    + String.join(
                                            ", ",
                                            together.parts().stream()
                                                    .map(part -> part.substring(part.lastIndexOf('.') + 1))
                                                    .toList())
                                    + ". If you suspect one of them, let the library's run in its place and start the gate again."));
        }
        return remarks;
    }
}
