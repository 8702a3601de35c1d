package gradus.judge.deeds.hidden;

/// Stands where hidden checks stand.
public final class Answer {

    @SuppressWarnings("unused") // a deed looks for it
    private static final String VALUE = "the answer";

    private Answer() {}
}
