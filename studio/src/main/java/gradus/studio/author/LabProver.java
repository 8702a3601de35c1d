package gradus.studio.author;

import gradus.course.Coding;
import gradus.course.FailureFingerprint;
import gradus.course.Fault;
import gradus.course.Lab;
import gradus.course.Lab.Check;
import gradus.course.Lab.Solution;
import gradus.course.Parallel;
import gradus.course.Source;
import gradus.course.cut.SolutionSources;
import gradus.course.proof.LabProof;
import gradus.judge.Prover;
import gradus.judge.Submission;
import gradus.judge.Verdict;
import gradus.judge.Verdict.CheckResult;
import gradus.judge.Verdict.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Proves a lab: runs its starter, its reference several times, and every solution, as a learner's submission
/// runs.
///
/// A gate may take long, so it is counted apart: it runs a few times on the reference, once on each right
/// solution, and on a wrong one only if no other check refuses it.
final class LabProver {

    /// How often the reference must pass the gate.
    private static final int GATE_RUNS = 3;

    private final Prover prover;
    private final Prover wrongProver;
    private final ExecutorService runs;
    private final FaultFactory faultFactory;
    private final Coding lab;
    private final List<Fault> faults = new ArrayList<>();

    /// @param wrongProver runs the wrong solutions
    /// @param runs runs everything at the same time that it has threads for
    LabProver(Prover prover, Prover wrongProver, ExecutorService runs, FaultFactory faultFactory, Coding lab) {
        this.prover = prover;
        this.wrongProver = wrongProver;
        this.runs = runs;
        this.faultFactory = faultFactory;
        this.lab = lab;
    }

    /// @param proof empty if there are faults
    record Result(Optional<LabProof> proof, List<Fault> faults) {}

    /// @param flakeRuns the number of runs in which the reference must pass all checks but the gate
    Result prove(ProofStatus status, List<Source> starters, List<Source> references, int flakeRuns) {
        List<Check> quick =
                lab.checks().stream().filter(check -> !lab.isGate(check)).toList();
        List<Check> gate = lab.checks().stream().filter(lab::isGate).toList();
        List<Future<Prover.Run>> starter = Stream.of(quick, gate)
                .filter(checks -> !checks.isEmpty())
                .map(checks -> run(starters, checks))
                .toList();
        if (Parallel.await(starter.getFirst()).verdict() instanceof Verdict.JudgeFault fault) {
            fault(lab.file(), 1, "the lab can't be judged: " + fault.message() + "; correct it and prove again.");
            return new Result(Optional.empty(), faults);
        }
        List<Future<Prover.Run>> reference = Stream.concat(
                        IntStream.range(0, gate.isEmpty() ? 0 : Math.min(gateRuns(), flakeRuns))
                                .mapToObj(_ -> run(references)),
                        IntStream.range(0, flakeRuns).mapToObj(_ -> run(references, quick)))
                .toList();
        Map<Solution, Future<Prover.Run>> right = runAll(prover, lab.rightSolutions());
        Map<Solution, Future<Prover.Run>> wrong = runAll(wrongProver, lab.wrongSolutions());
        List<Future<Optional<String>>> decided = lab.decisions()
                .map(decisions -> new DecisionsProver(prover, runs, lab, decisions).start(files(references)))
                .orElse(List.of());
        starter.forEach(run -> starterEarnsNothing(Parallel.await(run).verdict()));
        Map<String, Long> measured =
                referencePasses(reference.stream().map(Parallel::await).toList());
        decided.forEach(run -> Parallel.await(run).ifPresent(sentence -> fault(lab.file(), 1, sentence)));
        right.forEach(
                (solution, run) -> rightPasses(solution, Parallel.await(run).verdict()));
        var fingerprints = new LinkedHashMap<Solution, FailureFingerprint>();
        wrong.forEach((solution, run) -> {
            wrongFails(solution, Parallel.await(run).verdict());
            fingerprints.put(solution, Parallel.await(run).fingerprint());
        });
        wrongIsNamed(fingerprints);
        return faults.isEmpty()
                ? new Result(Optional.of(proof(status, fingerprints, measured)), List.of())
                : new Result(Optional.empty(), faults);
    }

    /// One that trains for minutes runs once: it gives the same result each time.
    private int gateRuns() {
        return lab.gateRun().isPresent() ? 1 : GATE_RUNS;
    }

    private static LabProof proof(
            ProofStatus status, Map<Solution, FailureFingerprint> fingerprints, Map<String, Long> measured) {
        var wrong = new LinkedHashMap<String, LabProof.Wrong>();
        fingerprints.forEach((solution, fingerprint) ->
                wrong.put(solution.name(), new LabProof.Wrong(status.wrong().get(solution.name()), fingerprint)));
        return new LabProof(status.inputs(), status.right(), wrong, measured);
    }

    private Map<Solution, Future<Prover.Run>> runAll(Prover with, List<Solution> solutions) {
        var complete = SolutionSources.of(lab);
        return solutions.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        solution -> run(with, complete.complete(solution), lab.checks()),
                        (a, _) -> a,
                        LinkedHashMap::new));
    }

    private Future<Prover.Run> run(List<Source> sources) {
        return run(sources, lab.checks());
    }

    private Future<Prover.Run> run(List<Source> sources, List<Check> checks) {
        return run(prover, sources, checks);
    }

    private Future<Prover.Run> run(Prover with, List<Source> sources, List<Check> checks) {
        var submission = new Submission(lab.lesson(), files(sources));
        return runs.submit(() -> with.run(lab, submission, checks));
    }

    private static Map<String, String> files(List<Source> sources) {
        return sources.stream().collect(Collectors.toMap(Source::path, Source::text));
    }

    /// The starter compiles, and every single check fails on it.
    private void starterEarnsNothing(Verdict verdict) {
        if (!(verdict instanceof Verdict.NotYet notYet)) {
            fault(
                    lab.file(),
                    1,
                    "the starter must compile and fail, but it " + VerdictSummary.of(verdict)
                            + "; check what the cut leaves.");
            return;
        }
        notYet.checks().stream()
                .filter(result -> !(result.outcome() instanceof Outcome.Failed))
                .forEach(result -> fault(
                        checkFile(result),
                        checkLine(result),
                        "the starter already passes the check \"" + result.title()
                                + "\"; make the check call what the learner has to write."));
    }

    /// The reference passes every time, within half of the lab's limits.
    ///
    /// @return what was measured
    private Map<String, Long> referencePasses(List<Prover.Run> all) {
        long slowest = 0;
        long most = 0;
        long slowestGate = 0;
        for (int i = 0; i < all.size(); i++) {
            Verdict verdict = all.get(i).verdict();
            if (!(verdict instanceof Verdict.Passed passed)) {
                fault(
                        lab.file(),
                        1,
                        "the reference must pass " + all.size() + " times out of " + all.size() + ", but on run "
                                + (i + 1) + " it " + VerdictSummary.of(verdict) + "; fix the check or the library.");
                return Map.of();
            }
            slowest = Math.max(slowest, passed.resourceUsage().cpuTime().toMillis());
            most = Math.max(most, passed.resourceUsage().peakHeapBytes() >> 20);
            slowestGate = Math.max(slowestGate, gateMillis(passed));
        }
        if (slowest > 500L * lab.limits().seconds()) {
            fault(
                    lab.file(),
                    1,
                    "the reference took " + slowest + " ms, more than half of the lab's limit of "
                            + lab.limits().seconds() + " s; raise the limit or make the checks faster.");
        }
        return lab.gate().isPresent()
                ? Map.of("slowestRunMs", slowest, "slowestGateMs", slowestGate, "peakHeapMb", most)
                : Map.of("slowestRunMs", slowest, "peakHeapMb", most);
    }

    /// How long the gate took, if it ran.
    private long gateMillis(Verdict.Passed passed) {
        return passed.checks().stream()
                .filter(result -> lab.gateCheck().map(Check::id).equals(Optional.of(result.id())))
                .map(CheckResult::outcome)
                .mapToLong(outcome ->
                        outcome instanceof Outcome.Passed gate ? gate.took().toMillis() : 0)
                .sum();
    }

    private void rightPasses(Solution right, Verdict verdict) {
        if (!(verdict instanceof Verdict.Passed)) {
            fault(
                    right.folder(),
                    1,
                    "the right solution \"" + right.name() + "\" must pass, but it " + VerdictSummary.of(verdict)
                            + "; either a check demands more than the contract, or the solution is wrong.");
        }
    }

    private void wrongFails(Solution wrong, Verdict verdict) {
        if (verdict instanceof Verdict.Passed) {
            fault(
                    wrong.folder(),
                    1,
                    "the wrong solution \"" + wrong.name() + "\" passes every check; add a check that it fails.");
        } else if (!(verdict instanceof Verdict.NotYet)) {
            fault(
                    wrong.folder(),
                    1,
                    "the wrong solution \"" + wrong.name() + "\" must run and fail a check, but it "
                            + VerdictSummary.of(verdict) + "; make it compile and terminate.");
        }
    }

    /// A learner with the same mistake is told what it is.
    private void wrongIsNamed(Map<Solution, FailureFingerprint> fingerprints) {
        Coding known = lab.withWrongSolutions(fingerprints.entrySet().stream()
                .map(entry -> entry.getKey().withFingerprint(entry.getValue()))
                .toList());
        fingerprints.forEach((wrong, fingerprint) -> {
            Optional<String> named = prover.recognise(known, fingerprint).map(Solution::name);
            if (!fingerprint.checks().isEmpty() && !named.equals(Optional.of(wrong.name()))) {
                fault(
                        wrong.folder(),
                        1,
                        "the wrong solution \"" + wrong.name() + "\" is recognised as "
                                + named.map(name -> "\"" + name + "\"").orElse("no known mistake")
                                + " instead of itself; add a check that distinguishes them (it fails "
                                + fingerprint.checks().stream()
                                        .map(FailureFingerprint.CheckFingerprint::checkId)
                                        .collect(Collectors.joining(", "))
                                + ").");
            }
        });
    }

    private void fault(Path file, int line, String sentence) {
        faults.add(faultFactory.create(file, line, sentence));
    }

    private Path checkFile(CheckResult result) {
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
}
