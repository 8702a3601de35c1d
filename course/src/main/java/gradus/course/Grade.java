package gradus.course;

import java.util.Optional;

/// The grade of an answer, with the feedback as HTML. Only [Right] and [Wrong] say something about the learner.
public sealed interface Grade {

    String html();

    record Right(String html) implements Grade {}

    /// @param misconception the id of the misconception that the answer shows
    record Wrong(String html, Optional<String> misconception) implements Grade {}

    /// The answer can't be read as one of the form that is wanted. It costs nothing, and the feedback names the
    /// form.
    record Unreadable(String html) implements Grade {}

    /// The answer couldn't be run, through no fault of its own.
    record NotGraded(String html) implements Grade {}
}
