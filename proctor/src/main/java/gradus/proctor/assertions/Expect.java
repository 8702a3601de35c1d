package gradus.proctor.assertions;

import gradus.proctor.diagnosis.Contents;
import gradus.proctor.diagnosis.Copies;
import gradus.proctor.diagnosis.Symptoms;
import gradus.proctor.failure.AssertionCount;
import gradus.proctor.failure.AssertionFailure;
import gradus.proctor.format.CallTexts;
import gradus.proctor.format.ValueFormatter;
import gradus.proctor.transcript.Event.FailureKind;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/// Assertions for checks. Each says what is called, what is expected, and why, so that a failure explains
/// itself.
///
/// ```java
/// calling("Vector.of(1, 2, 3).dot(Vector.of(4, 5, 6))", () -> a.dot(b)).gives(32.0, "1·4 + 2·5 + 3·6 = 32");
/// ```
public final class Expect {

    private Expect() {}

    /// An assertion about a call of the learner's code. `body` isn't called before the expectation is stated.
    ///
    /// @param call the call as a learner would write it
    public static <T> CallAssertion<T> calling(String call, Callable<T> body) {
        return CallAssertion.of(() -> call, body);
    }

    /// The same for checks that make hundreds of calls: `call` is asked for its text only if the call fails.
    public static <T> CallAssertion<T> calling(Supplier<String> call, Callable<T> body) {
        return CallAssertion.of(CallTexts.of(call), body);
    }

    /// Asserts that a call left an argument unchanged, to the bit: −0.0 isn't 0.0 here.
    ///
    /// @param subject the argument and the call: "x after sum(x)"
    /// @param before a copy of the argument, made before the call; the assertion fails if it shares an array
    ///     with `after`, because nothing can be seen then
    /// @param after the argument itself, after the call
    public static void unchanged(String subject, Object before, Object after) {
        unchanged(() -> subject, before, after);
    }

    /// The same for checks that make hundreds of calls: `subject` is asked for its text only if the assertion
    /// fails.
    public static void unchanged(Supplier<String> subject, Object before, Object after) {
        AssertionCount.add();
        if (Copies.share(before, after)) {
            throw AssertionFailure.of(
                    FailureKind.MISMATCH,
                    subject.get(),
                    "other arrays than those that were copied before the call",
                    "the same array",
                    "a change of one would be a change of the other",
                    List.of("aliased"));
        }
        if (!Copies.sameBits(before, after)) {
            throw AssertionFailure.of(
                    FailureKind.MISMATCH,
                    subject.get(),
                    ValueFormatter.format(before),
                    ValueFormatter.format(after),
                    "a call must leave its arguments, and what it's called on, unchanged",
                    List.of("changed-argument"));
        }
    }

    /// Asserts that `condition` is true, for facts that aren't the result of one call. If there is a NaN in
    /// `got`, the condition counts as false: a comparison like `!(x > 1)` is true for NaN.
    ///
    /// @param subject what `condition` is about, in words
    /// @param expected what is expected of the subject, in words
    /// @param got the actual value
    public static void that(boolean condition, String subject, String expected, Object got, String why) {
        that(condition, () -> subject, expected, got, why);
    }

    /// The same for checks that look at hundreds of results: `subject` is asked for its text only if the
    /// assertion fails.
    public static void that(boolean condition, Supplier<String> subject, String expected, Object got, String why) {
        AssertionCount.add();
        if (!condition || got == null || Contents.hasNan(got)) {
            throw AssertionFailure.of(
                    FailureKind.MISMATCH,
                    subject.get(),
                    expected,
                    ValueFormatter.format(got),
                    why,
                    Contents.hasNan(got) ? Symptoms.of(got) : List.of());
        }
    }
}
