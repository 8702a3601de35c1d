package gradus.studio.author;

import gradus.course.Coding;
import gradus.course.Lab.Check;
import gradus.course.Lab.Solution;
import gradus.course.Parallel;
import gradus.course.Source;
import gradus.course.cut.SolutionSources;
import gradus.course.proof.GateMeasurement;
import gradus.course.proof.GateMeasurement.Series;
import gradus.course.proof.GateMeasurement.Summary;
import gradus.course.proof.GateMeasurement.Threshold;
import gradus.judge.Prover;
import gradus.judge.Submission;
import gradus.judge.Verdict;
import gradus.judge.Verdict.CheckResult;
import gradus.judge.Verdict.Metric;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Runs the gate of a lab, and nothing else, on each solution with many seeds.
final class GateMeasurer {

    private final Prover prover;
    private final ExecutorService runs;
    private final Coding lab;
    private final List<Check> gate;

    /// @param runs runs as many at once as it has threads
    /// @param lab one with a gate
    GateMeasurer(Prover prover, ExecutorService runs, Coding lab) {
        this.prover = prover.sharingJvms();
        this.runs = runs;
        this.lab = lab;
        gate = lab.checks().stream().filter(lab::isGate).toList();
    }

    /// @param references the library's sources of the classes that the lab cuts
    GateMeasurement measure(List<Source> references, int seeds, String key) {
        var solutions = new LinkedHashMap<String, List<Source>>();
        solutions.put(GateMeasurement.REFERENCE, references);
        add(solutions, "right/", lab.rightSolutions());
        add(solutions, "ablations/", lab.ablations());
        add(solutions, "wrong/", lab.wrongSolutions());
        var running = new LinkedHashMap<String, List<Future<Verdict>>>();
        solutions.forEach((name, sources) -> running.put(
                name,
                LongStream.range(0, seeds).mapToObj(seed -> run(sources, seed)).toList()));
        return new GateMeasurement(
                key,
                seeds,
                running.entrySet().stream()
                        .map(entry -> series(
                                entry.getKey(),
                                entry.getValue().stream().map(Parallel::await).toList()))
                        .toList());
    }

    private void add(Map<String, List<Source>> solutions, String folder, List<Solution> all) {
        var complete = SolutionSources.of(lab);
        all.forEach(solution -> solutions.put(folder + solution.name(), complete.complete(solution)));
    }

    private Future<Verdict> run(List<Source> sources, long seed) {
        var submission =
                new Submission(lab.lesson(), sources.stream().collect(Collectors.toMap(Source::path, Source::text)));
        return runs.submit(
                () -> prover.run(lab, submission, gate, OptionalLong.of(seed)).verdict());
    }

    private Series series(String solution, List<Verdict> verdicts) {
        var values = new LinkedHashMap<String, List<Metric>>();
        verdicts.stream()
                .flatMap(verdict -> metrics(solution, verdict))
                .forEach(metric -> values.merge(
                        metric.name(),
                        List.of(metric),
                        (a, b) -> Stream.concat(a.stream(), b.stream()).toList()));
        int passed =
                (int) verdicts.stream().filter(Verdict.Passed.class::isInstance).count();
        return new Series(
                solution,
                !isRefusedBefore(solution),
                passed,
                values.entrySet().stream()
                        .map(entry -> summary(entry.getKey(), entry.getValue()))
                        .toList());
    }

    /// Whether the proof knows a check other than the gate that refuses a wrong solution.
    private boolean isRefusedBefore(String solution) {
        return lab.wrongSolutions().stream()
                .filter(wrong -> solution.equals("wrong/" + wrong.name()))
                .flatMap(wrong -> wrong.fingerprint().stream())
                .flatMap(fingerprint -> fingerprint.checks().stream())
                .anyMatch(check -> gate.stream().noneMatch(one -> one.id().equals(check.checkId())));
    }

    private static Summary summary(String name, List<Metric> metrics) {
        Optional<Threshold> threshold =
                metrics.getLast().threshold().map(it -> new Threshold(it.atLeast(), it.value()));
        return Summary.of(
                name, threshold, metrics.stream().mapToDouble(Metric::value).toArray());
    }

    /// What a run measured; nothing if the solution didn't come so far.
    private static Stream<Metric> metrics(String solution, Verdict verdict) {
        List<CheckResult> checks = switch (verdict) {
            case Verdict.Passed passed -> passed.checks();
            case Verdict.NotYet notYet -> notYet.checks();
            case Verdict.ChecksPassed checked -> checked.checks();
            case Verdict.OutOfTime _,
                    Verdict.OutOfMemory _,
                    Verdict.EndedEarly _,
                    Verdict.DidNotCompile _,
                    Verdict.Forbidden _ -> List.of();
            case Verdict.JudgeFault fault ->
                throw new IllegalStateException(solution + " could not be measured: " + fault.message());
        };
        return checks.stream().flatMap(check -> check.metrics().stream());
    }
}
