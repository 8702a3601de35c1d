package gradus.proctor.format;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Decides when a call is put into words. Before the call is right, because the call may change its arguments; but of
/// thousands of calls nearly all pass, and need no words.
public final class CallTexts {

    /// Of the thread that checks: nearly always the only one, and a thread-local variable is slow in a JVM without the
    /// optimising compiler.
    private static volatile @Nullable Mode current;

    private CallTexts() {}

    private static final class Mode {
        private final Thread thread = Thread.currentThread();
        private boolean later;
        private boolean cameLate;
    }

    /// Work that may throw.
    public interface Work<T, E extends Exception> {
        T run() throws E;
    }

    /// `text` as it is now, unless a caller of [#later] will come back for the words of a call that fails.
    public static Supplier<String> of(Supplier<String> text) {
        Mode mode = current;
        if (mode != null && mode.later && mode.thread == Thread.currentThread()) {
            return () -> {
                mode.cameLate = true;
                return text.get();
            };
        }
        try {
            String now = text.get();
            return () -> now;
        } catch (RuntimeException | StackOverflowError e) {
            // Words that need the learner's own methods are asked for when they are needed.
            return text;
        }
    }

    /// Does `work`, whose calls are put into words only if they fail. The caller does it again for words that came
    /// late, within [#before]. If another thread does so already, they are put into words before they are made.
    public static <T, E extends Exception> T later(Work<T, E> work) throws E {
        Mode mode = ofThisThread();
        if (mode == null) {
            return work.run();
        }
        boolean outer = mode.later;
        boolean cameLate = mode.cameLate;
        mode.later = true;
        try {
            return work.run();
        } finally {
            mode.later = outer;
            // A caller within another one comes back by itself.
            mode.cameLate = outer ? cameLate : mode.cameLate;
        }
    }

    /// Does `work`, whose calls are put into words before they are made.
    public static <T, E extends Exception> T before(Work<T, E> work) throws E {
        Mode mode = ofThisThread();
        if (mode == null) {
            return work.run();
        }
        boolean outer = mode.later;
        mode.later = false;
        mode.cameLate = false;
        try {
            return work.run();
        } finally {
            mode.later = outer;
        }
    }

    /// Whether a call of this thread was put into words after it was made, since this was last asked.
    public static boolean cameLate() {
        Mode mode = ofThisThread();
        boolean cameLate = mode != null && mode.cameLate;
        if (mode != null) {
            mode.cameLate = false;
        }
        return cameLate;
    }

    /// Null while another thread is within [#later].
    private static synchronized @Nullable Mode ofThisThread() {
        Mode mode = current;
        if (mode == null || (mode.thread != Thread.currentThread() && !mode.later)) {
            mode = new Mode();
            current = mode;
        }
        return mode.thread == Thread.currentThread() ? mode : null;
    }
}
