package gradus.judge.process;

import gradus.proctor.transcript.JobCodec;
import gradus.proctor.transcript.Token;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/// A fake child process that answers what a test wants and then ends.
public final class FakeProcess extends Process {

    private final Function<byte[], Optional<byte[]>> answers;
    private final int exit;
    private final CompletableFuture<InputStream> answer = new CompletableFuture<>();
    private final CompletableFuture<Boolean> ended = new CompletableFuture<>();
    private final OutputStream input = new ByteArrayOutputStream() {
        @Override
        public void flush() {
            answers.apply(toByteArray()).map(ByteArrayInputStream::new).ifPresent(answer::complete);
        }
    };

    /// @param answers computes the output from the input so far; empty while more input is needed
    FakeProcess(Function<byte[], Optional<byte[]>> answers, int exit) {
        this.answers = answers;
        this.exit = exit;
    }

    /// A worker with this output after it got a job.
    ///
    /// @param says computes the output from the token that frames start with
    public static Worker worker(Function<Token, byte[]> says, int exit) {
        return new Worker(
                new FakeProcess(input -> Optional.of(says.apply(token(input))), exit), WorkerKind.strict(64), true);
    }

    private static Token token(byte[] input) {
        try {
            return ((JobCodec.JobMessage) JobCodec.read(new ByteArrayInputStream(input))).token();
        } catch (IOException e) {
            throw new IllegalStateException("the input is not a job", e);
        }
    }

    @Override
    public OutputStream getOutputStream() {
        return input;
    }

    @Override
    public InputStream getInputStream() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                int next = answer.join().read();
                if (next < 0) {
                    ended.complete(true);
                }
                return next;
            }
        };
    }

    @Override
    public InputStream getErrorStream() {
        return InputStream.nullInputStream();
    }

    @Override
    public int waitFor() {
        ended.join();
        return exit;
    }

    @Override
    public int exitValue() {
        if (!ended.isDone()) {
            throw new IllegalThreadStateException("it goes on");
        }
        return exit;
    }

    @Override
    public boolean isAlive() {
        return !ended.isDone();
    }

    @Override
    public void destroy() {
        ended.complete(true);
        answer.complete(InputStream.nullInputStream());
    }

    /// A pid that no process has.
    @Override
    public long pid() {
        return Integer.MAX_VALUE;
    }
}
