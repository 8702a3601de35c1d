package gradus.judge.process;

import gradus.judge.support.JudgeException;
import gradus.proctor.transcript.Event;
import gradus.proctor.transcript.EventCodec;
import gradus.proctor.transcript.FrameReader;
import gradus.proctor.transcript.Token;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// The queue of events from a child. A separate thread reads the pipe, so that waiting can time out even if
/// the pipe never ends: a program that the child started may keep it open.
public final class WorkerEventQueue {

    /// How long to read the pipe after the child has ended. It only takes this long if a program that the
    /// child started keeps the pipe open; on a busy machine the reader may need some of it.
    private static final long GRACE_MILLIS = 2000;

    private final Process process;
    private final FrameReader frames;
    private final LinkedBlockingQueue<PollResult> queue = new LinkedBlockingQueue<>();
    private volatile boolean empty = true;

    WorkerEventQueue(Process process, Token token) {
        this.process = process;
        this.frames = new FrameReader(process.getInputStream(), token);
        Thread.ofPlatform().daemon().name("worker-events").start(this::read);
    }

    /// The result of waiting for an event.
    public sealed interface PollResult {

        record Received(Event event) implements PollResult {}

        /// The child has ended.
        ///
        /// @param noise the beginning of what it, or the JVM itself, printed outside of frames
        record Exited(int exitCode, String noise) implements PollResult {}

        /// There was no event in time.
        ///
        /// @param waited whether the child has hardly computed
        record TimedOut(boolean waited) implements PollResult {}

        /// The child sent something that isn't an event.
        record Malformed(String reason) implements PollResult {}
    }

    /// A limit on the processor time that the child uses from now on.
    public TimeLimit processorTime(Duration limit) {
        return TimeLimit.processorTime(process, limit);
    }

    /// Waits for the next event until the time is up.
    ///
    /// @throws MachineBusyException if the child never got its time
    public PollResult next(TimeLimit limit) {
        try {
            while (true) {
                PollResult pollResult = queue.poll(limit.pauseNanos(), TimeUnit.NANOSECONDS);
                if (limit.isExceeded()) {
                    return new PollResult.TimedOut(limit.isOnlyWaiting());
                }
                if (pollResult != null) {
                    return pollResult;
                }
                if (!process.isAlive()) {
                    PollResult last = queue.poll(GRACE_MILLIS, TimeUnit.MILLISECONDS);
                    return last == null ? exited() : last;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JudgeException("interrupted while waiting for the child JVM", e);
        }
    }

    /// Whether there has been no event yet.
    boolean isEmpty() {
        return empty;
    }

    private void read() {
        try {
            byte[] message = frames.next();
            while (message != null) {
                empty = false;
                queue.add(new PollResult.Received(EventCodec.decode(message)));
                message = frames.next();
            }
            queue.add(awaitEnd());
        } catch (IOException | RuntimeException e) {
            queue.add(process.isAlive() ? new PollResult.Malformed(String.valueOf(e.getMessage())) : awaitEnd());
        }
    }

    /// Waits for the child to end after the pipe has ended. If it only closed its end and goes on, kills it.
    private PollResult awaitEnd() {
        try {
            if (!process.waitFor(1, TimeUnit.SECONDS)) {
                Worker.kill(process);
                process.waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return exited();
    }

    private PollResult exited() {
        return new PollResult.Exited(process.isAlive() ? -1 : process.exitValue(), frames.strayOutput());
    }
}
