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
import java.util.concurrent.CompletableFuture;

/// A child JVM that runs one graded job; a further one only if what the first ran can't have left anything behind.
/// Before that, it may be warmed up with the course's own code.
public final class Worker implements AutoCloseable {

    /// Exit code of the JVM with `-XX:+ExitOnOutOfMemoryError`.
    public static final int OUT_OF_MEMORY_EXIT_CODE = 3;

    private final Process process;
    private final WorkerKind kind;
    private final boolean cannotStartProcesses;
    private final Token token = Token.fresh();
    private final WorkerEventQueue events;
    private JobCodec.Sent sent = JobCodec.Sent.NOTHING;
    private CompletableFuture<?> delivered = CompletableFuture.completedFuture(null);
    private String warmUpKey = "";
    private int warmUpRounds;
    private Duration warmUpTime = Duration.ZERO;
    private int uses;

    /// @param cannotStartProcesses whether the sandbox keeps it from starting processes
    Worker(Process process, WorkerKind kind, boolean cannotStartProcesses) {
        this.process = process;
        this.cannotStartProcesses = cannotStartProcesses;
        this.kind = kind;
        this.events = new WorkerEventQueue(process, token);
    }

    public WorkerKind kind() {
        return kind;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /// How many rounds it has been warmed up for `key`.
    int warmUpRounds(String key) {
        return warmUpKey.equals(key) ? warmUpRounds : 0;
    }

    /// How long it has been warmed up for the last key.
    Duration warmUpTime() {
        return warmUpTime;
    }

    /// Whether it ended by itself before its first message, and not because it ran out of memory.
    boolean failedToStart() {
        return events.isEmpty()
                && ProcessExit.of(process) == ProcessExit.EXITED
                && process.exitValue() != OUT_OF_MEMORY_EXIT_CODE;
    }

    /// Whether it has run a graded job.
    public boolean isUsed() {
        return uses > 0;
    }

    /// How many graded jobs it has run.
    int uses() {
        return uses;
    }

    /// Notes that a graded job has ended that can't have left anything behind.
    public void countUse() {
        uses++;
    }

    /// Sends the job without waiting, because a child that doesn't read must not block its parent.
    public WorkerEventQueue start(Job job) {
        sendJob(job, true);
        return events;
    }

    /// Sends a job after which the child waits for another.
    public WorkerEventQueue startReusable(Job job) {
        sendJob(job, false);
        return events;
    }

    private synchronized void sendJob(Job job, boolean last) {
        JobCodec.Sent known = sent;
        sent = JobCodec.Sent.with(job);
        deliver(out -> JobCodec.write(out, new JobMessage(token, job, last), known));
    }

    /// Sends a request within the job.
    public void send(Job.DrawRequest drawRequest) {
        deliver(out -> JobCodec.write(out, drawRequest));
    }

    /// Runs a job whose result is ignored, so that the next similar job is fast.
    ///
    /// @param key identifies similar jobs
    /// @return whether it finished in time; if not, don't use the worker any more
    boolean warmUp(String key, Job job, Duration limit) {
        long start = System.nanoTime();
        TimeLimit timeLimit = events.processorTime(limit);
        startReusable(job);
        while (true) {
            switch (events.next(timeLimit)) {
                case PollResult.Received(Event.Ready ready) -> {
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

    /// Sends messages in order, because a child would read a request that comes before its job as the job.
    private synchronized void deliver(Message message) {
        delivered = delivered.thenRunAsync(() -> write(message), Thread::startVirtualThread);
    }

    /// Writes the message. A broken pipe needs no report: the event queue reports that the child has ended.
    private void write(Message message) {
        try {
            message.writeTo(process.getOutputStream());
        } catch (IOException e) {
            kill(process);
        }
    }

    /// Kills the child at once, with all processes that it has started.
    @Override
    public void close() {
        // Finding descendants takes milliseconds.
        List<ProcessHandle> descendants =
                cannotStartProcesses ? List.of() : process.descendants().toList();
        kill(process);
        descendants.forEach(ProcessHandle::destroyForcibly);
    }

    /// Kills through a new handle: the handle of a process that the sandboxed thread started can't kill it,
    /// because it couldn't read the start time.
    static void kill(Process process) {
        if (process.isAlive()) {
            ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroyForcibly);
        }
    }
}
