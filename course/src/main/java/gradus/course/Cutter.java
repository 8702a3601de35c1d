package gradus.course;

/// Makes a lab's starter out of the library's own source, by its syntax tree.
///
/// The bodies of the cut members become a `throw` of a "to do" that names lesson and member. Documentation stays.
/// Private
/// members and imports that only the cut bodies used go too, so that nothing of the solution can be read off the
/// starter.
public final class Cutter {

    private Cutter() {}

    /// The starter for `cut` in lesson `lesson`, made from the reference `source`.
    ///
    /// @throws IllegalArgumentException if `source` has no member of a name that is cut
    public static Source starter(String lesson, Cut cut, Source source) {
        throw new UnsupportedOperationException("not yet");
    }
}
