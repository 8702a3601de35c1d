package gradus.studio.doctor;

/// The result of one check of the doctor.
///
/// @param subject what was checked: "Journal"
/// @param text its state in words
/// @param remedy what to do about it, as a sentence; empty if there is nothing to do
public record DoctorFinding(String subject, State state, String text, String remedy) {

    /// The state of what was checked.
    public enum State {
        OK,
        /// Worth knowing; everything works.
        NOTE,
        BROKEN
    }

    static DoctorFinding ok(String what, String text) {
        return new DoctorFinding(what, State.OK, text, "");
    }

    static DoctorFinding note(String what, String text, String remedy) {
        return new DoctorFinding(what, State.NOTE, text, remedy);
    }

    static DoctorFinding broken(String what, String text, String remedy) {
        return new DoctorFinding(what, State.BROKEN, text, remedy);
    }
}
