package gradus.judge.build;

/// The judge's own tools or files are not as they should be; no fault of the learner.
public class Breakdown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Breakdown(String sentence) {
        super(sentence);
    }

    public Breakdown(String sentence, Throwable cause) {
        super(sentence + " (" + cause.getMessage() + ")", cause);
    }
}
