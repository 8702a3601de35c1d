package gradus.judge.support;

/// The judge's own tools or files are not as they should be; no fault of the learner.
public class JudgeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public JudgeException(String message) {
        super(message);
    }

    public JudgeException(String message, Throwable cause) {
        super(message + " (" + cause.getMessage() + ")", cause);
    }
}
