package gradus.course;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A lesson: one outcome ("you can …"), in 30 to 120 minutes.
///
/// @param id the name of its folder, unique in the course: `vectors`
/// @param track the id of its track: `linear-algebra`
/// @param needs the ids of the lessons that are its direct prerequisites
/// @param misconceptions common misconceptions by id, in the words of someone who has them
/// @param sections the prose, in the fixed order of [SectionKind]
/// @param panel the same idea in Python, if the lesson has it
/// @param folder its folder: `curriculum/linear-algebra/vectors`
public record Lesson(
        String id,
        String track,
        String title,
        String outcome,
        List<String> needs,
        int minutes,
        Level level,
        Map<String, String> misconceptions,
        List<Section> sections,
        Optional<Lab> lab,
        List<Question> quiz,
        List<Card> cards,
        List<FigureSource> figures,
        Optional<Panel> panel,
        Path folder) {

    public Lesson {
        needs = List.copyOf(needs);
        misconceptions = Map.copyOf(misconceptions);
        sections = List.copyOf(sections);
        quiz = List.copyOf(quiz);
        cards = List.copyOf(cards);
        figures = List.copyOf(figures);
    }

    /// The same lesson with another lab.
    public Lesson withLab(Lab other) {
        return new Lesson(
                id,
                track,
                title,
                outcome,
                needs,
                minutes,
                level,
                misconceptions,
                sections,
                Optional.of(other),
                quiz,
                cards,
                figures,
                panel,
                folder);
    }

    /// The same lesson without what its lab knows of other lessons, to be stored.
    public Lesson alone() {
        return lab.map(mine -> withLab(mine.withLibraryUse(
                        LibraryUse.declaring(mine.libraryUse().declared()))))
                .orElse(this);
    }

    public Optional<Section> section(SectionKind kind) {
        return sections.stream().filter(section -> section.kind() == kind).findFirst();
    }

    public Optional<FigureSource> figure(String name) {
        return figures.stream().filter(figure -> figure.name().equals(name)).findFirst();
    }

    /// All questions of the lesson: the prediction, the faded steps and the quiz.
    public List<Question> questions() {
        return Stream.concat(sections.stream().flatMap(section -> section.questions().stream()), quiz.stream())
                .toList();
    }
}
