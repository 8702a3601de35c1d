package gradus.judge.run;

import gradus.judge.ProgressEvent;
import gradus.judge.support.JudgeException;
import gradus.proctor.transcript.Event;
import java.util.function.Consumer;

/// Passes on what a check reports while it trains.
final class ReportRelay {

    /// More would be a child that writes whatever it likes.
    private static final int MOST = 20_000;

    private final Consumer<ProgressEvent> listener;
    private int count;

    ReportRelay(Consumer<ProgressEvent> listener) {
        this.listener = listener;
    }

    /// @throws JudgeException if there are too many
    void relay(Event.Report report) {
        if (++count > MOST) {
            throw new JudgeException("a run reported more than " + MOST + " times what it was doing");
        }
        listener.accept(
                switch (report) {
                    case Event.Progress(int done, int of) -> new ProgressEvent.Progress(done, of);
                    case Event.Point(String series, double x, double y) -> new ProgressEvent.Point(series, x, y);
                    case Event.Sample(String title, String text) -> new ProgressEvent.Sample(title, text);
                    case Event.Drawing(String title, String svg, String description) ->
                        new ProgressEvent.Drawing(title, svg, description);
                    case Event.Environment(String java, int vectorBits, int processors) ->
                        new ProgressEvent.Environment(java, vectorBits, processors);
                    case Event.Seeded(long seed) -> new ProgressEvent.Seeded(seed);
                });
    }
}
