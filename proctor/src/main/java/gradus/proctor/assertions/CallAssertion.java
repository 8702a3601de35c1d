package gradus.proctor.assertions;

import gradus.proctor.diagnosis.Symptoms;
import gradus.proctor.diagnosis.Tolerance;
import gradus.proctor.failure.AssertionFailure;
import gradus.proctor.failure.TodoDetector;
import gradus.proctor.format.ValueFormatter;
import gradus.proctor.transcript.Event.FailureKind;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One call of the learner's code and the assertions about its result. [Expect#calling] makes one.
public final class CallAssertion<T> {

    private final Supplier<String> call;
    private final Callable<T> body;
    private final Tolerance tolerance;

    CallAssertion(Supplier<String> call, Callable<T> body, Tolerance tolerance) {
        this.call = call;
        this.body = body;
        this.tolerance = tolerance;
    }

    /// Sets the tolerance: numbers count as equal if they differ by at most
    /// `absolute + relative · |expected|`. The default is 1e-9 relative and 1e-12 absolute.
    public CallAssertion<T> within(double relative, double absolute) {
        return new CallAssertion<>(call, body, new Tolerance(relative, absolute));
    }

    /// Asserts that the call returns `expected`: numbers within the tolerance, arrays and lists elementwise,
    /// everything else by `equals`.
    ///
    /// @param why the reason for `expected`, in one clause
    /// @return what the call returned
    public T gives(T expected, String why) {
        T got = result(why);
        if (!tolerance.isClose(expected, got)) {
            throw AssertionFailure.of(
                    FailureKind.MISMATCH,
                    call.get(),
                    ValueFormatter.format(expected),
                    ValueFormatter.format(got) + tolerance.describeFirstDifference(expected, got),
                    why,
                    Symptoms.of(expected, got, tolerance, call.get()));
        }
        return got;
    }

    /// Asserts that the result of the call satisfies `property`.
    ///
    /// @param expected the property in words: "a number between -1 and 1"
    /// @return what the call returned
    public T satisfies(Predicate<T> property, String expected, String why) {
        T got = result(why);
        if (!property.test(got)) {
            throw AssertionFailure.of(
                    FailureKind.MISMATCH, call.get(), expected, ValueFormatter.format(got), why, Symptoms.of(got));
        }
        return got;
    }

    /// Asserts that the call throws an exception of this type or of a subtype.
    public void fails(Class<? extends RuntimeException> type, String why) {
        Object got;
        try {
            got = body.call();
        } catch (AssertionFailure | OutOfMemoryError e) {
            throw e;
        } catch (Throwable e) {
            if (type.isInstance(e) && !TodoDetector.isTodo(e)) {
                return;
            }
            throw AssertionFailure.ofThrowable(call.get(), "an " + type.getSimpleName(), e, why);
        }
        throw AssertionFailure.of(
                FailureKind.DID_NOT_THROW,
                call.get(),
                "an " + type.getSimpleName(),
                ValueFormatter.format(got) + ", and no exception",
                why,
                List.of());
    }

    /// The result of the call, for a check that continues with it. Fails if the call throws or returns null.
    public T result() {
        return result("");
    }

    private T result(String why) {
        @Nullable T got;
        try {
            got = body.call();
        } catch (AssertionFailure | OutOfMemoryError e) {
            throw e;
        } catch (Throwable e) {
            throw AssertionFailure.ofThrowable(call.get(), "", e, why);
        }
        if (got == null) {
            throw AssertionFailure.of(
                    FailureKind.MISMATCH,
                    call.get(),
                    "a result",
                    "null",
                    "a method of the library never returns null",
                    List.of("null"));
        }
        return got;
    }
}
