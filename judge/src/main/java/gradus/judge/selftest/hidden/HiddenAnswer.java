package gradus.judge.selftest.hidden;

/// A class where hidden checks are, for the self-test to look into.
public final class HiddenAnswer {

    @SuppressWarnings("unused") // an attack looks for it
    private static final String VALUE = "the answer";

    private HiddenAnswer() {}
}
