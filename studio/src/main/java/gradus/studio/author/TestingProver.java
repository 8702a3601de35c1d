package gradus.studio.author;

import gradus.course.FailureFingerprint;
import gradus.course.Fault;
import gradus.course.Parallel;
import gradus.course.Source;
import gradus.course.Testing;
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

/// Proves a lab of tests: the author's tests pass on every right implementation and kill every mutant, and
/// neither the starter nor weak tests pass.
final class TestingProver {

    private final Prover prover;
    private final ExecutorService runs;
    private final FaultFactory faultFactory;
    private final Testing lab;
    private final List<Fault> faults = new ArrayList<>();

    /// @param runs runs everything at the same time that it has threads for
    TestingProver(Prover prover, ExecutorService runs, FaultFactory faultFactory, Testing lab) {
        this.prover = prover;
        this.runs = runs;
        this.faultFactory = faultFactory;
        this.lab = lab;
    }

    LabProver.Result prove(ProofStatus status) {
        Future<Verdict> starter = run(lab.starter());
        Future<Verdict> reference = run(lab.solutions().reference());
        Map<String, Future<Verdict>> weak = new LinkedHashMap<>();
        lab.solutions().weak().forEach((name, tests) -> weak.put(name, run(tests)));
        if (Parallel.await(starter) instanceof Verdict.JudgeFault fault) {
            fault(lab.file(), "the lab can't be judged: " + fault.message() + "; correct it and prove again.");
            return new LabProver.Result(Optional.empty(), faults);
        }
        doesNotPass(folder("tests"), "the starter", Parallel.await(starter));
        killsAll(Parallel.await(reference));
        weak.forEach((name, run) ->
                doesNotPass(folder("weak").resolve(name), "the weak tests \"" + name + "\"", Parallel.await(run)));
        return faults.isEmpty()
                ? new LabProver.Result(Optional.of(proof(status, Parallel.await(reference))), List.of())
                : new LabProver.Result(Optional.empty(), faults);
    }

    private Future<Verdict> run(Source tests) {
        return runs.submit(() -> prover.run(
                lab, new Submission(lab.lesson(), Map.of(lab.starter().path(), tests.text()))));
    }

    /// It runs, and isn't enough.
    private void doesNotPass(Path folder, String what, Verdict verdict) {
        if (!(verdict instanceof Verdict.NotYet)) {
            fault(folder, what + " must compile and not pass, but it " + VerdictSummary.of(verdict) + "; correct it.");
        }
    }

    private void killsAll(Verdict verdict) {
        if (!(verdict instanceof Verdict.Passed passed)) {
            fault(
                    folder("reference"),
                    "the author's tests must pass on every right implementation and kill every mutant, but running them "
                            + VerdictSummary.of(verdict) + "; correct the tests or the implementation.");
            return;
        }
        passed.checks().stream()
                .filter(result -> !(result.outcome() instanceof Outcome.Passed))
                .map(CheckResult::id)
                .flatMap(id ->
                        lab.mutants().stream().filter(mutant -> mutant.id().equals(id)))
                .forEach(
                        mutant -> fault(
                                mutant.code().folder(),
                                "the author's tests don't kill the mutant \""
                                        + mutant.code().name()
                                        + "\"; add a test that fails on it, or leave it out if nobody can tell it from the library."));
    }

    private static LabProof proof(ProofStatus status, Verdict reference) {
        var mutants = new LinkedHashMap<String, LabProof.Wrong>();
        status.wrong().forEach((name, hash) -> mutants.put(name, new LabProof.Wrong(hash, FailureFingerprint.NONE)));
        var usage = ((Verdict.Passed) reference).resourceUsage();
        return new LabProof(
                status.inputs(),
                status.right(),
                mutants,
                Map.of("runsMs", usage.runTime().toMillis(), "peakHeapMb", usage.peakHeapBytes() >> 20));
    }

    private Path folder(String name) {
        return lab.file().resolveSibling(name);
    }

    private void fault(Path file, String sentence) {
        faults.add(faultFactory.create(file, 1, sentence));
    }
}
