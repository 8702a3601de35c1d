package gradus.course.cut;

import gradus.course.Cut;
import gradus.course.Source;

/// What a learner starts from in one class of a lab.
///
/// @param source the library's source without the bodies that any lesson asks for
/// @param library the library's source
/// @param cut what the lab cuts
public record Starter(Source source, Source library, Cut cut) {

    /// The learner's own file, made ready for the lab.
    public StarterUpdate update(Source learner) {
        return StarterUpdate.of(learner, source, library, cut);
    }
}
