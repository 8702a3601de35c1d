package gradus.judge.child;

import gradus.judge.child.Mailbox.Mail;
import gradus.proctor.transcript.Event;
import gradus.proctor.transcript.Job;
import gradus.proctor.transcript.JobCodec;
import gradus.proctor.transcript.JobCodec.JobMessage;
import gradus.proctor.transcript.Token;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// One child JVM: waiting for its job, doing it, or gone. It does one job that counts and no other; before
/// that it may be warmed up, with jobs that come with the course.
public final class Worker implements AutoCloseable {

    /// As the JVM exits with `-XX:+ExitOnOutOfMemoryError`.
    public static final int OUT_OF_MEMORY = 3;

    private final Process process;
    private final int megabytes;
    private final boolean startsNothing;
    private final Token token = Token.fresh();
    private final Mailbox mailbox;
    private Map<String, byte[]> library = Map.of();
    private CompletableFuture<?> delivered = CompletableFuture.completedFuture(null);
    private String warmFor = "";
    private int rounds;
    private Duration warmedFor = Duration.ZERO;

    /// @param startsNothing whether the operating system keeps it from starting processes
    Worker(Process process, int megabytes, boolean startsNothing) {
        this.process = process;
        this.startsNothing = startsNothing;
        this.megabytes = megabytes;
        this.mailbox = new Mailbox(process, token);
    }

    int megabytes() {
        return megabytes;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /// How often it has been warmed up for what `key` names.
    int warmth(String key) {
        return warmFor.equals(key) ? rounds : 0;
    }

    /// How long it has been warmed up for what it was last warmed up for.
    Duration warmedFor() {
        return warmedFor;
    }

    /// Whether it ended by itself before it had said anything, and not for want of memory.
    boolean neverBegan() {
        return mailbox.isEmpty() && Exit.of(process) == Exit.BY_ITSELF && process.exitValue() != OUT_OF_MEMORY;
    }

    /// Hands the job over and does not wait: a child that will not read must not hold its parent up.
    public Mailbox start(Job job) {
        handOver(job, true);
        return mailbox;
    }

    /// Hands over a job after which the child waits for another.
    public Mailbox startOneOfMany(Job job) {
        handOver(job, false);
        return mailbox;
    }

    private synchronized void handOver(Job job, boolean last) {
        Map<String, byte[]> known = library;
        library = job.library();
        deliver(out -> JobCodec.write(out, new JobMessage(token, job, last), known));
    }

    /// Asks for one more thing within the job.
    public void ask(Job.DrawRequest drawRequest) {
        deliver(out -> JobCodec.write(out, drawRequest));
    }

    /// Does a job that nobody is interested in, so that the next one like it goes quickly.
    ///
    /// @param key what the job is like
    /// @return whether it was through in time; if not, the worker is of no more use
    boolean warmUp(String key, Job job, Duration limit) {
        long start = System.nanoTime();
        long deadline = start + limit.toNanos();
        startOneOfMany(job);
        while (true) {
            switch (mailbox.next(deadline)) {
                case Mail.Came(Event.Finished finished) -> {
                    warmedFor = (warmth(key) == 0 ? Duration.ZERO : warmedFor).plusNanos(System.nanoTime() - start);
                    rounds = warmth(key) + 1;
                    warmFor = key;
                    return true;
                }
                case Mail.Came(Event.ProctorFault proctorFault) -> {
                    return false;
                }
                case Mail.Came came -> {}
                case Mail.Late late -> {
                    return false;
                }
                case Mail.Gone gone -> {
                    return false;
                }
                case Mail.Garbled garbled -> {
                    return false;
                }
            }
        }
    }

    private interface Message {
        void writeTo(OutputStream out) throws IOException;
    }

    /// In the order in which they were given: a child that got a request before its job would read it as the
    /// job.
    private synchronized void deliver(Message message) {
        delivered = delivered.thenRunAsync(() -> write(message), Thread::startVirtualThread);
    }

    /// A pipe that is closed at the other end needs no report here: the mailbox says that the child is gone.
    private void write(Message message) {
        try {
            message.writeTo(process.getOutputStream());
        } catch (IOException e) {
            kill(process);
        }
    }

    /// Ends the child, at once, with everything that it has started itself.
    @Override
    public void close() {
        // Looking for them takes milliseconds.
        List<ProcessHandle> descendants =
                startsNothing ? List.of() : process.descendants().toList();
        kill(process);
        descendants.forEach(ProcessHandle::destroyForcibly);
    }

    /// By a handle made here: a process that a confined thread has started cannot be killed through its own,
    /// which looks in vain for when it began.
    static void kill(Process process) {
        if (process.isAlive()) {
            ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroyForcibly);
        }
    }
}
