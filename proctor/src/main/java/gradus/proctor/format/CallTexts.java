package gradus.proctor.format;

import java.util.function.Supplier;

/// Decides when a call is put into words. Before the call is right, because the call may change its arguments; but of
/// thousands of calls nearly all pass, and need no words.
public final class CallTexts {

    private static final ThreadLocal<Boolean> LATER = ThreadLocal.withInitial(() -> false);

    private CallTexts() {}

    /// `text` as it is now, unless a caller of [#later] will come back for the words of a call that fails.
    public static Supplier<String> of(Supplier<String> text) {
        if (LATER.get()) {
            return text;
        }
        try {
            String now = text.get();
            return () -> now;
        } catch (RuntimeException | StackOverflowError e) {
            // Words that need the learner's own methods are asked for when they are needed.
            return text;
        }
    }

    /// Does `work`, whose calls are put into words only if they fail.
    public static <T> T later(Supplier<T> work) {
        boolean before = LATER.get();
        LATER.set(true);
        try {
            return work.get();
        } finally {
            LATER.set(before);
        }
    }
}
