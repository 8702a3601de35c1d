package gradus.studio.terminal;

import gradus.course.proof.GateMargin;
import gradus.course.proof.GateMeasurement;
import gradus.course.proof.GateMeasurement.Series;
import gradus.course.proof.GateMeasurement.Summary;
import gradus.course.proof.GateMeasurement.Threshold;
import gradus.studio.terminal.ConsolePrinter.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Prints how a gate did with many seeds: a table for each metric, and the margins of its threshold.
record GatePrinter(ConsolePrinter paper) {

    void print(String lesson, GateMeasurement gate) {
        paper.line(Style.BOLD, "", Style.BOLD, lesson + ", the gate with " + TablePrinter.count(gate.seeds(), "seed"));
        List<String> metrics = gate.series().stream()
                .flatMap(series -> series.metrics().stream())
                .map(Summary::name)
                .distinct()
                .toList();
        if (metrics.isEmpty()) {
            passes(gate);
            paper.line(
                    "  ",
                    "The gate records no metric, so it has no margins; state what it measures with"
                            + " `Metric.of(…).atLeast(…)`.");
        }
        metrics.forEach(metric -> metric(gate, metric));
        long refused =
                gate.series().stream().filter(series -> !series.reachesGate()).count();
        if (refused > 0) {
            paper.line(
                    Style.FAINT,
                    "  · ",
                    Style.FAINT,
                    "other checks refuse " + TablePrinter.count((int) refused, "wrong solution")
                            + " before the gate runs");
        }
        gate.margins().forEach(this::margin);
        paper.blankLine();
    }

    private void passes(GateMeasurement gate) {
        paper.table(
                List.of("  solution", "passes"),
                gate.series().stream()
                        .map(series -> List.of("  " + series.solution(), passed(gate, series)))
                        .toList());
    }

    private void metric(GateMeasurement gate, String name) {
        List<Series> with = gate.series().stream()
                .filter(series -> series.metric(name).isPresent())
                .toList();
        var rows = new ArrayList<List<String>>();
        for (Series series : gate.series()) {
            rows.add(series.metric(name)
                    .map(metric -> List.of(
                            "  " + series.solution(),
                            number(metric.mean()),
                            number(metric.deviation()),
                            number(metric.least()),
                            number(metric.greatest()),
                            passed(gate, series)))
                    .orElse(List.of("  " + series.solution(), "–", "–", "–", "–", passed(gate, series))));
        }
        String threshold = with.getFirst()
                .metric(name)
                .flatMap(Summary::threshold)
                .map(it -> ", which must be " + words(it))
                .orElse("");
        paper.line("  ", name + threshold + ":");
        paper.table(List.of("  solution", "mean", "deviation", "least", "greatest", "passes"), rows);
    }

    private static String passed(GateMeasurement gate, Series series) {
        return series.passed() + " of " + gate.seeds();
    }

    private void margin(GateMargin margin) {
        bar(
                margin.isSafe(),
                "the reference is " + number(margin.deviations()) + " of its standard deviations from the threshold ("
                        + words(margin.threshold()) + "); the aim is at least "
                        + number(GateMargin.LEAST_DEVIATIONS));
        margin.baseline()
                .ifPresentOrElse(
                        baseline -> bar(
                                margin.isSharp(),
                                "of the way from the reference to " + baseline.solution() + ", the nearer side has "
                                        + number(100 * margin.room()) + " %; the aim is at least "
                                        + number(100 * GateMargin.LEAST_ROOM) + " %"),
                        () -> paper.line(
                                Style.FAINT,
                                "  · ",
                                Style.FAINT,
                                "nothing shows what the gate refuses; add an ablation"));
    }

    private void bar(boolean met, String text) {
        paper.line(met ? Style.GOOD : Style.BAD, met ? "  ✓ " : "  ✗ ", Style.PLAIN, text);
    }

    static String words(Threshold threshold) {
        return (threshold.atLeast() ? "at least " : "at most ") + number(threshold.value());
    }

    /// Four significant digits.
    private static String number(double value) {
        return Double.isInfinite(value)
                ? (value > 0 ? "∞" : "−∞")
                : String.format(Locale.ROOT, "%.4g", value)
                        .replaceFirst("(\\.\\d*?)0+$", "$1")
                        .replaceFirst("\\.$", "");
    }
}
