package gradus.judge.local;

import gradus.course.Coding;
import gradus.course.Lab;
import gradus.course.Source;
import gradus.judge.LearnerParts;
import gradus.judge.ProgressEvent;
import gradus.judge.Submission;
import gradus.judge.Verdict;
import gradus.judge.Verdict.CheckResult;
import gradus.judge.Verdict.Integration;
import gradus.judge.Verdict.Outcome;
import gradus.judge.compile.CompileResult;
import gradus.judge.process.Worker;
import gradus.judge.process.WorkerKind;
import gradus.judge.run.CheckRunResult;
import gradus.judge.run.CompiledLab;
import gradus.judge.run.LearnerCode;
import gradus.judge.run.RequestedChecks;
import gradus.judge.support.CompiledLibrary;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Runs a submission that has passed with the library once more with the learner's other parts. If that
/// fails, finds the part that causes it.
final class IntegrationChecker {

    private final JudgeEngine engine;
    private final Coding lab;
    private final Submission submission;
    private final CompiledLab compiledLab;
    private final CompileResult.Success alone;
    private final Consumer<ProgressEvent> progressListener;

    /// @param alone the submission's classes, compiled with the library
    IntegrationChecker(
            JudgeEngine engine,
            Coding lab,
            Submission submission,
            CompiledLab compiledLab,
            CompileResult.Success alone,
            Consumer<ProgressEvent> progressListener) {
        this.engine = engine;
        this.lab = lab;
        this.submission = submission;
        this.compiledLab = compiledLab;
        this.alone = alone;
        this.progressListener = progressListener;
    }

    /// @param remarks on parts that the library has outgrown
    record Result(Integration integration, List<Verdict.Remark> remarks) {}

    /// @param others the learner's parts that the submission doesn't bring itself
    Result check(LearnerParts others) {
        if (others.parts().isEmpty()) {
            return new Result(new Integration.NoOtherParts(), List.of());
        }
        CompiledParts together = engine.partsCompiler(Optional.of(lab))
                .compile(others, parts -> engine.sourceSets().together(lab, submission, parts));
        return new Result(
                together.parts().isEmpty()
                        ? new Integration.NoOtherParts()
                        : bisect(together.parts(), together.compiled()),
                together.remarks());
    }

    /// Finds the part at fault by bisection: runs with the first `n` of the learner's parts and the library's
    /// for the rest. With none it passes, with all it fails, so about log₂ runs find the part that makes the
    /// difference.
    private Integration bisect(List<String> names, CompileResult.Success classes) {
        Optional<CheckResult> failure = run(names, classes);
        if (failure.isEmpty()) {
            return new Integration.Passed(names);
        }
        int passes = 0;
        int fails = names.size();
        while (fails - passes > 1) {
            int middle = (passes + fails) / 2;
            Optional<CheckResult> middleFailure = run(names.subList(0, middle), classes);
            if (middleFailure.isPresent()) {
                fails = middle;
                failure = middleFailure;
            } else {
                passes = middle;
            }
        }
        return new Integration.Failed(names.get(fails - 1), failure.get());
    }

    /// The first check that fails with `learnerParts` and the submission; empty if all pass.
    private Optional<CheckResult> run(List<String> learnerParts, CompileResult.Success together) {
        progressListener.accept(new ProgressEvent.Integrating(learnerParts.size()));
        CompileResult.Success classes = selected(learnerParts, together);
        Worker worker = engine.workerPool()
                .acquireAlsoUsed(
                        WorkerKind.of(lab.limits(), LearnerCode.of(classes).classes()));
        CheckRunResult result = engine.checkRunner()
                .run(worker, lab, compiledLab, classes, RequestedChecks.of(lab.quickChecks()), _ -> {});
        return result.firstFailure().or(() -> result.passed() ? Optional.empty() : Optional.of(endedEarly(result)));
    }

    /// The submission with only these parts. A class of the lab may be a part as well, for what other labs
    /// have passed of it.
    private CompileResult.Success selected(List<String> learnerParts, CompileResult.Success together) {
        Set<String> library = engine.library().classes().keySet().stream()
                .map(CompiledLibrary::topLevelName)
                .collect(Collectors.toSet());
        var classes = new HashMap<String, byte[]>();
        var layouts = new HashMap<>(together.layouts());
        together.classes().forEach((name, bytes) -> {
            String outer = CompiledLibrary.topLevelName(name);
            // Also take helper classes of a part, which the library doesn't have.
            if (learnerParts.contains(outer) || !library.contains(outer)) {
                classes.put(name, bytes);
            }
        });
        alone.classes().forEach((name, bytes) -> {
            String outer = CompiledLibrary.topLevelName(name);
            if (!learnerParts.contains(outer)) {
                classes.put(name, bytes);
                Optional.ofNullable(alone.layouts().get(Source.pathOf(outer)))
                        .ifPresent(layout -> layouts.put(Source.pathOf(outer), layout));
            }
        });
        return new CompileResult.Success(classes, together.took(), layouts);
    }

    private CheckResult endedEarly(CheckRunResult result) {
        String got = switch (result.ending()) {
            case CheckRunResult.Ending.OutOfTime _ ->
                "it ran longer than " + lab.limits().seconds() + " s";
            case CheckRunResult.Ending.OutOfMemory() ->
                "it needed more than " + lab.limits().megabytes() + " MB";
            case CheckRunResult.Ending.EndedEarly early -> "it ended early: " + early.how();
            case CheckRunResult.Ending.Completed() -> "it failed";
        };
        return failed(result.runningCheck().orElse(lab.checks().getFirst()), got);
    }

    private static CheckResult failed(Lab.Check check, String got) {
        return new CheckResult(
                check.id(), check.title(), check.visible(), new Outcome.Failed("", "", got, "", List.of()));
    }
}
