package gradus.studio.error;

/// Something that cannot be done as asked. Its message is one sentence for the person: the thing, what was
/// expected, what came, what to do. Every door shows it and goes on, or stops with [#exitCode].
public final class UserFacingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private UserFacingException(int exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /// What was asked for makes no sense: exit code 2.
    public static UserFacingException usageError(String message) {
        return new UserFacingException(2, message, new IllegalArgumentException(message));
    }

    /// The machine is not as it should be (disk, files, permissions): exit code 3.
    public static UserFacingException systemError(String message, Throwable cause) {
        return new UserFacingException(3, message, cause);
    }

    public int exitCode() {
        return exitCode;
    }
}
