package gradus.proctor.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import gradus.proctor.transcript.Event.Finding;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// Catches the failure of an assertion, for tests of assertions.
public final class Failures {

    private Failures() {}

    public static Finding finding(ThrowingCallable code) {
        Throwable thrown = catchThrowable(code);
        assertThat(thrown).as("the expectation must fail").isInstanceOf(AssertionFailure.class);
        return ((AssertionFailure) thrown).finding();
    }
}
