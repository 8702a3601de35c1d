package gradus.proctor.metric;

import gradus.proctor.transcript.Event;
import java.util.function.Consumer;

/// Where the reports of the run go. There is one run at a time in a child JVM.
public final class ReportChannel {

    private static Consumer<Event.Report> channel = _ -> {};

    private ReportChannel() {}

    public static synchronized void open(Consumer<Event.Report> to) {
        channel = to;
    }

    public static synchronized void send(Event.Report report) {
        channel.accept(report);
    }
}
