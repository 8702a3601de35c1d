package gradus.studio.author;

import gradus.course.FailureFingerprint;
import gradus.course.Fault;
import gradus.course.Milestone;
import gradus.course.Parallel;
import gradus.course.proof.LabProof;
import gradus.judge.Prover;
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

/// Proves a milestone: the library reaches it and measures what the record is of, and no ablation reaches it, though
/// each measures something.
final class MilestoneProver {

    private final Prover prover;
    private final ExecutorService runs;
    private final FaultFactory faultFactory;
    private final Milestone lab;
    private final List<Fault> faults = new ArrayList<>();

    MilestoneProver(Prover prover, ExecutorService runs, FaultFactory faultFactory, Milestone lab) {
        this.prover = prover;
        this.runs = runs;
        this.faultFactory = faultFactory;
        this.lab = lab;
    }

    LabProver.Result prove(ProofStatus status) {
        Verdict verdict = Parallel.await(runs.submit(() -> prover.run(lab)));
        if (verdict instanceof Verdict.Passed passed) {
            lab.ablations()
                    .forEach(ablation -> passed.checks().stream()
                            .filter(result -> result.id().equals(ablation.id()))
                            .forEach(result -> check(ablation, result)));
            lab.best().ifPresent(best -> checkRecord(best, passed.checks()));
        } else {
            fault(
                    lab.file(),
                    "the library must reach the milestone, but running it " + VerdictSummary.of(verdict)
                            + "; correct the checks.");
        }
        return new LabProver.Result(
                verdict instanceof Verdict.Passed passed && faults.isEmpty()
                        ? Optional.of(proof(status, passed))
                        : Optional.empty(),
                faults);
    }

    private void check(Milestone.Ablation ablation, CheckResult result) {
        Path folder = ablation.code().folder();
        if (!(result.outcome() instanceof Outcome.Passed)) {
            fault(
                    folder,
                    "the milestone is reached " + ablation.title()
                            + ", so that isn't what it takes; raise the threshold, or leave the ablation out.");
        } else if (result.metrics().isEmpty()) {
            fault(
                    folder,
                    "the ablation measures nothing, because it fails before any metric; let it run and fall short.");
        }
    }

    private void checkRecord(Milestone.Best best, List<CheckResult> results) {
        List<String> measured = results.stream()
                .filter(result -> !Milestone.isComparison(result.id()))
                .flatMap(result -> result.metrics().stream())
                .map(Verdict.Metric::name)
                .toList();
        if (!measured.contains(best.metric())) {
            fault(
                    lab.file(),
                    "no check measures \"" + best.metric() + "\", of which the record is kept; it must be one of \""
                            + String.join("\", \"", measured) + "\".");
        }
    }

    private static LabProof proof(ProofStatus status, Verdict.Passed passed) {
        var ablations = new LinkedHashMap<String, LabProof.Wrong>();
        status.wrong().forEach((name, hash) -> ablations.put(name, new LabProof.Wrong(hash, FailureFingerprint.NONE)));
        var usage = passed.resourceUsage();
        return new LabProof(
                status.inputs(),
                status.right(),
                ablations,
                Map.of("runMs", usage.runTime().toMillis(), "peakHeapMb", usage.peakHeapBytes() >> 20));
    }

    private void fault(Path file, String sentence) {
        faults.add(faultFactory.create(file, 1, sentence));
    }
}
