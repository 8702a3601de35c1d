package gradus.proctor.failure;

import gradus.proctor.transcript.Event.FailureKind;
import gradus.proctor.transcript.Event.Finding;
import gradus.proctor.transcript.Event.StackFrame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Findings about tests that a learner wrote. Their words are the learner's: they may be missing, or have any
/// length.
public final class TestFindings {

    /// How the result of a test with a mistake begins, before the mistake itself.
    public static final String MISTAKE = "a mistake in the test: ";

    private static final int MAX_CHARACTERS = 1000;
    private static final int MAX_FRAMES = 8;

    private TestFindings() {}

    /// The finding for what a test threw; a [CheckFault] is a mistake in the test. Never throws.
    public static Finding of(Throwable thrown) {
        if (firstCause(thrown) instanceof CheckFault fault) {
            return new Finding(
                    FailureKind.THREW, "", "", cut(MISTAKE + fault.getMessage()), "", List.of(), frames(fault));
        }
        Finding finding = AssertionFailure.findingOf(thrown);
        return new Finding(
                finding.kind(),
                cut(finding.call()),
                cut(finding.expected()),
                cut(finding.got()),
                cut(finding.why()),
                finding.symptoms(),
                finding.stackTrace().isEmpty() ? frames(thrown) : finding.stackTrace());
    }

    /// What a static initialiser threw, or else `thrown`, which may be the learner's own and throw.
    private static @Nullable Throwable firstCause(Throwable thrown) {
        try {
            return thrown instanceof ExceptionInInitializerError error ? error.getCause() : thrown;
        } catch (Exception | StackOverflowError e) {
            return thrown;
        }
    }

    private static String cut(@Nullable String text) {
        if (text == null) {
            return "";
        }
        return text.length() <= MAX_CHARACTERS ? text : text.substring(0, MAX_CHARACTERS) + "…";
    }

    /// The stack trace may be the learner's own, and throw.
    private static List<StackFrame> frames(Throwable thrown) {
        try {
            return LearnerStackTrace.of(thrown).stream().limit(MAX_FRAMES).toList();
        } catch (Exception | StackOverflowError e) {
            return List.of();
        }
    }
}
