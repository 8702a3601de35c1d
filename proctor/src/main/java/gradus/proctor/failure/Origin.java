package gradus.proctor.failure;

import java.util.Optional;

/// Where a failure or a fault was made. Learners' code may reach the proctor's classes by reflection or in a serialised
/// object; what it makes there is its own exception, and no finding.
final class Origin {

    private static final StackWalker WALKER = StackWalker.getInstance();

    private static final String TESTS = "gradus.lab.tests.";

    private Origin() {}

    /// Whether a check, a test that the learner writes, or the proctor itself is making one now: theirs is the code
    /// nearest to the call, besides the platform's.
    static boolean isTrusted() {
        Optional<String> caller = WALKER.walk(frames -> frames.map(StackWalker.StackFrame::getClassName)
                .filter(name -> !isProctorOrPlatform(name) || name.startsWith("gradus.proctor.worker."))
                .findFirst());
        return caller.filter(name ->
                        name.startsWith(TESTS) || !name.startsWith("gradus.ml.") && !name.startsWith("gradus.lab."))
                .isPresent();
    }

    private static boolean isProctorOrPlatform(String className) {
        return className.startsWith("gradus.proctor.")
                || className.startsWith("java.")
                || className.startsWith("jdk.")
                || className.startsWith("sun.");
    }
}
