package gradus.judge.selftest.hidden;

/// Stands where hidden checks stand.
public final class HiddenAnswer {

    @SuppressWarnings("unused") // a deed looks for it
    private static final String VALUE = "the answer";

    private HiddenAnswer() {}
}
