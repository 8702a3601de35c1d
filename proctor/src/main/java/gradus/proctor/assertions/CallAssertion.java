package gradus.proctor.assertions;

import gradus.proctor.diagnosis.Contents;
import gradus.proctor.diagnosis.Copies;
import gradus.proctor.diagnosis.Symptoms;
import gradus.proctor.diagnosis.Tolerance;
import gradus.proctor.failure.AssertionCount;
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
    private final boolean nanAllowed;

    private CallAssertion(Supplier<String> call, Callable<T> body, Tolerance tolerance, boolean nanAllowed) {
        this.call = call;
        this.body = body;
        this.tolerance = tolerance;
        this.nanAllowed = nanAllowed;
    }

    static <T> CallAssertion<T> of(Supplier<String> call, Callable<T> body) {
        return new CallAssertion<>(call, body, Tolerance.DEFAULT, false);
    }

    /// Sets the tolerance: numbers count as equal if they differ by at most
    /// `absolute + relative · |expected|`. The default is 1e-9 relative and 1e-12 absolute. Both must be
    /// finite numbers of at least 0.
    public CallAssertion<T> within(double relative, double absolute) {
        return new CallAssertion<>(call, body, new Tolerance(relative, absolute), nanAllowed);
    }

    /// Lets [#satisfies] test results with a NaN in them, for contracts that allow one.
    public CallAssertion<T> allowingNan() {
        return new CallAssertion<>(call, body, tolerance, true);
    }

    /// Asserts that the call returns `expected`: numbers within the tolerance, arrays and lists elementwise,
    /// everything else by `equals`. An array is compared with what `expected` was before the call, so it may
    /// be an argument.
    ///
    /// @param why the reason for `expected`, in one clause
    /// @return what the call returned
    public T gives(T expected, String why) {
        Object want = Copies.deep(expected);
        T got = result(why);
        if (!tolerance.isClose(want, got)) {
            throw AssertionFailure.of(
                    FailureKind.MISMATCH,
                    call.get(),
                    ValueFormatter.format(want),
                    ValueFormatter.format(got) + tolerance.describeFirstDifference(want, got),
                    why,
                    Symptoms.of(want, got, tolerance, call.get()));
        }
        return got;
    }

    /// Asserts that the result of the call satisfies `property`. A result with a NaN in it doesn't, unless
    /// [#allowingNan] says so: a comparison like `!(x > 1)` is true for NaN.
    ///
    /// @param expected the property in words: "a number between -1 and 1"
    /// @return what the call returned
    public T satisfies(Predicate<T> property, String expected, String why) {
        T got = result(why);
        if ((!nanAllowed && Contents.hasNan(got)) || !property.test(got)) {
            throw AssertionFailure.of(
                    FailureKind.MISMATCH, call.get(), expected, ValueFormatter.format(got), why, Symptoms.of(got));
        }
        return got;
    }

    /// Asserts that the call throws an exception of this type or of a subtype.
    public void fails(Class<? extends RuntimeException> type, String why) {
        thrown(type, withArticle(type), why);
    }

    /// Asserts that the call throws an exception of this type or of a subtype, and that its message has all
    /// of `words`, in any order and in upper or lower case. A word may have another ending, a number may not:
    /// "row" is in "2 rows", and "2" isn't in "12" or "2.5".
    ///
    /// @param words what the contract promises of the message, such as "3 features"
    public void failsSaying(Class<? extends RuntimeException> type, String words, String why) {
        List<String> promised = MessageWords.of(words);
        String expected = withArticle(type) + " whose message has " + MessageWords.promise(promised);
        Throwable thrown = thrown(type, expected, why);
        @Nullable String message = thrown.getMessage();
        List<String> missing = message == null ? promised : MessageWords.missing(promised, message);
        if (!missing.isEmpty()) {
            String without = message == null ? " without a message" : "; it lacks " + MessageWords.quoted(missing);
            throw AssertionFailure.of(
                    FailureKind.MISMATCH,
                    call.get(),
                    expected,
                    ValueFormatter.formatThrowable(thrown) + without,
                    why,
                    List.of());
        }
    }

    private static String withArticle(Class<?> type) {
        String name = type.getSimpleName();
        return ("AEIOU".indexOf(name.charAt(0)) < 0 ? "a " : "an ") + name;
    }

    private Throwable thrown(Class<? extends RuntimeException> type, String expected, String why) {
        AssertionCount.add();
        Object got;
        try {
            got = body.call();
        } catch (Throwable e) {
            AssertionFailure.passOn(e);
            if (type.isInstance(e) && !TodoDetector.isTodo(e)) {
                return e;
            }
            throw AssertionFailure.ofThrowable(call.get(), expected, e, why);
        }
        throw AssertionFailure.of(
                FailureKind.DID_NOT_THROW,
                call.get(),
                expected,
                ValueFormatter.format(got) + ", and no exception",
                why,
                List.of());
    }

    /// The result of the call, for a check that continues with it. Fails if the call throws or returns null.
    public T result() {
        return result("");
    }

    private T result(String why) {
        AssertionCount.add();
        @Nullable T got;
        try {
            got = body.call();
        } catch (Throwable e) {
            AssertionFailure.passOn(e);
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
