package gradus.judge.diagnose;

import gradus.course.Lab;
import gradus.course.Testing;
import gradus.judge.Verdict;
import gradus.judge.Verdict.CheckResult;
import gradus.judge.Verdict.Outcome;
import gradus.judge.run.CheckRunResult;
import gradus.judge.run.CheckRunResult.Ending;
import gradus.proctor.transcript.Event.Finding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/// Grades a learner's tests by their runs on the library, on other right implementations and on mutants.
public final class TestingGrader {

    private final Testing lab;
    private final List<Lab.Check> checks;
    private final Duration compileTime;
    private final List<String> forgotten;

    /// @param forgotten methods that look like tests and aren't marked as such
    public TestingGrader(Testing lab, Duration compileTime, List<String> forgotten) {
        this.lab = lab;
        this.checks = lab.checks();
        this.compileTime = compileTime;
        this.forgotten = List.copyOf(forgotten);
    }

    private String forgottenNote() {
        return forgotten.isEmpty()
                ? ""
                : " " + forgotten.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "))
                        + (forgotten.size() == 1 ? " has" : " have")
                        + " no `@Test`, so nobody runs " + (forgotten.size() == 1 ? "it." : "them.");
    }

    /// The verdict on a test class without a test.
    public Verdict withoutTests() {
        return notYet(
                VerdictFactory.notRun(checks),
                "There is no test yet. Write a method without parameters, with `@Test` above it, that calls "
                        + lab.subjectNames() + " and says what the call must give." + forgottenNote(),
                List.of());
    }

    /// The result of the tests on one implementation.
    ///
    /// @param index of its check
    public CheckResult result(int index, CheckRunResult run) {
        Lab.Check check = checks.get(index);
        int mutant = index - 1 - lab.rightSolutions().size();
        if (mutant < 0) {
            return new CheckResult(check.id(), check.title(), true, onRight(run));
        }
        // A title without the fault: what is alive is still to be found.
        return run.passed()
                ? new CheckResult(
                        check.id(),
                        check.title(),
                        true,
                        new Outcome.Failed("", "a test that fails", "all tests pass on it", "", List.of()))
                : new CheckResult(
                        check.id(),
                        lab.mutants().get(mutant).killedTitle() + ending(run),
                        true,
                        new Outcome.Passed(run.took()));
    }

    private static Outcome onRight(CheckRunResult run) {
        if (run.passed()) {
            return new Outcome.Passed(run.took());
        }
        return run.firstFailure()
                .map(CheckResult::outcome)
                .orElseGet(() -> new Outcome.Failed("", "tests that pass", "the tests" + words(run), "", List.of()));
    }

    private static String ending(CheckRunResult run) {
        return run.ending() instanceof Ending.Completed ? "" : "; on it the tests" + words(run);
    }

    /// How the tests ended on an implementation, after "the tests".
    private static String words(CheckRunResult run) {
        return switch (run.ending()) {
            case Ending.Completed() -> " came to their end";
            case Ending.OutOfTime _ -> " ran out of time";
            case Ending.OutOfMemory() -> " ran out of memory";
            case Ending.EndedEarly early -> " ended early: " + early.how();
        };
    }

    /// The verdict on tests that pass on the library and fail on another right implementation.
    ///
    /// @param runs on all right implementations
    /// @param again a second run on the library: if it fails now, the tests depend on chance
    public Verdict refused(List<CheckRunResult> runs, CheckRunResult again) {
        CheckRunResult refused =
                runs.stream().filter(run -> !run.passed()).findFirst().orElseThrow();
        return notYet(
                results(runs),
                again.passed()
                        ? failure(
                                refused,
                                "on another right implementation",
                                ", so it asks for more than the documentation promises")
                        : failure(
                                again,
                                "on the library's own " + lab.subjectNames(),
                                ", on which it has passed before, so it depends on chance or on time"),
                runs);
    }

    /// The verdict on all other tests.
    ///
    /// @param runs in the order of the checks: the first alone if it isn't passed, else all
    public Verdict grade(List<CheckRunResult> runs) {
        List<CheckResult> results = results(runs);
        CheckRunResult reference = runs.getFirst();
        if (!reference.passed()) {
            return VerdictFactory.unfinished(lab.limits(), reference, results)
                    .orElseGet(() -> notYet(
                            results,
                            failure(reference, "on the library's own " + lab.subjectNames(), ", which is right"),
                            runs));
        }
        int right = 1 + lab.rightSolutions().size();
        List<CheckResult> mutants = results.subList(right, results.size());
        List<CheckResult> alive = mutants.stream()
                .filter(result -> !(result.outcome() instanceof Outcome.Passed))
                .toList();
        int killed = mutants.size() - alive.size();
        return killed >= lab.atLeast()
                ? new Verdict.Passed(
                        results, new Verdict.Integration.NoOtherParts(), List.of(), usage(runs), reference.output())
                : notYet(
                        results,
                        "Your tests find " + killed + " of " + mutants.size() + " faults, and " + lab.atLeast()
                                + " are wanted." + forgottenNote() + " All of them pass on "
                                + lab.mutants().stream()
                                        .filter(mutant -> mutant.id()
                                                .equals(alive.getFirst().id()))
                                        .map(mutant -> "fault " + mutant.number() + ", in " + mutant.where())
                                        .findFirst()
                                        .orElseThrow()
                                + ": look for a call that shows it.",
                        runs);
    }

    private List<CheckResult> results(List<CheckRunResult> runs) {
        var results = new ArrayList<CheckResult>();
        for (int i = 0; i < runs.size(); i++) {
            results.add(result(i, runs.get(i)));
        }
        results.addAll(VerdictFactory.notRun(checks.subList(runs.size(), checks.size())));
        return results;
    }

    /// What to say of the first test that fails.
    private static String failure(CheckRunResult run, String where, String because) {
        Optional<CheckResult> failed = run.firstFailure();
        if (failed.isEmpty()) {
            return "Your tests" + words(run) + " " + where + because + ".";
        }
        Finding finding = run.findings().get(failed.get().id());
        String what = (finding.call().isEmpty() ? "" : "`" + finding.call().replace('`', '\'') + "`: ")
                + (finding.expected().isEmpty()
                        ? finding.got()
                        : "expected " + finding.expected() + ", got " + finding.got());
        return "Your test `" + failed.get().title() + "` fails " + where + because + ". " + what
                + DiagnosisFactory.clause(finding) + ".";
    }

    private Verdict notYet(List<CheckResult> results, String diagnosis, List<CheckRunResult> runs) {
        return new Verdict.NotYet(
                results,
                new Verdict.Diagnosis(diagnosis, Optional.empty()),
                List.of(),
                usage(runs),
                runs.isEmpty() ? "" : runs.getFirst().output());
    }

    /// Of all runs together.
    private Verdict.ResourceUsage usage(List<CheckRunResult> runs) {
        return new Verdict.ResourceUsage(
                compileTime,
                runs.stream().map(CheckRunResult::took).reduce(Duration.ZERO, Duration::plus),
                runs.stream().map(CheckRunResult::cpuTime).reduce(Duration.ZERO, Duration::plus),
                runs.stream().mapToLong(CheckRunResult::allocatedBytes).sum(),
                runs.stream().mapToLong(CheckRunResult::peakHeapBytes).max().orElse(0),
                OptionalInt.empty());
    }
}
