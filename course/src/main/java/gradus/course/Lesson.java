package gradus.course;

import java.nio.file.Path;
import java.time.LocalDate;
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
/// @param notes what authors and planners need to know of it, and learners never see
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
        Notes notes,
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
                notes,
                folder);
    }

    /// Its lab, if the learner writes code in it.
    public Optional<Coding> coding() {
        return lab.flatMap(it -> switch (it) {
            case Coding coding -> Optional.of(coding);
            case Arena _, Audit _, Milestone _, Testing _ -> Optional.empty();
        });
    }

    /// Its lab, if the learner writes tests in it.
    public Optional<Testing> testing() {
        return lab.flatMap(it -> switch (it) {
            case Testing testing -> Optional.of(testing);
            case Arena _, Audit _, Coding _, Milestone _ -> Optional.empty();
        });
    }

    /// Its lab, if the learner compares methods in it.
    public Optional<Arena> arena() {
        return lab.flatMap(it -> switch (it) {
            case Arena arena -> Optional.of(arena);
            case Audit _, Coding _, Milestone _, Testing _ -> Optional.empty();
        });
    }

    /// Its lab, if it re-creates a historic result.
    public Optional<Milestone> milestone() {
        return lab.flatMap(it -> switch (it) {
            case Milestone milestone -> Optional.of(milestone);
            case Arena _, Audit _, Coding _, Testing _ -> Optional.empty();
        });
    }

    /// The ids of the data sets that its lab and its figures read.
    public List<String> data() {
        return lab.map(it -> switch (it) {
                    case Coding coding -> coding.data();
                    case Testing testing -> testing.data();
                    case Arena arena -> arena.data();
                    case Milestone milestone -> milestone.data();
                    case Audit _ -> List.<String>of();
                })
                .orElse(List.of());
    }

    /// What of the library its lab lets a submission call; empty if no code is written in it.
    Optional<LibraryUse> libraryUse() {
        return coding().map(Coding::libraryUse).or(() -> testing().map(Testing::libraryUse));
    }

    /// The same lesson, where other things may be called.
    Lesson withLibraryUse(LibraryUse other) {
        return coding().<Lab>map(it -> it.withLibraryUse(other))
                .or(() -> testing().map(it -> it.withLibraryUse(other)))
                .map(this::withLab)
                .orElse(this);
    }

    /// The same lesson without what its lab knows of other lessons, to be stored.
    public Lesson alone() {
        return libraryUse()
                .map(use -> withLibraryUse(LibraryUse.declaring(use.declared())))
                .orElse(this);
    }

    /// @param reviewed when somebody last read the lesson as a learner would, if anybody has
    /// @param terms the terms of the glossary that it introduces
    /// @param placement the ids of one or two questions of the quiz that stand for the lesson
    /// @param words the number of words of its prose
    /// @param longestWithoutQuestion the largest number of consecutive words without a question of the page
    public record Notes(
            Optional<Review> reviewed,
            List<String> terms,
            List<String> placement,
            int words,
            int longestWithoutQuestion) {

        /// Of a lesson of which nothing is known.
        public static final Notes NONE = new Notes(Optional.empty(), List.of(), List.of(), 0, 0);

        public Notes {
            terms = List.copyOf(terms);
            placement = List.copyOf(placement);
        }
    }

    /// A review, and its line in `lesson.md`.
    public record Review(LocalDate on, int line) {}

    public Optional<Section> section(SectionKind kind) {
        return sections.stream().filter(section -> section.kind() == kind).findFirst();
    }

    public Optional<FigureSource> figure(String name) {
        return figures.stream().filter(figure -> figure.name().equals(name)).findFirst();
    }

    /// All questions of the lesson: those of its sections, in order, and those of the quiz.
    public List<Question> questions() {
        return Stream.concat(sections.stream().flatMap(section -> section.questions().stream()), quiz.stream())
                .toList();
    }
}
