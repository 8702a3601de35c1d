package gradus.studio.refusal;

/// Something that cannot be done as asked. Its message is one sentence for the person: the thing, what was expected,
/// what
/// came, what to do. Every door shows it and goes on, or stops with [#exitCode].
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private Refusal(int exitCode, String sentence, Throwable cause) {
        super(sentence, cause);
        this.exitCode = exitCode;
    }

    /// What was asked for makes no sense: exit code 2.
    public static Refusal misuse(String sentence) {
        return new Refusal(2, sentence, new IllegalArgumentException(sentence));
    }

    /// The machine is not as it should be (disk, files, permissions): exit code 3.
    public static Refusal trouble(String sentence, Throwable cause) {
        return new Refusal(3, sentence, cause);
    }

    public int exitCode() {
        return exitCode;
    }
}
