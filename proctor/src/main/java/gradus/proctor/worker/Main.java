package gradus.proctor.worker;

import gradus.proctor.transcript.Event;
import gradus.proctor.transcript.Job;
import gradus.proctor.transcript.JobCodec.HandOver;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The child JVM: waits for a job on its input, does it, reports on its output; ends with the job that is said to
/// be its last. Those before it warm the JVM up, or are runs that nobody grades.
///
/// It never outlives its parent: when the parent is gone its input ends, and then it halts.
public final class Main {

    /// How the child ends when the channel to its parent is closed.
    static final int NO_PARENT = 97;

    private static final long ROOMY = 12L << 20;

    private final Inbox inbox;
    private final OutputStream out;
    private final Meter meter = new Meter();
    private @Nullable Channel channel;

    private Main(InputStream in, OutputStream out) {
        this.inbox = Inbox.watch(in);
        this.out = out;
    }

    public static void main(String[] args) {
        settleWhatPropertiesDecide();
        var main = new Main(new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out));
        HandOver handOver = main.inbox.nextJob();
        while (!handOver.last()) {
            int threads = threads();
            main.run(handOver);
            if (threads() > threads) {
                // What still runs would be in the way of the next job.
                Runtime.getRuntime().halt(0);
            }
            giveBackMemory();
            handOver = main.inbox.nextJob();
        }
        main.run(handOver);
        Runtime.getRuntime().halt(0);
    }

    /// What waits, and perhaps for hours, keeps no garbage of the job before.
    private static void giveBackMemory() {
        if (Runtime.getRuntime().totalMemory() > ROOMY) {
            System.gc();
        }
    }

    /// Some of the platform reads a property once, when it is first used: before the learner's code can set it.
    /// One says how to start a process, for which the parent has chosen a way that is closed to us; another,
    /// where the platform lies.
    private static void settleWhatPropertiesDecide() {
        for (String name : List.of("java.lang.ProcessImpl", "jdk.internal.module.SystemModuleFinders$SystemImage")) {
            try {
                Class.forName(name);
            } catch (ClassNotFoundException e) {
                // Then this platform has another way, which the operating system has to close.
            }
        }
    }

    /// All of them: a program may put a thread into any group, and virtual ones run on threads of the platform.
    private static int threads() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null) {
            group = group.getParent();
        }
        return group.activeCount();
    }

    private void run(HandOver handOver) {
        if (channel == null) {
            channel = new Channel(out, handOver.token());
        }
        Sink sink = takeOverStreams(channel);
        Event last;
        try {
            last = work(handOver.job(), channel, sink);
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            last = new Event.Broken(e.toString());
        }
        sink.flushLine();
        channel.send(last);
    }

    private Event work(Job job, Channel to, Sink sink) throws ReflectiveOperationException {
        LayerLoader loader = Layers.define(job);
        meter.start();
        switch (job.task()) {
            case Job.RunChecks run -> new CheckRunner(loader, to, sink).run(run.checks());
            case Job.DrawFigure figure -> new FigureRunner(loader, to, sink).run(figure.className(), inbox);
            case Job.RunMain run -> new MainRunner(loader, to, sink).run(run.className());
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
