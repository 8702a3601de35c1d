package gradus.proctor.report;

import gradus.proctor.failure.CheckFault;
import gradus.proctor.figure.Picture;
import gradus.proctor.metric.ReportChannel;
import gradus.proctor.transcript.Event;

/// What a gate shows while it trains, so that the learner can watch. A gate calls these methods from the listener of
/// the training loop:
///
/// ```java
/// trainer.fit(model, optimiser, task, rng, epoch -> {
///     Report.progress(epoch.number() + 1, trainer.epochs());
///     Report.point("training loss", epoch.number() + 1, epoch.trainingLoss());
/// });
/// ```
///
/// Reports decide nothing: what a gate asks for, it asserts.
public final class Report {

    private Report() {}

    /// `done` of `of` steps or epochs are done.
    ///
    /// @throws CheckFault if `done` is negative or above `of`
    public static void progress(int done, int of) {
        if (done < 0 || done > of) {
            throw new CheckFault("progress goes from 0 to the number of steps, got " + done + " of " + of);
        }
        ReportChannel.send(new Event.Progress(done, of));
    }

    /// A point of the curve `series`. Curves with the same x stand in one chart.
    ///
    /// @param series what is drawn, in words: "validation loss"
    public static void point(String series, double x, double y) {
        ReportChannel.send(new Event.Point(named(series), x, y));
    }

    /// A text that the model has written. A later one with the same title takes its place.
    public static void text(String title, String text) {
        ReportChannel.send(new Event.Sample(named(title), text));
    }

    /// A picture of what the model does. A later one with the same title takes its place.
    public static void picture(String title, Picture picture) {
        ReportChannel.send(new Event.Drawing(named(title), picture.svg(), picture.description()));
    }

    private static String named(String name) {
        if (name.isBlank()) {
            throw new CheckFault("a report needs a name");
        }
        return name;
    }
}
