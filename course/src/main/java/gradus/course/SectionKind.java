package gradus.course;

/// The kinds of sections of a lesson, in their fixed order. In `lesson.md`, the id of a heading names the
/// kind.
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
