package gradus.studio.author;

import gradus.course.Fault;
import gradus.course.Lab;
import gradus.course.Lab.Solution;
import gradus.course.Source;
import gradus.judge.Judge;
import gradus.judge.LearnerParts;
import gradus.judge.Submission;
import gradus.judge.Verdict;
import gradus.judge.Verdict.CheckResult;
import gradus.judge.Verdict.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Verifies a lab by judging its starter, reference and solutions, with the same judge that learners use.
final class LabVerifier {

    /// The number of runs in which the reference must pass.
    static final int REFERENCE_RUNS = 20;

    private final Judge judge;
    private final FaultFactory faultFactory;
    private final Lab lab;

    LabVerifier(Judge judge, FaultFactory faultFactory, Lab lab) {
        this.judge = judge;
        this.faultFactory = faultFactory;
        this.lab = lab;
    }

    List<Fault> verify(List<Source> starters, List<Source> references) {
        var faults = new ArrayList<Fault>();
        faults.addAll(starterEarnsNothing(starters));
        faults.addAll(referencePasses(references));
        lab.rightSolutions().forEach(right -> faults.addAll(rightPasses(right)));
        lab.wrongSolutions().forEach(wrong -> faults.addAll(wrongFailsAndIsNamed(wrong)));
        return faults;
    }

    /// The starter compiles, and every single check fails on it.
    private List<Fault> starterEarnsNothing(List<Source> starters) {
        Verdict verdict = judge(starters);
        if (!(verdict instanceof Verdict.NotYet notYet)) {
            return List.of(fault(
                    lab.file(),
                    1,
                    "the starter must compile and fail, but it " + VerdictSummary.of(verdict)
                            + "; check what the cut leaves."));
        }
        return notYet.checks().stream()
                .filter(result -> !(result.outcome() instanceof Outcome.Failed))
                .map(result -> fault(
                        checkFile(result),
                        checkLine(result),
                        "the starter already passes the check \"" + result.title()
                                + "\"; make the check call what the learner has to write."))
                .toList();
    }

    /// The reference passes every time, within half of the lab's time limit.
    private List<Fault> referencePasses(List<Source> references) {
        Duration slowest = Duration.ZERO;
        for (int time = 1; time <= REFERENCE_RUNS; time++) {
            Verdict verdict = judge(references);
            if (!(verdict instanceof Verdict.Passed passed)) {
                return List.of(fault(
                        lab.file(),
                        1,
                        "the reference must pass " + REFERENCE_RUNS + " times out of " + REFERENCE_RUNS
                                + ", but on run " + time + " it " + VerdictSummary.of(verdict)
                                + "; fix the check or the library."));
            }
            slowest = slowest.compareTo(passed.resourceUsage().runTime()) < 0
                    ? passed.resourceUsage().runTime()
                    : slowest;
        }
        Duration half = Duration.ofSeconds(lab.limits().seconds()).dividedBy(2);
        return slowest.compareTo(half) <= 0
                ? List.of()
                : List.of(fault(
                        lab.file(),
                        1,
                        "the reference took " + slowest.toMillis()
                                + " ms, more than half of the lab's limit of "
                                + lab.limits().seconds()
                                + " s; raise the limit or make the checks faster."));
    }

    private List<Fault> rightPasses(Solution right) {
        Verdict verdict = judge(right.sources());
        return verdict instanceof Verdict.Passed
                ? List.of()
                : List.of(fault(
                        right.folder(),
                        1,
                        "the right solution \"" + right.name() + "\" must pass, but it " + VerdictSummary.of(verdict)
                                + "; either a check demands more than the contract, or the solution is wrong."));
    }

    private List<Fault> wrongFailsAndIsNamed(Solution wrong) {
        Verdict verdict = judge(wrong.sources());
        if (verdict instanceof Verdict.Passed) {
            return List.of(fault(
                    wrong.folder(),
                    1,
                    "the wrong solution \"" + wrong.name() + "\" passes every check; add a check that it fails."));
        }
        if (!(verdict instanceof Verdict.NotYet notYet)) {
            return List.of(fault(
                    wrong.folder(),
                    1,
                    "the wrong solution \"" + wrong.name()
                            + "\" must run and fail a check, but it " + VerdictSummary.of(verdict)
                            + "; make it compile and terminate."));
        }
        Optional<String> named = notYet.diagnosis().recognised().map(Verdict.RecognisedMistake::name);
        return named.equals(Optional.of(wrong.name()))
                ? List.of()
                : List.of(fault(
                        wrong.folder(),
                        1,
                        "the wrong solution \"" + wrong.name() + "\" is recognised as "
                                + named.map(name -> "\"" + name + "\"").orElse("no known mistake")
                                + " instead of itself; add a check that distinguishes them (it fails "
                                + failed(notYet.checks()) + ")."));
    }

    private Verdict judge(List<Source> sources) {
        var submission =
                new Submission(lab.lesson(), sources.stream().collect(Collectors.toMap(Source::path, Source::text)));
        return judge.judge(lab, submission, LearnerParts.NONE, progressEvent -> {});
    }

    private Fault fault(java.nio.file.Path file, int line, String sentence) {
        return faultFactory.create(file, line, sentence);
    }

    private java.nio.file.Path checkFile(CheckResult result) {
        String className = result.id().substring(0, result.id().indexOf('#'));
        return lab.file().resolveSibling("checks").resolve(className + ".java");
    }

    private int checkLine(CheckResult result) {
        return lab.checks().stream()
                .filter(check -> check.id().equals(result.id()))
                .findFirst()
                .map(Lab.Check::line)
                .orElse(1);
    }

    private static String failed(List<CheckResult> checks) {
        return checks.stream()
                .filter(result -> result.outcome() instanceof Outcome.Failed)
                .map(CheckResult::id)
                .collect(Collectors.joining(", "));
    }
}
