package gradus.proctor.worker;

import gradus.proctor.transcript.Event;
import gradus.proctor.transcript.Job;
import gradus.proctor.transcript.JobCodec.JobMessage;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The child JVM: waits for a job on its input, does it, reports on its output; ends with the job that is
/// said to be its last. Those before it warm the JVM up, or are runs that nobody grades.
///
/// It never outlives its parent: when the parent is gone its input ends, and then it halts.
public final class Main {

    /// How the child ends when the channel to its parent is closed.
    static final int EXIT_PARENT_GONE = 97;

    private static final long GC_THRESHOLD_BYTES = 12L << 20;

    private final JobInbox jobInbox;
    private final OutputStream out;
    private final ResourceMeter resourceMeter = new ResourceMeter();
    private @Nullable EventChannel eventChannel;

    private Main(InputStream in, OutputStream out) {
        this.jobInbox = JobInbox.start(in);
        this.out = out;
    }

    public static void main(String[] args) {
        initialisePropertyDependentClasses();
        var main = new Main(new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out));
        JobMessage message = main.jobInbox.nextJob();
        while (!message.last()) {
            int threads = threadCount();
            main.run(message);
            if (threadCount() > threads) {
                // What still runs would be in the way of the next job.
                Runtime.getRuntime().halt(0);
            }
            releaseMemory();
            message = main.jobInbox.nextJob();
        }
        main.run(message);
        Runtime.getRuntime().halt(0);
    }

    /// What waits, and perhaps for hours, keeps no garbage of the job before.
    private static void releaseMemory() {
        if (Runtime.getRuntime().totalMemory() > GC_THRESHOLD_BYTES) {
            System.gc();
        }
    }

    /// Some of the platform reads a property once, when it is first used: before the learner's code can set
    /// it. One says how to start a process, for which the parent has chosen a way that is closed to us;
    /// another, where the platform lies.
    private static void initialisePropertyDependentClasses() {
        for (String name : List.of("java.lang.ProcessImpl", "jdk.internal.module.SystemModuleFinders$SystemImage")) {
            try {
                Class.forName(name);
            } catch (ClassNotFoundException e) {
                // Then this platform has another way, which the operating system has to close.
            }
        }
    }

    /// All of them: a program may put a thread into any group, and virtual ones run on threads of the
    /// platform.
    private static int threadCount() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null) {
            group = group.getParent();
        }
        return group.activeCount();
    }

    private void run(JobMessage message) {
        if (eventChannel == null) {
            eventChannel = new EventChannel(out, message.token());
        }
        OutputCapture outputCapture = redirectStandardStreams(eventChannel);
        Event last;
        try {
            last = execute(message.job(), eventChannel, outputCapture);
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            last = new Event.ProctorFault(e.toString());
        }
        outputCapture.flushPending();
        eventChannel.send(last);
    }

    private Event execute(Job job, EventChannel to, OutputCapture outputCapture) throws ReflectiveOperationException {
        LayerClassLoader loader = ModuleLayers.define(job);
        resourceMeter.start();
        switch (job.task()) {
            case Job.RunChecks run -> new CheckRunner(loader, to, outputCapture).run(run.checks());
            case Job.DrawFigure figure -> new FigureRunner(loader, to, outputCapture).run(figure.className(), jobInbox);
            case Job.RunMain run -> new MainRunner(loader, to, outputCapture).run(run.className());
        }
        return resourceMeter.stop();
    }

    /// From here on what the program prints goes to the parent as events, and it has nothing to read.
    private static OutputCapture redirectStandardStreams(EventChannel eventChannel) {
        var outputCapture = new OutputCapture(eventChannel);
        var printer = new PrintStream(outputCapture, true, StandardCharsets.UTF_8);
        System.setOut(printer);
        System.setErr(printer);
        System.setIn(InputStream.nullInputStream());
        return outputCapture;
    }
}
