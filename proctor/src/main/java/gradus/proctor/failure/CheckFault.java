package gradus.proctor.failure;

/// A mistake in a check itself, such as a tolerance of NaN or a property without cases. Its message is for
/// the lab's author.
///
/// It is never taken for a finding about a submission: no assertion catches it, no expected exception matches
/// it, and the worker reports it as a fault of the lab. So it may depend only on what the author wrote. What
/// comes out of a submission, however strange, is an [AssertionFailure].
public final class CheckFault extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient boolean genuine;

    public CheckFault(String message) {
        super(message);
        genuine = Origin.isTrusted();
    }

    /// Whether a check or the proctor has made it, and not the learner's code.
    public boolean isGenuine() {
        return genuine;
    }

    /// @param name what the setting is, as the beginning of a sentence: "the relative tolerance"
    public static double requireTolerance(String name, double value) {
        return requireWithin(name, value, 0, Double.MAX_VALUE, "a finite number of at least 0");
    }

    public static double requireFinite(String name, double value) {
        return requireWithin(name, value, -Double.MAX_VALUE, Double.MAX_VALUE, "a finite number");
    }

    /// @param expected the numbers that are allowed, in words
    public static double requireWithin(String name, double value, double low, double high, String expected) {
        if (!(value >= low && value <= high)) {
            throw new CheckFault(name + " must be " + expected + ", and is " + value);
        }
        return value;
    }

    public static int requireAtLeast(String name, int value, int smallest) {
        if (value < smallest) {
            throw new CheckFault(name + " must be at least " + smallest + ", and is " + value);
        }
        return value;
    }
}
