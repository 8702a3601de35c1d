package gradus.proctor.format;

import java.util.function.Supplier;

/// Decides when a call is put into words. Before the call is right, because the call may change its arguments; but of
/// thousands of calls nearly all pass, and need no words.
public final class CallTexts {

    private static final ThreadLocal<Mode> MODE = ThreadLocal.withInitial(Mode::new);

    private CallTexts() {}

    private static final class Mode {
        private boolean later;
        private boolean cameLate;
    }

    /// Work that may throw.
    public interface Work<T, E extends Exception> {
        T run() throws E;
    }

    /// `text` as it is now, unless a caller of [#later] will come back for the words of a call that fails.
    public static Supplier<String> of(Supplier<String> text) {
        Mode mode = MODE.get();
        if (mode.later) {
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
    /// late, within [#before].
    public static <T, E extends Exception> T later(Work<T, E> work) throws E {
        Mode mode = MODE.get();
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
        Mode mode = MODE.get();
        boolean outer = mode.later;
        mode.later = false;
        mode.cameLate = false;
        try {
            return work.run();
        } finally {
            mode.later = outer;
        }
    }

    /// Whether a call was put into words after it was made, since this was last asked.
    public static boolean cameLate() {
        Mode mode = MODE.get();
        boolean cameLate = mode.cameLate;
        mode.cameLate = false;
        return cameLate;
    }
}
