package gradus.judge.support;

/// A failure of the judge itself, of its tools or files; never the learner's fault.
public class JudgeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public JudgeException(String message) {
        super(message);
    }

    public JudgeException(String message, Throwable cause) {
        super(message + " (" + cause.getMessage() + ")", cause);
    }
}
