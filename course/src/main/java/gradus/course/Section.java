package gradus.course;

import java.util.List;

/// A section of a lesson's prose.
///
/// @param title the heading as the learner reads it
/// @param html the prose, rendered, without its heading and without its questions
/// @param questions its questions, in order; they are shown after the prose
/// @param line the line of its heading in `lesson.md`, from 1
public record Section(SectionKind kind, String title, String html, List<Question> questions, int line) {

    public Section {
        questions = List.copyOf(questions);
    }
}
