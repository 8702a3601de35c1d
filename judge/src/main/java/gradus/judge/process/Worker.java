package gradus.judge.process;

import gradus.judge.process.WorkerEventQueue.PollResult;
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
    public static final int OUT_OF_MEMORY_EXIT_CODE = 3;

    private final Process process;
    private final int megabytes;
    private final boolean cannotStartProcesses;
    private final Token token = Token.fresh();
    private final WorkerEventQueue events;
    private Map<String, byte[]> library = Map.of();
    private CompletableFuture<?> delivered = CompletableFuture.completedFuture(null);
    private String warmUpKey = "";
    private int warmUpRounds;
    private Duration warmUpTime = Duration.ZERO;

    /// @param cannotStartProcesses whether the operating system keeps it from starting processes
    Worker(Process process, int megabytes, boolean cannotStartProcesses) {
        this.process = process;
        this.cannotStartProcesses = cannotStartProcesses;
        this.megabytes = megabytes;
        this.events = new WorkerEventQueue(process, token);
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
    int warmUpRounds(String key) {
        return warmUpKey.equals(key) ? warmUpRounds : 0;
    }

    /// How long it has been warmed up for what it was last warmed up for.
    Duration warmUpTime() {
        return warmUpTime;
    }

    /// Whether it ended by itself before it had said anything, and not for want of memory.
    boolean failedToStart() {
        return events.isEmpty()
                && ProcessExit.of(process) == ProcessExit.EXITED
                && process.exitValue() != OUT_OF_MEMORY_EXIT_CODE;
    }

    /// Hands the job over and does not wait: a child that will not read must not hold its parent up.
    public WorkerEventQueue start(Job job) {
        handOver(job, true);
        return events;
    }

    /// Hands over a job after which the child waits for another.
    public WorkerEventQueue startReusable(Job job) {
        handOver(job, false);
        return events;
    }

    private synchronized void handOver(Job job, boolean last) {
        Map<String, byte[]> known = library;
        library = job.library();
        deliver(out -> JobCodec.write(out, new JobMessage(token, job, last), known));
    }

    /// Asks for one more thing within the job.
    public void send(Job.DrawRequest drawRequest) {
        deliver(out -> JobCodec.write(out, drawRequest));
    }

    /// Does a job that nobody is interested in, so that the next one like it goes quickly.
    ///
    /// @param key what the job is like
    /// @return whether it was through in time; if not, the worker is of no more use
    boolean warmUp(String key, Job job, Duration limit) {
        long start = System.nanoTime();
        long deadline = start + limit.toNanos();
        startReusable(job);
        while (true) {
            switch (events.next(deadline)) {
                case PollResult.Received(Event.Finished finished) -> {
                    warmUpTime =
                            (warmUpRounds(key) == 0 ? Duration.ZERO : warmUpTime).plusNanos(System.nanoTime() - start);
                    warmUpRounds = warmUpRounds(key) + 1;
                    warmUpKey = key;
                    return true;
                }
                case PollResult.Received(Event.ProctorFault proctorFault) -> {
                    return false;
                }
                case PollResult.Received received -> {}
                case PollResult.TimedOut timedOut -> {
                    return false;
                }
                case PollResult.Exited exited -> {
                    return false;
                }
                case PollResult.Malformed malformed -> {
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
                cannotStartProcesses ? List.of() : process.descendants().toList();
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
