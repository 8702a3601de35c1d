package gradus.studio.terminal;

import gradus.course.Milestone;
import gradus.judge.Verdict;
import gradus.judge.Verdict.CheckResult;
import gradus.judge.Verdict.Metric;
import gradus.judge.Verdict.Outcome;
import gradus.studio.desk.Desk;
import gradus.studio.milestone.BestRuns;
import gradus.studio.milestone.Certificate;
import gradus.studio.milestone.MilestoneResult;
import gradus.studio.milestone.MilestoneResult.AblationResult;
import gradus.studio.milestone.MilestoneResult.Compared;
import gradus.studio.run.Run;
import gradus.studio.terminal.ConsolePrinter.Style;
import java.util.List;
import java.util.stream.Collectors;

/// Prints a run of a milestone: what was measured beside what the library reaches, the ablations, and the certificate.
record MilestonePrinter(ConsolePrinter paper, Desk desk, Milestone lab) {

    /// @param run one with a verdict
    void print(Run run) {
        Verdict verdict = run.card().orElseThrow().verdict().orElseThrow();
        MilestoneResult result =
                MilestoneResult.of(lab, run.card().orElseThrow().results());
        switch (verdict) {
            case Verdict.Passed _ ->
                paper.line(
                        Style.GOOD,
                        "✓ ",
                        Style.BOLD,
                        "Reached, with your own parts: " + run.request().title() + ", "
                                + lab.origin().year() + ".");
            case Verdict.NotYet it ->
                paper.line(
                        Style.BAD,
                        "✗ ",
                        Style.BOLD,
                        "Not reached yet. " + it.diagnosis().message());
            case Verdict.ChecksPassed _,
                    Verdict.DidNotCompile _,
                    Verdict.OutOfTime _,
                    Verdict.OutOfMemory _,
                    Verdict.EndedEarly _,
                    Verdict.Forbidden _,
                    Verdict.JudgeFault _ -> new VerdictPrinter(paper, desk, lab).print(verdict);
        }
        if (verdict instanceof Verdict.Passed || verdict instanceof Verdict.NotYet) {
            result.checks().forEach(this::check);
            metrics(result.metrics());
            ablations(result.ablations());
        }
        Certificate.of(lab, run).ifPresent(certificate -> certificate(run, certificate));
    }

    private void check(CheckResult result) {
        switch (result.outcome()) {
            case Outcome.Passed _ -> paper.line(Style.GOOD, "✓ ", Style.PLAIN, result.title());
            case Outcome.NotRun _ -> paper.line(Style.FAINT, "· ", Style.FAINT, result.title() + ": not run");
            case Outcome.Failed failed -> {
                paper.line(Style.BAD, "✗ ", Style.PLAIN, result.title());
                new VerdictPrinter(paper, desk, lab).failed(failed);
            }
        }
    }

    private void metrics(List<Compared> metrics) {
        if (!metrics.isEmpty()) {
            paper.blankLine();
            paper.table(
                    List.of("measured", "yours", "the library's", "wanted"),
                    metrics.stream().map(MilestonePrinter::row).toList());
        }
    }

    private static List<String> row(Compared compared) {
        Metric metric = compared.learners();
        return List.of(
                metric.name(),
                Metric.number(metric.value()),
                compared.library().map(other -> Metric.number(other.value())).orElse(""),
                metric.threshold()
                        .map(it -> (it.atLeast() ? "≥ " : "≤ ") + Metric.number(it.value()))
                        .orElse(""));
    }

    private void ablations(List<AblationResult> ablations) {
        paper.blankLine();
        for (AblationResult result : ablations) {
            String title = result.ablation().title() + ": " + result.standing() + measured(result.metrics());
            paper.line(
                    result.asItShould() ? Style.GOOD : Style.FAINT,
                    result.asItShould() ? "✓ " : "· ",
                    Style.PLAIN,
                    title);
            if (result.asItShould()) {
                paper.html("  ", result.ablation().seen());
            }
        }
    }

    private static String measured(List<Metric> metrics) {
        return metrics.isEmpty()
                ? ""
                : metrics.stream()
                        .map(metric -> metric.name() + " " + Metric.number(metric.value()))
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    private void certificate(Run run, Certificate certificate) {
        paper.blankLine();
        desk.milestones().best(lab).ifPresent(best -> record(best, run));
        paper.line("Configuration " + certificate.configuration().substring(0, 16)
                + ". The certificate is on the page of the run: start `gradus`, then open Runs.");
    }

    private void record(BestRuns best, Run run) {
        best.entries().stream()
                .limit(1)
                .forEach(entry -> paper.line("Your record, " + best.metric() + ": " + Metric.number(entry.value())
                        + (best.isBest(run.id()) ? ", in this run." : ".")));
    }
}
