package gradus.proctor.worker;

import gradus.proctor.transcript.Event;
import gradus.proctor.transcript.Job;
import gradus.proctor.transcript.JobCodec;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// The child JVM: waits for one job on its input, does it, reports on its output, ends.
///
/// It never outlives its parent: when the parent is gone its input ends, and then it halts.
public final class Main {

    /// How the child ends when the channel to its parent is closed.
    static final int NO_PARENT = 97;

    private Main() {}

    public static void main(String[] args) {
        var in = new FileInputStream(FileDescriptor.in);
        var meter = new Meter();
        try {
            JobCodec.HandOver handOver = JobCodec.read(in);
            var channel = new Channel(new FileOutputStream(FileDescriptor.out), handOver.token());
            Sink sink = takeOverStreams(channel);
            Event last;
            try {
                last = work(handOver.job(), channel, sink, meter, in);
            } catch (ReflectiveOperationException | IOException | RuntimeException | LinkageError e) {
                last = new Event.Broken(e.toString());
            }
            sink.flushLine();
            channel.send(last);
            Runtime.getRuntime().halt(0);
        } catch (EOFException e) {
            Runtime.getRuntime().halt(0);
        } catch (IOException e) {
            Runtime.getRuntime().halt(NO_PARENT);
        }
    }

    private static Event work(Job job, Channel channel, Sink sink, Meter meter, InputStream in)
            throws ReflectiveOperationException, IOException {
        ClassLoader loader = Layers.define(job);
        var requests = Requests.watch(in);
        meter.start();
        switch (job.task()) {
            case Job.RunChecks run -> new CheckRunner(loader, channel, sink).run(run.checks());
            case Job.DrawFigure figure -> new FigureRunner(loader, channel, sink).run(figure.className(), requests);
            case Job.RunMain run -> new MainRunner(loader, channel, sink).run(run.className());
        }
        return meter.finished();
    }

    /// From here on what the program prints goes to the parent as events, and it has nothing to read.
    private static Sink takeOverStreams(Channel channel) {
        var sink = new Sink(channel);
        var printer = new PrintStream(sink, true, StandardCharsets.UTF_8);
        System.setOut(printer);
        System.setErr(printer);
        System.setIn(InputStream.nullInputStream());
        return sink;
    }
}
