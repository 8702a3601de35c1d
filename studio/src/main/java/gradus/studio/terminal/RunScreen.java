package gradus.studio.terminal;

import gradus.judge.ProgressEvent;
import gradus.judge.Verdict.Metric;
import gradus.studio.run.Run;
import gradus.studio.run.RunProgress;
import gradus.studio.run.RunProgress.CurvePoint;
import gradus.studio.run.RunState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A run as it goes on: a bar with the time that is left, a small chart of each curve, and what the model has written
/// last. In a terminal it is drawn in place; elsewhere a line is printed for every tenth.
final class RunScreen implements AutoCloseable {

    private static final int TENTHS = 10;
    private static final int BAR = 24;
    private static final int CHART = 36;
    private static final int SAMPLE_LINES = 4;
    private static final String CLEAR_LINE = "\u001b[K";
    private static final String BLOCKS = "▁▂▃▄▅▆▇█";

    private final TerminalEnvironment around;
    private final ConsolePrinter paper;
    private final boolean quiet;
    private int drawn;
    private int tenths;
    private RunState told = RunState.PASSED;

    /// @param quiet whether to show nothing
    RunScreen(TerminalEnvironment around, ConsolePrinter paper, boolean quiet) {
        this.around = around;
        this.paper = paper;
        this.quiet = quiet;
    }

    void show(Run run, RunProgress progress) {
        if (quiet) {
            return;
        }
        if (around.supportsAnsi()) {
            redraw(lines(run, progress));
        } else {
            tell(run, progress);
        }
    }

    /// Takes away what was drawn, because the result says it all.
    @Override
    public void close() {
        if (drawn > 0) {
            redraw(List.of());
        }
    }

    private void redraw(List<String> lines) {
        var text = new StringBuilder();
        if (drawn > 0) {
            text.append("\u001b[").append(drawn).append("A\r");
        }
        for (String line : lines) {
            String shown = paper.encodable(line).replace('\n', ' ');
            int room = around.width() - 1;
            text.append(shown, 0, Math.min(room, shown.length()))
                    .append(CLEAR_LINE)
                    .append('\n');
        }
        text.append("\u001b[J");
        drawn = lines.size();
        around.out().print(text);
        around.out().flush();
    }

    private List<String> lines(Run run, RunProgress progress) {
        var lines = new ArrayList<String>();
        lines.add(run.request().title() + ": " + state(run, progress));
        if (progress.steps().isPresent()) {
            lines.add(bar(progress));
        }
        progress.curves().forEach((name, points) -> lines.add(curve(name, points)));
        if (!progress.samples().isEmpty()) {
            ProgressEvent.Sample last = progress.samples().getLast();
            lines.add(last.title() + ":");
            last.text().lines().limit(SAMPLE_LINES).forEach(line -> lines.add("  " + line));
        }
        return lines;
    }

    private static String state(Run run, RunProgress progress) {
        return switch (run.state()) {
            case QUEUED -> "waiting until another run is over";
            case RUNNING -> progress.doing().isEmpty() ? "starting" : progress.doing();
            case PASSED, NOT_YET, CANCELLED, INTERRUPTED, FAULT -> run.state().words();
        };
    }

    private String bar(RunProgress progress) {
        int full = (int) (progress.share() * BAR);
        String bar = around.supportsUnicode()
                ? "█".repeat(full) + "░".repeat(BAR - full)
                : "#".repeat(full) + ".".repeat(BAR - full);
        return bar + " " + percent(progress) + " %, " + TimeText.of(progress.elapsed())
                + progress.left()
                        .map(left -> ", about " + TimeText.of(left) + " left")
                        .orElse("");
    }

    private String curve(String name, List<CurvePoint> points) {
        return String.format(Locale.ROOT, "%-20s", name)
                + (around.supportsUnicode() ? " " + chart(points) : "")
                + " " + Metric.number(points.getLast().y());
    }

    /// The curve, a character for each of some steps, low to high between its least and its greatest value.
    private static String chart(List<CurvePoint> points) {
        double least = points.stream()
                .mapToDouble(CurvePoint::y)
                .filter(Double::isFinite)
                .min()
                .orElse(0);
        double most = points.stream()
                .mapToDouble(CurvePoint::y)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        var chart = new StringBuilder();
        int width = Math.min(CHART, points.size());
        for (int i = 0; i < width; i++) {
            double y = points.get((int) ((long) i * points.size() / width)).y();
            double share = most > least ? (y - least) / (most - least) : 0;
            chart.append(
                    Double.isFinite(share)
                            ? BLOCKS.charAt(Math.clamp((int) (share * BLOCKS.length()), 0, BLOCKS.length() - 1))
                            : '?');
        }
        return chart.toString();
    }

    private void tell(Run run, RunProgress progress) {
        if (run.state() != told && !run.state().isOver()) {
            told = run.state();
            paper.line(
                    "· ", run.request().title() + ": " + (told == RunState.QUEUED ? state(run, progress) : "running"));
        }
        int now = (int) (progress.share() * TENTHS);
        if (now > tenths) {
            tenths = now;
            var line = new StringBuilder(percent(progress) + " %");
            progress.curves()
                    .forEach((name, points) -> line.append(", ")
                            .append(name)
                            .append(' ')
                            .append(Metric.number(points.getLast().y())));
            paper.line("· ", line.toString());
        }
    }

    private static int percent(RunProgress progress) {
        return (int) (100 * progress.share());
    }
}
