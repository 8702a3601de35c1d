package gradus.course;

/// The parts of a lesson's prose, in the one order in which they stand. `lesson.md` names each by the id of its
/// heading.
public enum SectionKind {
    HOOK("hook"),
    PREDICT("predict"),
    IDEA("idea"),
    EXAMPLE("example"),
    FIGURE("figure"),
    STEPS("steps"),
    LAB("lab"),
    WHEN("when-and-why"),
    PITFALLS("pitfalls"),
    INDUSTRY("in-industry"),
    FURTHER("further");

    private final String id;

    SectionKind(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }
}
