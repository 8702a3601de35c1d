package gradus.studio.run;

/// The state of a run, which its files say.
public enum RunState {
    QUEUED("waiting"),
    RUNNING("running"),
    PASSED("passed"),
    NOT_YET("not yet"),
    CANCELLED("cancelled"),
    INTERRUPTED("interrupted"),
    FAULT("fault of the judge");

    private final String words;

    RunState(String words) {
        this.words = words;
    }

    /// The state as learners read it.
    public String words() {
        return words;
    }

    /// Whether nothing more happens in the run.
    public boolean isOver() {
        return switch (this) {
            case QUEUED, RUNNING -> false;
            case PASSED, NOT_YET, CANCELLED, INTERRUPTED, FAULT -> true;
        };
    }
}
