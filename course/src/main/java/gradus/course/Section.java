package gradus.course;

import java.util.List;

/// One part of a lesson's prose.
///
/// @param title the heading as the learner reads it
/// @param html the prose, rendered, without its heading and without its questions
/// @param questions the questions that stand in it, in order; each is rendered after the prose
/// @param line where its heading stands in `lesson.md`, from 1
public record Section(SectionKind kind, String title, String html, List<Question> questions, int line) {

    public Section {
        questions = List.copyOf(questions);
    }
}
