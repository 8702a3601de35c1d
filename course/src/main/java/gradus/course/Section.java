package gradus.course;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A section of a lesson.
///
/// @param title the heading as the learner reads it
/// @param blocks what it contains, in the order of the file
/// @param line the line of its heading in `lesson.md`, from 1
public record Section(SectionKind kind, String title, List<Block> blocks, int line) {

    public Section {
        blocks = List.copyOf(blocks);
    }

    /// Prose, or a question at the place where it is asked.
    public sealed interface Block {

        /// @param html rendered, without the heading of the section
        record Prose(String html) implements Block {}

        record Asked(Question question) implements Block {}
    }

    /// Its questions, in order.
    public List<Question> questions() {
        return blocks.stream()
                .flatMap(block -> switch (block) {
                    case Block.Asked asked -> Stream.of(asked.question());
                    case Block.Prose _ -> Stream.<Question>empty();
                })
                .toList();
    }

    /// Its prose, without the questions.
    public String html() {
        return blocks.stream()
                .map(block -> switch (block) {
                    case Block.Prose prose -> prose.html();
                    case Block.Asked _ -> "";
                })
                .collect(Collectors.joining());
    }
}
