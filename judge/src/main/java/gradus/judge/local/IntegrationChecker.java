package gradus.judge.local;

import gradus.course.Lab;
import gradus.course.Source;
import gradus.judge.LearnerParts;
import gradus.judge.ProgressEvent;
import gradus.judge.Submission;
import gradus.judge.Verdict.CheckResult;
import gradus.judge.Verdict.Integration;
import gradus.judge.Verdict.Outcome;
import gradus.judge.compile.CompileError;
import gradus.judge.compile.CompileResult;
import gradus.judge.process.Worker;
import gradus.judge.run.CheckRunResult;
import gradus.judge.run.CompiledLab;
import gradus.judge.support.CompiledLibrary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Runs a submission that has passed with the library once more with the learner's other parts. If that
/// fails, finds the part that causes it.
final class IntegrationChecker {

    private final JudgeEngine engine;
    private final Lab lab;
    private final Submission submission;
    private final CompiledLab compiledLab;
    private final Consumer<ProgressEvent> progressListener;

    IntegrationChecker(
            JudgeEngine engine,
            Lab lab,
            Submission submission,
            CompiledLab compiledLab,
            Consumer<ProgressEvent> progressListener) {
        this.engine = engine;
        this.lab = lab;
        this.submission = submission;
        this.compiledLab = compiledLab;
        this.progressListener = progressListener;
    }

    Integration check(LearnerParts learnerParts) {
        var others = new TreeMap<>(learnerParts.sources());
        others.keySet().removeIf(name -> submission.sources().containsKey(Source.pathOf(name)));
        if (others.isEmpty()) {
            return new Integration.NoOtherParts();
        }
        var sources = new TreeMap<>(submission.sources());
        others.forEach((name, source) -> sources.put(Source.pathOf(name), source.text()));
        List<String> names = List.copyOf(others.keySet());
        return switch (engine.learnerCompiler().compile(sources, compiledLab.labClasses())) {
            case CompileResult.Success success -> bisect(names, success.classes());
            case CompileResult.Failure failure -> compileFailure(names, failure.errors());
            case CompileResult.Timeout timeout -> compileFailure(names, List.of());
        };
    }

    /// Finds the part at fault by bisection: runs with the first `n` of the learner's parts and the library's
    /// for the rest. With none it passes, with all it fails, so about log₂ runs find the part that makes the
    /// difference.
    private Integration bisect(List<String> names, Map<String, byte[]> classes) {
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
    private Optional<CheckResult> run(List<String> learnerParts, Map<String, byte[]> classes) {
        progressListener.accept(new ProgressEvent.Integrating(learnerParts.size()));
        Set<String> library = engine.library().classes().keySet().stream()
                .map(CompiledLibrary::topLevelName)
                .collect(Collectors.toSet());
        var selected = new HashMap<String, byte[]>();
        classes.forEach((name, bytes) -> {
            String outer = CompiledLibrary.topLevelName(name);
            // Also take helper classes of a part, which the library doesn't have.
            if (learnerParts.contains(outer)
                    || submission.sources().containsKey(Source.pathOf(outer))
                    || !library.contains(outer)) {
                selected.put(name, bytes);
            }
        });
        Worker worker = engine.workerPool().acquire(lab.limits().megabytes());
        CheckRunResult result = engine.run(worker, lab, compiledLab, selected, lab.checks(), _ -> {});
        return result.firstFailure().or(() -> result.passed() ? Optional.empty() : Optional.of(endedEarly(result)));
    }

    private CheckResult endedEarly(CheckRunResult result) {
        String got = switch (result.ending()) {
            case CheckRunResult.Ending.OutOfTime() ->
                "it ran longer than " + lab.limits().seconds() + " s";
            case CheckRunResult.Ending.OutOfMemory() ->
                "it needed more than " + lab.limits().megabytes() + " MB";
            case CheckRunResult.Ending.EndedEarly early -> "it ended early: " + early.how();
            case CheckRunResult.Ending.Completed() -> "it failed";
        };
        return failed(result.runningCheck().orElse(lab.checks().getFirst()), got);
    }

    /// The result if the learner's parts don't compile together.
    private Integration compileFailure(List<String> names, List<CompileError> errors) {
        CompileError first = errors.stream()
                .filter(error ->
                        names.stream().anyMatch(name -> Source.pathOf(name).equals(error.path())))
                .findFirst()
                .orElse(new CompileError("", 0, 0, "your parts don't compile together", ""));
        String part = names.stream()
                .filter(name -> Source.pathOf(name).equals(first.path()))
                .findFirst()
                .orElse(names.getFirst());
        return new Integration.Failed(
                part, failed(lab.checks().getFirst(), "line " + first.line() + " doesn't compile: " + first.message()));
    }

    private static CheckResult failed(Lab.Check check, String got) {
        return new CheckResult(
                check.id(), check.title(), check.visible(), new Outcome.Failed("", "", got, "", List.of()));
    }
}
