package gradus.judge.process;

import gradus.judge.compile.CompileCodec.Request;
import gradus.judge.compile.CompileResult;
import gradus.judge.compile.Compiler;
import gradus.judge.compile.SourceSet;
import gradus.judge.javac.Javac;
import gradus.judge.sandbox.ResourceLimits;
import gradus.judge.support.JudgeException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A pool of warm compile processes for learners' code. They can be killed, because a source may keep a
/// compiler busy for hours.
public final class CompilerPool implements BackgroundTasks.Task, AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(4);

    /// The CPU time is enough for a day, if no request is too complex.
    private static final ResourceLimits RESOURCE_LIMITS = new ResourceLimits(448, 256, 36_000);

    private static final int MAX_PROCESSES = 2;

    private static final Request TRIVIAL_REQUEST =
            new Request(true, SourceSet.of(Map.of("A.java", "class A {}")), Map.of());

    /// After this many compilations, a compiler doesn't get noticeably faster.
    private static final int WARM_UP_ROUNDS = 60;

    /// After this many processes were killed from outside, the request fails.
    private static final int MAX_KILLS = 4;

    /// After this many failures in the background, warming up stops until another lab is announced.
    private static final int MAX_FAILURES = 3;

    private final JvmStarter jvmStarter;
    private final RuntimeImages runtimeImages;
    private final Deque<CompileProcess> idle = new ArrayDeque<>();
    private final List<CompileProcess> all = new ArrayList<>();
    private String expected = "";
    private List<Request> expectedRequests = List.of();
    private int rounds;
    private int failed;
    private String lastNoise = "";
    private boolean startedWithoutImage;
    private boolean closed;

    public CompilerPool(JvmStarter jvmStarter, RuntimeImages runtimeImages) {
        this.jvmStarter = jvmStarter;
        this.runtimeImages = runtimeImages;
    }

    /// The compiler for learners' parts, which sees only the library.
    public Compiler forLearners() {
        return (sources, providedClasses) -> compile(new Request(true, sources, providedClasses));
    }

    /// The compiler for snippets, which also sees the proctor.
    public Compiler forSnippets() {
        return (sources, providedClasses) -> compile(new Request(false, sources, providedClasses));
    }

    /// Announces the next requests, so that the pool warms up for them.
    ///
    /// @param key identifies the lab
    /// @param requests requests like those that will come
    public synchronized void prepareFor(String key, List<Request> requests) {
        if (!key.equals(expected)) {
            expected = key;
            expectedRequests = List.copyOf(requests);
            rounds = 0;
            failed = 0;
        }
    }

    /// The requests that were last announced.
    public synchronized List<Request> expectedRequests() {
        return expectedRequests;
    }

    /// Starts a process while the caller does something else, unless there is one.
    public void startEarly() {
        Thread.ofVirtual().name("compiler-start").start(this::startUnlessStarted);
    }

    private synchronized void startUnlessStarted() {
        if (all.isEmpty() && !closed) {
            try {
                idle.push(start());
            } catch (JudgeException e) {
                // Whoever compiles something starts one, and hears of it.
            }
        }
    }

    private CompileResult compile(Request request) {
        for (int i = 1; i < MAX_KILLS; i++) {
            try {
                return compileOrRetry(request);
            } catch (ProcessKilledException e) {
                // Try another process.
            }
        }
        return compileOrRetry(request);
    }

    private CompileResult compileOrRetry(Request request) {
        // A process without an answer may have ended for other reasons, so try one more.
        return tryCompile(request).or(() -> tryCompile(request)).orElseGet(() -> tooComplex(request));
    }

    /// The process was killed from outside, which says nothing about the source.
    private static final class ProcessKilledException extends JudgeException {

        private static final long serialVersionUID = 1L;

        ProcessKilledException() {
            super("the compile process was killed from outside");
        }
    }

    /// Two processes have ended with this request. If a third compiles something else, the source is too
    /// complex.
    private CompileResult tooComplex(Request request) {
        if (tryCompile(TRIVIAL_REQUEST).isPresent()) {
            return new CompileResult.Failure(
                    Javac.tooComplex(request.sources().paths(), "the compiler gave up on this source")
                            .errors());
        }
        if (runtimeImages.isBuilt()) {
            // The image that it was started from may be damaged.
            runtimeImages.discard();
            return compileOrRetry(request);
        }
        throw new JudgeException("the compile process does not work: "
                + lastNoise.lines().findFirst().orElse("it printed nothing"));
    }

    private Optional<CompileResult> tryCompile(Request request) {
        CompileProcess process = acquire();
        Optional<CompileResult> answer = Optional.empty();
        try {
            answer = process.compile(request, LIMIT);
        } finally {
            if (answer.isEmpty() || answer.get() instanceof CompileResult.Timeout) {
                discard(process);
            } else {
                release(process);
            }
        }
        if (process.wasKilled()) {
            throw new ProcessKilledException();
        }
        return answer;
    }

    private synchronized CompileProcess acquire() {
        try {
            while (true) {
                if (closed) {
                    throw new JudgeException("the judge has been closed");
                }
                CompileProcess process = idle.poll();
                if (process == null && all.size() < MAX_PROCESSES) {
                    return start();
                }
                if (process != null && process.isAlive()) {
                    return process;
                }
                if (process != null) {
                    all.remove(process);
                } else {
                    wait();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JudgeException("interrupted while waiting for the compiler", e);
        }
    }

    private CompileProcess start() {
        try {
            startedWithoutImage = !runtimeImages.isBuilt();
            Process started = jvmStarter.start(runtimeImages.compilerCommand(), RESOURCE_LIMITS);
            try {
                var process = new CompileProcess(started);
                all.add(process);
                return process;
            } catch (IOException e) {
                Worker.kill(started);
                throw e;
            }
        } catch (IOException e) {
            throw new JudgeException("the compile process cannot be started", e);
        }
    }

    private synchronized void release(CompileProcess process) {
        failed = 0;
        idle.push(process);
        notifyAll();
    }

    private void discard(CompileProcess process) {
        process.close();
        synchronized (this) {
            lastNoise = process.noise();
            all.remove(process);
            rounds = 0;
            notifyAll();
        }
    }

    /// Warms up a process by one more compilation, and starts it if there is none.
    @Override
    public boolean runStep() {
        Request sample;
        synchronized (this) {
            if (closed || expectedRequests.isEmpty() || rounds >= WARM_UP_ROUNDS || failed >= MAX_FAILURES) {
                return false;
            }
            sample = expectedRequests.get(rounds % expectedRequests.size());
            rounds++;
        }
        try {
            Optional<CompileResult> answer = tryCompile(edited(sample));
            return answer.isPresent() && !(answer.get() instanceof CompileResult.Timeout) || mayFailAgain();
        } catch (JudgeException e) {
            return mayFailAgain();
        }
    }

    private synchronized boolean mayFailAgain() {
        failed++;
        return !closed && failed < MAX_FAILURES;
    }

    private static Request edited(Request sample) {
        return new Request(
                sample.forLearner(), sample.sources().withComment("// " + System.nanoTime()), sample.providedClasses());
    }

    /// Replaces idle processes that were started before the image existed.
    public synchronized void restartFromImage() {
        if (startedWithoutImage && !idle.isEmpty() && runtimeImages.isBuilt()) {
            idle.forEach(CompileProcess::close);
            all.removeAll(idle);
            idle.clear();
            rounds = 0;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        all.forEach(CompileProcess::close);
        all.clear();
        idle.clear();
        notifyAll();
    }
}
