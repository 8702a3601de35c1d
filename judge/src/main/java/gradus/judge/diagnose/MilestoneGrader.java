package gradus.judge.diagnose;

import gradus.course.Lab;
import gradus.course.Milestone;
import gradus.judge.Verdict;
import gradus.judge.Verdict.CheckResult;
import gradus.judge.Verdict.Integration;
import gradus.judge.Verdict.Outcome;
import gradus.judge.Verdict.Problem;
import gradus.judge.run.CheckRunResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Grades a milestone by its runs with the learner's parts, with the library, and of each ablation. It is reached if
/// the first passes.
public final class MilestoneGrader {

    private final Milestone lab;

    public MilestoneGrader(Milestone lab) {
        this.lab = lab;
    }

    /// The runs of a milestone.
    ///
    /// @param parts the binary names of the learner's classes that ran
    /// @param compileTime of these
    /// @param learners with the learner's parts
    /// @param library with the library alone
    /// @param ablations the results of the ablations; empty if the learner's run hasn't passed
    public record Runs(
            List<String> parts,
            Duration compileTime,
            CheckRunResult learners,
            CheckRunResult library,
            List<CheckResult> ablations) {
        public Runs {
            parts = List.copyOf(parts);
            ablations = List.copyOf(ablations);
        }
    }

    /// The result of the library's run, with what it has measured.
    public CheckResult library(CheckRunResult run) {
        return result(check(Milestone.LIBRARY), run, run.passed());
    }

    /// The result of an ablation: it is right that the milestone isn't reached.
    public CheckResult ablation(Milestone.Ablation ablation, CheckRunResult run) {
        return result(check(ablation.id()), run, !run.passed());
    }

    /// The check with this id.
    public Lab.Check check(String id) {
        return lab.checks().stream()
                .filter(check -> check.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static CheckResult result(Lab.Check check, CheckRunResult run, boolean asItShould) {
        return new CheckResult(
                check.id(),
                check.title(),
                check.visible(),
                asItShould
                        ? new Outcome.Passed(run.took())
                        : new Outcome.Failed(
                                "",
                                "",
                                run.passed() ? "it is reached all the same" : "it isn't reached",
                                "",
                                List.of()),
                run.checks().stream().flatMap(one -> one.metrics().stream()).toList());
    }

    /// @param notes on the learner's code, see [CodeNotes]
    /// @param remarks on the learner's parts
    public Verdict grade(Runs runs, List<String> notes, List<Verdict.Remark> remarks) {
        CheckRunResult learners = runs.learners();
        List<CheckResult> results = results(runs);
        var usage = VerdictFactory.resourceUsage(learners, runs.compileTime());
        if (learners.passed()) {
            Integration integration =
                    runs.parts().isEmpty() ? new Integration.NoOtherParts() : new Integration.Passed(runs.parts());
            return new Verdict.Passed(results, integration, remarks, usage, learners.output());
        }
        return VerdictFactory.unfinished(lab.limits(), learners, results)
                .orElseGet(() -> new Verdict.NotYet(
                        results,
                        DiagnosisFactory.create(learners, notes, Optional.empty()),
                        remarks,
                        usage,
                        learners.output()));
    }

    private List<CheckResult> results(Runs runs) {
        var results = new ArrayList<>(runs.learners().checks());
        results.add(library(runs.library()));
        results.addAll(runs.ablations());
        results.addAll(VerdictFactory.notRun(
                lab.checks().subList(results.size(), lab.checks().size())));
        return results;
    }

    /// The verdict if a part that must be the learner's doesn't fit the library any more.
    ///
    /// @param remarks that say so
    public static Verdict outgrown(List<Verdict.Remark> remarks) {
        return new Verdict.DidNotCompile(remarks.stream()
                .map(remark -> new Problem(remark.place(), remark.message(), ""))
                .toList());
    }
}
