package gradus.studio.doctor;

/// What was found of one thing.
///
/// @param subject the thing: "Journal"
/// @param text how it is
/// @param remedy what to do about it, as a sentence; empty where there is nothing to do
public record Finding(String subject, State state, String text, String remedy) {

    /// How a thing is.
    public enum State {
        OK,
        /// Worth knowing; everything works.
        NOTE,
        BROKEN
    }

    static Finding ok(String what, String text) {
        return new Finding(what, State.OK, text, "");
    }

    static Finding note(String what, String text, String remedy) {
        return new Finding(what, State.NOTE, text, remedy);
    }

    static Finding broken(String what, String text, String remedy) {
        return new Finding(what, State.BROKEN, text, remedy);
    }
}
