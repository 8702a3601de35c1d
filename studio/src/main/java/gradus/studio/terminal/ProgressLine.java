package gradus.studio.terminal;

import gradus.judge.ProgressEvent;
import gradus.judge.Verdict.Outcome;
import java.util.function.Consumer;

/// A line that shows the judge's progress, updated in place and erased at the end. Shows nothing unless the
/// output is a terminal.
final class ProgressLine implements Consumer<ProgressEvent>, AutoCloseable {

    private static final String BACK_TO_START = "\r\u001b[K";

    private final TerminalEnvironment around;
    private final ConsolePrinter consolePrinter;
    private final boolean shown;
    private int passed;
    private int failed;

    ProgressLine(TerminalEnvironment around, ConsolePrinter consolePrinter, boolean json) {
        this.around = around;
        this.consolePrinter = consolePrinter;
        this.shown = around.supportsAnsi() && !json;
    }

    @Override
    public synchronized void accept(ProgressEvent progressEvent) {
        switch (progressEvent) {
            case ProgressEvent.Waiting it -> show("· " + it.sentence());
            case ProgressEvent.Compiled _ -> show("· compiled");
            case ProgressEvent.Checking it -> show(counted() + "· " + it.title());
            case ProgressEvent.Checked it -> {
                passed += it.result().outcome() instanceof Outcome.Passed ? 1 : 0;
                failed += it.result().outcome() instanceof Outcome.Failed ? 1 : 0;
                show(counted());
            }
            case ProgressEvent.Integrating it -> show(counted() + "· with your own parts (" + it.parts() + ")");
            case ProgressEvent.Progress it -> show(counted() + "· " + it.done() + " of " + it.of());
            case ProgressEvent.Point _,
                    ProgressEvent.Sample _,
                    ProgressEvent.Drawing _,
                    ProgressEvent.Environment _,
                    ProgressEvent.Seeded _ -> {}
            // The verdict shows the program's whole output.
            case ProgressEvent.Printed _ -> {}
        }
    }

    @Override
    public synchronized void close() {
        if (shown) {
            around.out().print(BACK_TO_START);
            around.out().flush();
        }
    }

    private String counted() {
        return "✓ " + passed + (failed == 0 ? " " : " ✗ " + failed + " ");
    }

    private void show(String text) {
        if (shown) {
            String line = consolePrinter.encodable(text).replace('\n', ' ');
            int room = around.width() - 1;
            around.out().print(BACK_TO_START + (line.length() > room ? line.substring(0, room) : line));
            around.out().flush();
        }
    }
}
