package gradus.studio.terminal;

import gradus.judge.Progress;
import gradus.judge.Verdict.Outcome;
import java.util.function.Consumer;

/// One line that says what the judge is doing, replaced as it goes on and gone at the end. On anything but a
/// terminal it shows nothing.
final class ProgressLine implements Consumer<Progress>, AutoCloseable {

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
    public synchronized void accept(Progress progress) {
        switch (progress) {
            case Progress.Compiled _ -> show("· it compiles");
            case Progress.Checking it -> show(counted() + "· " + it.title());
            case Progress.Checked it -> {
                passed += it.result().outcome() instanceof Outcome.Passed ? 1 : 0;
                failed += it.result().outcome() instanceof Outcome.Failed ? 1 : 0;
                show(counted());
            }
            case Progress.Integrating it -> show(counted() + "· upon your own parts, " + it.parts() + " of them");
            // What the program prints is shown with the verdict, whole.
            case Progress.Printed _ -> {}
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
