package gradus.judge.child;

import gradus.judge.build.Breakdown;
import gradus.judge.build.Built;
import gradus.judge.build.CompileCodec.Request;
import gradus.judge.build.Compiler;
import gradus.judge.build.Javac;
import gradus.judge.confine.Limits;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Compiles what learners write, in processes of its own that are kept warm and can be killed: a source may keep a
/// compiler busy for hours.
public final class Compilers implements Backstage.Chore, AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(4);

    /// A day's work for one that is never asked too much.
    private static final Limits LIMITS = new Limits(448, 256, 36_000);

    private static final int MOST = 2;

    private static final Request TRIFLE = new Request(true, Map.of("A.java", "class A {}"), Map.of());

    /// From here on a compiler does not get noticeably quicker.
    private static final int ROUNDS = 60;

    /// Who kills a process may do it again, but not for ever.
    private static final int MOST_KILLED = 4;

    /// What fails so often in the background is left alone until something new comes.
    private static final int MOST_FAILED = 3;

    private final Starter starter;
    private final Images images;
    private final Deque<CompileProcess> idle = new ArrayDeque<>();
    private final List<CompileProcess> all = new ArrayList<>();
    private String expected = "";
    private List<Request> samples = List.of();
    private int rounds;
    private int failed;
    private String lastNoise = "";
    private boolean plain;
    private boolean closed;

    public Compilers(Starter starter, Images images) {
        this.starter = starter;
        this.images = images;
    }

    /// Compiles what a learner's part sees.
    public Compiler forLearners() {
        return (sources, given) -> compile(new Request(true, sources, given));
    }

    /// Compiles what also sees proctor and checks.
    public Compiler beside() {
        return (sources, given) -> compile(new Request(false, sources, given));
    }

    /// Says what comes next.
    ///
    /// @param key changes with the lab
    /// @param next sources like those that will come
    public synchronized void expect(String key, List<Request> next) {
        if (!key.equals(expected)) {
            expected = key;
            samples = List.copyOf(next);
            rounds = 0;
            failed = 0;
        }
    }

    /// What comes next, as it was last said.
    public synchronized List<Request> samples() {
        return samples;
    }

    private Built compile(Request request) {
        for (int i = 1; i < MOST_KILLED; i++) {
            try {
                return answer(request);
            } catch (Killed e) {
                // Then another is asked.
            }
        }
        return answer(request);
    }

    private Built answer(Request request) {
        // What ends without an answer may have ended for other reasons: one more is asked.
        return ask(request).or(() -> ask(request)).orElseGet(() -> tooMuch(request));
    }

    /// Somebody else ended the process: nothing can be said of the source.
    private static final class Killed extends Breakdown {

        private static final long serialVersionUID = 1L;

        Killed() {
            super("the compile process was killed from outside");
        }
    }

    /// Two processes have died of it. If a third compiles something else, the source is to blame.
    private Built tooMuch(Request request) {
        if (ask(TRIFLE).isPresent()) {
            return Javac.tooMuch(request.sources(), "the compiler gave up on it");
        }
        if (images.isMade()) {
            // What it was started from may be damaged.
            images.doubt();
            return answer(request);
        }
        throw new Breakdown("the compile process does not work: "
                + lastNoise.lines().findFirst().orElse("it says nothing"));
    }

    private Optional<Built> ask(Request request) {
        CompileProcess process = take();
        Optional<Built> answer = Optional.empty();
        try {
            answer = process.ask(request, LIMIT);
        } finally {
            if (answer.isEmpty() || answer.get() instanceof Built.TooSlow) {
                end(process);
            } else {
                giveBack(process);
            }
        }
        if (process.wasKilled()) {
            throw new Killed();
        }
        return answer;
    }

    private synchronized CompileProcess take() {
        try {
            while (true) {
                if (closed) {
                    throw new Breakdown("the judge has been closed");
                }
                CompileProcess process = idle.poll();
                if (process == null && all.size() < MOST) {
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
            throw new Breakdown("interrupted while waiting for the compiler", e);
        }
    }

    private CompileProcess start() {
        try {
            plain = !images.isMade();
            Process started = starter.start(images.compiler(), LIMITS);
            try {
                var process = new CompileProcess(started);
                all.add(process);
                return process;
            } catch (IOException e) {
                Worker.kill(started);
                throw e;
            }
        } catch (IOException e) {
            throw new Breakdown("the compile process cannot be started", e);
        }
    }

    private synchronized void giveBack(CompileProcess process) {
        failed = 0;
        idle.push(process);
        notifyAll();
    }

    private void end(CompileProcess process) {
        process.close();
        synchronized (this) {
            lastNoise = process.noise();
            all.remove(process);
            rounds = 0;
            notifyAll();
        }
    }

    /// Starts a process where there is none, or lets one compile once more.
    @Override
    public boolean step() {
        Request sample;
        synchronized (this) {
            if (closed || samples.isEmpty() || rounds >= ROUNDS || failed >= MOST_FAILED) {
                return false;
            }
            sample = samples.get(rounds % samples.size());
            rounds++;
        }
        try {
            Optional<Built> answer = ask(edited(sample));
            return answer.isPresent() && !(answer.get() instanceof Built.TooSlow) || mayFailAgain();
        } catch (Breakdown e) {
            return mayFailAgain();
        }
    }

    private synchronized boolean mayFailAgain() {
        failed++;
        return !closed && failed < MOST_FAILED;
    }

    private static Request edited(Request sample) {
        var sources = new java.util.TreeMap<>(sample.sources());
        sources.replaceAll((path, text) -> text + "\n// " + System.nanoTime() + "\n");
        return new Request(sample.forLearner(), sources, sample.given());
    }

    /// A process that was started before there was an archive to start it from is replaced when nobody uses it.
    public synchronized void renew() {
        if (plain && !idle.isEmpty() && images.isMade()) {
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
