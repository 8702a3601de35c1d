package gradus.proctor.worker;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/// Sampling profiler: looks at the stack of a thread every few milliseconds and counts the innermost frame of
/// library, lab or checks, whatever platform method it has called.
final class StackSampler {

    private static final long INTERVAL_NANOS = 2_000_000;

    private final Thread target;
    private final Map<String, Integer> samples = new HashMap<>();
    private boolean running;

    private StackSampler(Thread target) {
        this.target = target;
    }

    /// A sampler of `thread`. Starts its own thread, which waits for [#start].
    static StackSampler of(Thread thread) {
        var sampler = new StackSampler(thread);
        Thread.ofPlatform().daemon().name("sampler").start(sampler::run);
        return sampler;
    }

    synchronized void start() {
        samples.clear();
        running = true;
        notifyAll();
    }

    /// The number of samples in each line of a class: `gradus.ml.linalg.Vector:41`. No sample is being taken when it
    /// returns: a JVM that unloads classes while their frames are turned into a stack trace crashes.
    synchronized Map<String, Integer> stop() {
        running = false;
        return Map.copyOf(samples);
    }

    private void run() {
        while (true) {
            try {
                awaitStart();
            } catch (InterruptedException e) {
                // The program under test may interrupt any thread; this one goes on.
                continue;
            }
            LockSupport.parkNanos(INTERVAL_NANOS);
            Thread.interrupted();
            sample();
        }
    }

    private synchronized void awaitStart() throws InterruptedException {
        while (!running) {
            wait();
        }
    }

    private synchronized void sample() {
        if (!running) {
            return;
        }
        for (StackTraceElement frame : target.getStackTrace()) {
            String name = frame.getClassName();
            if (name.startsWith("gradus.ml.") || name.startsWith("gradus.lab.") || name.startsWith("gradus.checks.")) {
                int nested = name.indexOf('$');
                String outer = nested < 0 ? name : name.substring(0, nested);
                samples.merge(outer + ":" + frame.getLineNumber(), 1, Integer::sum);
                return;
            }
        }
    }
}
