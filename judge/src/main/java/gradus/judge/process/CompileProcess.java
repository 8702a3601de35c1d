package gradus.judge.process;

import gradus.judge.compile.CompileCodec;
import gradus.judge.compile.CompileResult;
import gradus.judge.support.JudgeException;
import gradus.proctor.transcript.FrameReader;
import gradus.proctor.transcript.Token;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A compile process, which answers any number of requests, one at a time, until it's killed or fails.
final class CompileProcess implements AutoCloseable {

    private static final Duration START_TIMEOUT = Duration.ofSeconds(20);

    private final Process process;
    private final FrameReader frames;
    private final LinkedBlockingQueue<Optional<CompileResult>> answers = new LinkedBlockingQueue<>();
    private boolean started;
    private boolean killed;

    CompileProcess(Process process) throws IOException {
        this.process = process;
        Token token = Token.fresh();
        var out = new DataOutputStream(process.getOutputStream());
        out.writeLong(token.high());
        out.writeLong(token.low());
        out.flush();
        this.frames = new FrameReader(process.getInputStream(), token);
        Thread.ofPlatform().daemon().name("compile-answers").start(this::read);
    }

    long pid() {
        return process.pid();
    }

    /// The beginning of its other output: the messages of a failing JVM.
    String noise() {
        return frames.strayOutput().strip();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// Whether it was killed from outside, not by its request.
    boolean wasKilled() {
        return killed;
    }

    /// Sends the request and returns the answer: [CompileResult.Timeout] if there's none in time, empty if
    /// the process has ended or sent something else. In both cases, close the process.
    ///
    /// The first request also waits for the process to start.
    ///
    /// @param limit of processor time
    /// @throws MachineBusyException if the compiler never got its time
    Optional<CompileResult> compile(CompileCodec.Request request, Duration limit) {
        TimeLimit timeLimit = TimeLimit.processorTime(process, started ? limit : limit.plus(START_TIMEOUT));
        started = true;
        var written = Thread.ofVirtual().start(() -> write(request));
        try {
            Optional<CompileResult> answer = null;
            while (answer == null) {
                answer = answers.poll(timeLimit.pauseNanos(), TimeUnit.NANOSECONDS);
                if (answer == null && timeLimit.isExceeded()) {
                    return Optional.of(new CompileResult.Timeout(limit));
                }
            }
            written.join(Duration.ofMillis(50));
            killed = answer.isEmpty() && ProcessExit.of(process) == ProcessExit.KILLED;
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JudgeException("interrupted while waiting for the compiler", e);
        }
    }

    private void write(CompileCodec.Request request) {
        try {
            CompileCodec.write(process.getOutputStream(), request);
        } catch (IOException e) {
            // Then it has ended, as whoever reads its answers will notice.
        }
    }

    private void read() {
        try {
            byte[] message = frames.next();
            while (message != null) {
                answers.add(Optional.of(CompileCodec.decode(message)));
                message = frames.next();
            }
        } catch (IOException | RuntimeException e) {
            // Not an answer: the result is empty.
        }
        awaitEnd();
        answers.add(Optional.empty());
    }

    private void awaitEnd() {
        try {
            process.waitFor(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        Worker.kill(process);
    }
}
