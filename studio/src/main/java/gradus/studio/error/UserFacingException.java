package gradus.studio.error;

/// An error to show to the user. Its message is one sentence: the thing, what was expected, what was got,
/// what to do. The studio shows it and keeps running; the terminal prints it and exits with [#exitCode].
public final class UserFacingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private UserFacingException(int exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /// The request is invalid, or names something that doesn't exist: exit code 2.
    public static UserFacingException usageError(String message) {
        return new UserFacingException(2, message, new IllegalArgumentException(message));
    }

    /// A problem of the machine (disk, files, permissions): exit code 3.
    public static UserFacingException systemError(String message, Throwable cause) {
        return new UserFacingException(3, message, cause);
    }

    public int exitCode() {
        return exitCode;
    }
}
