package gradus.proctor.assertions;

import gradus.proctor.diagnosis.Tolerance;
import gradus.proctor.failure.AssertionFailure;
import gradus.proctor.format.ValueFormatter;
import gradus.proctor.transcript.Event.FailureKind;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/// Assertions for checks: each says what was called, what should come, and why, so that a failure explains
/// itself.
///
/// ```java
/// calling("Vector.of(1, 2, 3).dot(Vector.of(4, 5, 6))", () -> a.dot(b)).gives(32.0, "1·4 + 2·5 + 3·6 = 32");
/// ```
public final class Expect {

    private Expect() {}

    /// Calls `body`, which is the learner's code, later, when the expectation is stated.
    ///
    /// @param call the call as a learner would write it
    public static <T> CallAssertion<T> calling(String call, Callable<T> body) {
        return new CallAssertion<>(() -> call, body, Tolerance.DEFAULT);
    }

    /// The same for a check that calls hundreds of times: `call` is written only where one of them fails.
    public static <T> CallAssertion<T> calling(Supplier<String> call, Callable<T> body) {
        return new CallAssertion<>(call, body, Tolerance.DEFAULT);
    }

    /// That an argument is still what it was before a call.
    public static void unchanged(String name, Object before, Object after) {
        if (!Tolerance.EXACT.isClose(before, after)) {
            throw AssertionFailure.of(
                    FailureKind.MISMATCH,
                    name + " after the call",
                    ValueFormatter.format(before),
                    ValueFormatter.format(after),
                    "a call must leave its arguments as they were",
                    List.of("changed-argument"));
        }
    }

    /// That `condition` holds, for what is no call with one result.
    ///
    /// @param subject what is looked at
    /// @param expected what should be
    /// @param got what is
    public static void that(boolean condition, String subject, String expected, Object got, String why) {
        if (!condition) {
            throw AssertionFailure.of(
                    FailureKind.MISMATCH, subject, expected, ValueFormatter.format(got), why, List.of());
        }
    }
}
