package gradus.judge.process;

import gradus.judge.support.JudgeException;
import gradus.proctor.transcript.Event;
import gradus.proctor.transcript.EventCodec;
import gradus.proctor.transcript.FrameReader;
import gradus.proctor.transcript.Token;
import java.io.IOException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// What comes back from a child. A thread of its own empties the pipe, so that waiting can have an end even
/// where the pipe has none: a program that the child started may hold on to it.
public final class WorkerEventQueue {

    /// How long the pipe may go on after the child is gone. Only where a program that the child started holds
    /// on to it does it last so long; on a busy machine the reader may need some of it.
    private static final long GRACE_MILLIS = 2000;

    private final Process process;
    private final FrameReader frames;
    private final LinkedBlockingQueue<PollResult> queue = new LinkedBlockingQueue<>();
    private volatile boolean empty = true;

    WorkerEventQueue(Process process, Token token) {
        this.process = process;
        this.frames = new FrameReader(process.getInputStream(), token);
        Thread.ofPlatform().daemon().name("mailbox").start(this::read);
    }

    /// What waiting came to.
    public sealed interface PollResult {

        record Received(Event event) implements PollResult {}

        /// The child has ended.
        ///
        /// @param noise the beginning of what it, or the JVM itself, wrote past the channel
        record Exited(int exitCode, String noise) implements PollResult {}

        /// Nothing came in time.
        record TimedOut() implements PollResult {}

        /// What came is no message of ours.
        record Malformed(String reason) implements PollResult {}
    }

    /// The next event, or why there is none by the time `deadline` of [System#nanoTime].
    public PollResult next(long deadline) {
        try {
            while (true) {
                long left = deadline - System.nanoTime();
                PollResult pollResult = queue.poll(Math.clamp(left, 0, 250_000_000L), TimeUnit.NANOSECONDS);
                if (pollResult != null) {
                    return pollResult;
                }
                if (deadline - System.nanoTime() <= 0) {
                    return new PollResult.TimedOut();
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

    /// Whether nothing has come yet.
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

    /// The pipe has ended, so the child is ending, or has closed its end and goes on: then nobody listens to
    /// it any more.
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
