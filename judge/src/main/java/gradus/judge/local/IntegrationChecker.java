package gradus.judge.local;

import gradus.course.Lab;
import gradus.course.Source;
import gradus.judge.LearnerParts;
import gradus.judge.Progress;
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

/// Runs a submission that has passed upon the library once more, upon the learner's other parts; where that
/// fails, finds the part that makes it fail.
final class IntegrationChecker {

    private final JudgeEngine engine;
    private final Lab lab;
    private final Submission submission;
    private final CompiledLab compiledLab;
    private final Consumer<Progress> progressListener;

    IntegrationChecker(
            JudgeEngine engine,
            Lab lab,
            Submission submission,
            CompiledLab compiledLab,
            Consumer<Progress> progressListener) {
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
            case CompileResult.Success built -> bisect(names, built.classes());
            case CompileResult.Failure failure -> compileFailure(names, failure.errors());
            case CompileResult.Timeout slow -> compileFailure(names, List.of());
        };
    }

    /// Takes the first `n` of the learner's parts and the library's for the rest. With none it passes, with
    /// all it fails; halving finds the place where it tips over in about log₂ runs, and the part there is at
    /// fault.
    private Integration bisect(List<String> names, Map<String, byte[]> classes) {
        Optional<CheckResult> failing = run(names, classes);
        if (failing.isEmpty()) {
            return new Integration.Passed(names);
        }
        int passes = 0;
        int fails = names.size();
        while (fails - passes > 1) {
            int middle = (passes + fails) / 2;
            Optional<CheckResult> here = run(names.subList(0, middle), classes);
            if (here.isPresent()) {
                fails = middle;
                failing = here;
            } else {
                passes = middle;
            }
        }
        return new Integration.Failed(names.get(fails - 1), failing.get());
    }

    /// What fails upon `learnerParts` and the submission; empty if all passes.
    private Optional<CheckResult> run(List<String> learnerParts, Map<String, byte[]> classes) {
        progressListener.accept(new Progress.Integrating(learnerParts.size()));
        Set<String> library = engine.library().classes().keySet().stream()
                .map(CompiledLibrary::topLevelName)
                .collect(Collectors.toSet());
        var chosen = new HashMap<String, byte[]>();
        classes.forEach((name, bytes) -> {
            String outer = CompiledLibrary.topLevelName(name);
            // A helper class that a part brought along has no other of its name.
            if (learnerParts.contains(outer)
                    || submission.sources().containsKey(Source.pathOf(outer))
                    || !library.contains(outer)) {
                chosen.put(name, bytes);
            }
        });
        Worker worker = engine.workerPool().acquire(lab.limits().megabytes());
        CheckRunResult checkRunResult = engine.run(worker, lab, compiledLab, chosen, lab.checks(), _ -> {});
        return checkRunResult
                .firstFailure()
                .or(() -> checkRunResult.passed() ? Optional.empty() : Optional.of(endedEarly(checkRunResult)));
    }

    private CheckResult endedEarly(CheckRunResult checkRunResult) {
        String got = switch (checkRunResult.ending()) {
            case CheckRunResult.Ending.OutOfTime() ->
                "it ran longer than " + lab.limits().seconds() + " s";
            case CheckRunResult.Ending.OutOfMemory() ->
                "it wanted more than " + lab.limits().megabytes() + " MB";
            case CheckRunResult.Ending.EndedEarly early -> "it ended early: " + early.how();
            case CheckRunResult.Ending.Completed() -> "it failed";
        };
        return failed(checkRunResult.runningCheck().orElse(lab.checks().getFirst()), got);
    }

    /// A part of the learner's own that does not even compile any more.
    private Integration compileFailure(List<String> names, List<CompileError> complaints) {
        CompileError first = complaints.stream()
                .filter(compileError ->
                        names.stream().anyMatch(name -> Source.pathOf(name).equals(compileError.path())))
                .findFirst()
                .orElse(new CompileError("", 0, 0, "your parts do not compile together", ""));
        String part = names.stream()
                .filter(name -> Source.pathOf(name).equals(first.path()))
                .findFirst()
                .orElse(names.getFirst());
        return new Integration.Failed(
                part,
                failed(lab.checks().getFirst(), "line " + first.line() + " does not compile: " + first.message()));
    }

    private static CheckResult failed(Lab.Check check, String got) {
        return new CheckResult(
                check.id(), check.title(), check.visible(), new Outcome.Failed("", "", got, "", List.of()));
    }
}
