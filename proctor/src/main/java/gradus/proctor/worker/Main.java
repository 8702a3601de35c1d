package gradus.proctor.worker;

import gradus.proctor.failure.CheckFault;
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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Entry point of the child JVM: reads jobs from standard input, runs them, and reports events on standard
/// output. Ends after the job that is marked as the last. Earlier jobs warm up the JVM, or are runs that
/// aren't graded.
///
/// It never outlives its parent: if the parent dies, standard input is closed, and the child halts.
public final class Main {

    /// The exit code if the channel to the parent is closed.
    static final int EXIT_PARENT_GONE = 97;

    private static final long GC_THRESHOLD_BYTES = 48L << 20;

    /// A collection unloads the classes of earlier jobs, but the next job takes some milliseconds longer.
    private static final int JOBS_PER_GC = 8;

    private final JobInbox inbox;
    private final OutputStream out;
    private final ResourceMeter meter = new ResourceMeter();
    private @Nullable EventChannel events;
    private @Nullable PreparedLayer prepared;

    /// The classes that the last job has loaded.
    private Set<String> used = Set.of();

    private int jobs;

    private Main(InputStream in, OutputStream out) {
        this.inbox = JobInbox.start(in);
        this.out = out;
    }

    public static void main(String[] args) {
        initialisePlatformClasses();
        var main = new Main(new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out));
        JobMessage message = main.inbox.nextJob();
        while (!message.last()) {
            int threads = threadCount();
            main.run(message);
            if (threadCount() > threads) {
                // A thread that still runs would disturb the next job.
                Runtime.getRuntime().halt(0);
            }
            main.releaseMemory();
            main.prepareFor(message.job());
            message = main.inbox.nextJob();
        }
        main.run(message);
        Runtime.getRuntime().halt(0);
    }

    /// Collects garbage after a large job and after some small ones, because the child may wait for hours for
    /// the next one.
    private void releaseMemory() {
        jobs++;
        if (jobs % JOBS_PER_GC == 0 || Runtime.getRuntime().totalMemory() > GC_THRESHOLD_BYTES) {
            System.gc();
        }
    }

    /// Initialises classes of the platform, before the learner's code can set the system properties that two of
    /// them read on first use. One property says how to start a process: the parent has chosen a way that
    /// the sandbox blocks. The other says where the platform is installed. The third class starts a thread,
    /// which must not count as one that a job has left.
    private static void initialisePlatformClasses() {
        for (String name : List.of(
                "java.lang.ProcessImpl",
                "jdk.internal.module.SystemModuleFinders$SystemImage",
                "jdk.internal.ref.CleanerFactory")) {
            try {
                Class.forName(name);
            } catch (ClassNotFoundException e) {
                // Then this platform works differently, and the operating system has to block it.
            }
        }
    }

    /// The number of threads in all thread groups. Virtual threads count through the platform threads that
    /// run them.
    private static int threadCount() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null) {
            group = group.getParent();
        }
        return group.activeCount();
    }

    private void run(JobMessage message) {
        if (events == null) {
            events = new EventChannel(out, message.token());
        }
        OutputCapture output = redirectStandardStreams(events);
        Event last;
        try {
            last = execute(message.job(), events, output);
        } catch (CheckFault e) {
            last = new Event.ProctorFault("the lab is at fault, not the submission: " + e.getMessage());
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            last = new Event.ProctorFault(e.toString());
        }
        output.flushPending();
        events.send(last);
    }

    /// Prepares for a job like the last one.
    private void prepareFor(Job last) {
        if (last.task() instanceof Job.RunChecks) {
            prepared = PreparedLayer.like(last, used);
        }
        if (events != null) {
            events.send(new Event.Ready());
        }
    }

    private LayerClassLoader layerOf(Job job) {
        PreparedLayer ready = prepared;
        prepared = null;
        return ready != null && ready.fits(job) ? ready.with(job) : ModuleLayers.define(job);
    }

    private Event execute(Job job, EventChannel to, OutputCapture output) throws ReflectiveOperationException {
        LayerClassLoader loader = layerOf(job);
        meter.start();
        switch (job.task()) {
            case Job.RunChecks run -> new CheckRunner(loader, to, output).run(run);
            case Job.RunTests run -> new TestRunner(loader, to, output).run(run);
            case Job.RunContender run -> new ArenaRunner(loader, to, output).run(run);
            case Job.DrawFigure figure -> new FigureRunner(loader, to, output).run(figure.className(), inbox);
            case Job.RunMain run -> new MainRunner(loader, to, output).run(run.className());
        }
        used = loader.definedClasses();
        return meter.stop();
    }

    /// Redirects standard output and error to events, and makes standard input empty.
    private static OutputCapture redirectStandardStreams(EventChannel events) {
        var output = new OutputCapture(events);
        var printer = new PrintStream(output, true, StandardCharsets.UTF_8);
        System.setOut(printer);
        System.setErr(printer);
        System.setIn(InputStream.nullInputStream());
        return output;
    }
}
