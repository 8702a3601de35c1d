package gradus.proctor;

import gradus.proctor.transcript.Event.Kind;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One call of the learner's code, and what is expected of it. Made by [Expect#calling].
public final class Call<T> {

    private final Supplier<String> call;
    private final Callable<T> body;
    private final Closeness closeness;

    Call(Supplier<String> call, Callable<T> body, Closeness closeness) {
        this.call = call;
        this.body = body;
        this.closeness = closeness;
    }

    /// Numbers count as equal when they differ by at most `absolute + relative · |expected|`. The default is
    /// 1e-9 relative and 1e-12 absolute.
    public Call<T> within(double relative, double absolute) {
        return new Call<>(call, body, new Closeness(relative, absolute));
    }

    /// That the call returns `expected`: numbers close, arrays and lists element by element, everything else
    /// equal.
    ///
    /// @param why the reason, in one clause
    /// @return what the call returned
    public T gives(T expected, String why) {
        T got = result(why);
        if (!closeness.same(expected, got)) {
            throw Mismatch.of(
                    Kind.MISMATCH,
                    call.get(),
                    Show.value(expected),
                    Show.value(got) + closeness.firstDifference(expected, got),
                    why,
                    Signs.of(expected, got, closeness, call.get()));
        }
        return got;
    }

    /// That what the call returns satisfies `property`.
    ///
    /// @param expected the property in words: "a number between -1 and 1"
    /// @return what the call returned
    public T satisfies(Predicate<T> property, String expected, String why) {
        T got = result(why);
        if (!property.test(got)) {
            throw Mismatch.of(Kind.MISMATCH, call.get(), expected, Show.value(got), why, Signs.of(got));
        }
        return got;
    }

    /// That the call throws an exception of this kind.
    public void fails(Class<? extends RuntimeException> kind, String why) {
        Object got;
        try {
            got = body.call();
        } catch (Mismatch | OutOfMemoryError e) {
            throw e;
        } catch (Throwable e) {
            if (kind.isInstance(e) && !Todo.is(e)) {
                return;
            }
            throw Mismatch.thrown(call.get(), "an " + kind.getSimpleName(), e, why);
        }
        throw Mismatch.of(
                Kind.DID_NOT_THROW,
                call.get(),
                "an " + kind.getSimpleName(),
                Show.value(got) + ", and no exception",
                why,
                List.of());
    }

    /// What the call returns, for a check that goes on with it.
    public T result() {
        return result("");
    }

    private T result(String why) {
        @Nullable T got;
        try {
            got = body.call();
        } catch (Mismatch | OutOfMemoryError e) {
            throw e;
        } catch (Throwable e) {
            throw Mismatch.thrown(call.get(), "", e, why);
        }
        if (got == null) {
            throw Mismatch.of(
                    Kind.MISMATCH,
                    call.get(),
                    "a result",
                    "null",
                    "a method of the library never returns null",
                    List.of("null"));
        }
        return got;
    }
}
