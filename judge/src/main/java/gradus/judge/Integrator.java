package gradus.judge;

import gradus.course.Lab;
import gradus.course.Source;
import gradus.judge.Verdict.CheckResult;
import gradus.judge.Verdict.Integration;
import gradus.judge.Verdict.Outcome;
import gradus.judge.build.Built;
import gradus.judge.build.Complaint;
import gradus.judge.build.Library;
import gradus.judge.child.Worker;
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
final class Integrator {

    private final Bench bench;
    private final Lab lab;
    private final Submission submission;
    private final Kit kit;
    private final Consumer<Progress> watcher;

    Integrator(Bench bench, Lab lab, Submission submission, Kit kit, Consumer<Progress> watcher) {
        this.bench = bench;
        this.lab = lab;
        this.submission = submission;
        this.kit = kit;
        this.watcher = watcher;
    }

    Integration integrate(Parts parts) {
        var others = new TreeMap<>(parts.mine());
        others.keySet().removeIf(name -> submission.sources().containsKey(Source.pathOf(name)));
        if (others.isEmpty()) {
            return new Integration.Alone();
        }
        var sources = new TreeMap<>(submission.sources());
        others.forEach((name, source) -> sources.put(Source.pathOf(name), source.text()));
        List<String> names = List.copyOf(others.keySet());
        return switch (bench.learners().compile(sources, kit.own())) {
            case Built.Classes built -> search(names, built.classes());
            case Built.Refused refused -> unfit(names, refused.complaints());
            case Built.TooSlow slow -> unfit(names, List.of());
        };
    }

    /// Takes the first `n` of the learner's parts and the library's for the rest. With none it passes, with all
    /// it fails; halving finds the place where it tips over in about log₂ runs, and the part there is at fault.
    private Integration search(List<String> names, Map<String, byte[]> classes) {
        Optional<CheckResult> failing = run(names, classes);
        if (failing.isEmpty()) {
            return new Integration.Whole(names);
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
        return new Integration.AtFault(names.get(fails - 1), failing.get());
    }

    /// What fails upon `mine` and the submission; empty if all passes.
    private Optional<CheckResult> run(List<String> mine, Map<String, byte[]> classes) {
        watcher.accept(new Progress.Integrating(mine.size()));
        Set<String> library = bench.library().classes().keySet().stream()
                .map(Library::outermost)
                .collect(Collectors.toSet());
        var chosen = new HashMap<String, byte[]>();
        classes.forEach((name, bytes) -> {
            String outer = Library.outermost(name);
            // A helper class that a part brought along has no other of its name.
            if (mine.contains(outer)
                    || submission.sources().containsKey(Source.pathOf(outer))
                    || !library.contains(outer)) {
                chosen.put(name, bytes);
            }
        });
        Worker worker = bench.crew().take(lab.limits().megabytes());
        Trial trial = bench.run(worker, lab, kit, chosen, lab.checks(), _ -> {});
        return trial.failing().or(() -> trial.passed() ? Optional.empty() : Optional.of(cutShort(trial)));
    }

    private CheckResult cutShort(Trial trial) {
        String got = switch (trial.ending()) {
            case Trial.Ending.OutOfTime() ->
                "it ran longer than " + lab.limits().seconds() + " s";
            case Trial.Ending.OutOfMemory() ->
                "it wanted more than " + lab.limits().megabytes() + " MB";
            case Trial.Ending.EndedEarly early -> "it ended early: " + early.how();
            case Trial.Ending.Through() -> "it failed";
        };
        return failed(trial.during().orElse(lab.checks().getFirst()), got);
    }

    /// A part of the learner's own that does not even compile any more.
    private Integration unfit(List<String> names, List<Complaint> complaints) {
        Complaint first = complaints.stream()
                .filter(complaint ->
                        names.stream().anyMatch(name -> Source.pathOf(name).equals(complaint.path())))
                .findFirst()
                .orElse(new Complaint("", 0, 0, "your parts do not compile together", ""));
        String part = names.stream()
                .filter(name -> Source.pathOf(name).equals(first.path()))
                .findFirst()
                .orElse(names.getFirst());
        return new Integration.AtFault(
                part,
                failed(lab.checks().getFirst(), "line " + first.line() + " does not compile: " + first.message()));
    }

    private static CheckResult failed(Lab.Check check, String got) {
        return new CheckResult(
                check.id(), check.title(), check.visible(), new Outcome.Failed("", "", got, "", List.of()));
    }
}
