package gradus.course.read;

import gradus.course.Card;
import gradus.course.DidYouMean;
import gradus.course.FigureSource;
import gradus.course.Lab;
import gradus.course.Lesson;
import gradus.course.Panel;
import gradus.course.Section;
import gradus.course.cut.LibrarySources;
import gradus.course.mutant.EquivalentMutants;
import gradus.course.proof.Proof;
import gradus.course.prose.Passage;
import gradus.course.prose.ProseRenderer;
import gradus.course.prose.WordCounter;
import gradus.course.read.file.FaultCollector;
import gradus.course.read.file.FrontMatterFile;
import gradus.course.read.file.TextFile;
import gradus.course.read.file.YamlFields;
import gradus.course.read.lab.ArenaReader;
import gradus.course.read.lab.AuditReader;
import gradus.course.read.lab.CodingReader;
import gradus.course.read.lab.MilestoneReader;
import gradus.course.read.lab.TestingReader;
import gradus.course.read.outline.LabKind;
import gradus.course.read.outline.LessonIndex;
import gradus.course.read.outline.Outline;
import gradus.course.read.outline.ReaderContext;
import gradus.course.read.panel.PanelPins;
import gradus.course.read.panel.PanelReader;
import gradus.course.read.question.QuestionReader;
import gradus.course.read.question.Quiz;
import gradus.course.read.question.QuizReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads one lesson, even if it or others have faults.
final class LessonReader {

    private static final Set<String> FILES = Set.of(
            "lesson.md",
            "lab.md",
            EquivalentMutants.FILE,
            "quiz.md",
            "cards.md",
            Panel.FILE,
            Panel.Recording.FILE,
            Proof.FILE);
    private static final Set<String> FOLDERS = Set.of("checks", "wrong", "right", "ablations", "figures");

    private static final LocalDate STRETCH_RULE = LocalDate.of(2026, 12, 1);
    private static final int LONGEST_STRETCH = 350;

    private final ReaderContext context;
    private final Outline.LessonOutline outline;
    private final FaultCollector faults;
    private final LessonIndex index;
    private final ProseRenderer prose;

    LessonReader(ReaderContext context, PanelPins pins, Outline.LessonOutline outline) {
        this.context = context;
        this.outline = outline;
        this.faults = context.faults();
        this.index = new LessonIndex(new PanelReader(pins, faults).read(outline.folder()));
        this.prose = ProseChecker.prose(context, outline, index);
    }

    Optional<ReadLesson> read() {
        unknownFiles();
        if (outline.lesson().isEmpty()) {
            return Optional.empty();
        }
        FrontMatterFile document = outline.lesson().get();
        YamlFields fields = document.fields()
                .allowOnly("title", "outcome", "level", "needs", "minutes", "reviewed", "terms", "misconceptions");
        Map<String, YamlFields.Entry> beliefs = fields.stringMap("misconceptions");
        var questions = new QuestionReader(prose, index, faults, beliefs.keySet());
        var sectionReader = new SectionReader(prose, index, faults, questions);
        List<Section> sections = sectionReader.read(document);
        List<YamlFields.Entry> terms = fields.strings("terms");
        TermChecker.checkProse(terms, index, document.file(), faults);
        Optional<Lesson.Review> reviewed =
                fields.date("reviewed").map(on -> new Lesson.Review(on, fields.line("reviewed")));
        checkStretch(document.file(), reviewed, sectionReader.words().longest());
        Optional<Lab> lab = outline.lab().map(file -> switch (LabKind.of(file)) {
            case CODING -> new CodingReader(context, outline, prose, questions, index, beliefs.keySet()).read(file);
            case TESTS -> new TestingReader(context, outline, prose, index).read(file);
            case MILESTONE -> new MilestoneReader(context, outline, prose, index).read(file);
            case ARENA -> new ArenaReader(context, outline, prose, questions, index).read(file);
            case AUDIT -> new AuditReader(outline, prose, questions, index, faults).read(file);
        });
        Quiz quiz = optional("quiz.md")
                .map(file -> new QuizReader(questions, faults).read(file))
                .orElse(Quiz.NONE);
        List<Card> cards = optional("cards.md").map(this::cards).orElse(List.of());
        List<FigureSource> figures = new FigureReader(context, outline, index).read();
        checkMentions(document.file(), beliefs);
        new PanelChecker(faults, index).check(document.file(), sections);
        var prerequisites = new PrerequisiteChecker(context, outline.id());
        index.code.forEach(prerequisites::check);
        var texts = new LinkedHashMap<String, String>();
        beliefs.forEach((id, belief) -> texts.put(id, belief.text()));
        return Optional.of(new ReadLesson(
                new Lesson(
                        outline.id(),
                        outline.track(),
                        fields.string("title"),
                        fields.string("outcome"),
                        outline.needs().stream().map(YamlFields.Entry::text).toList(),
                        fields.integer("minutes", 20, 120, 60),
                        outline.level(),
                        texts,
                        sections,
                        lab,
                        quiz.questions(),
                        cards,
                        figures,
                        index.panel,
                        new Lesson.Notes(
                                reviewed,
                                terms.stream().map(YamlFields.Entry::text).toList(),
                                quiz.placement(),
                                sectionReader.words().words(),
                                sectionReader.words().longestWithoutQuestion()),
                        outline.folder()),
                index.examples));
    }

    private Optional<Passage> optional(String name) {
        Path file = outline.folder().resolve(name);
        if (!Files.isRegularFile(file)) {
            faults.add(file, 1, "The file is missing; every lesson has a " + name + ".");
            return Optional.empty();
        }
        return TextFile.read(file, faults);
    }

    private List<Card> cards(Passage text) {
        List<Passage.HeadedPassage> headed = QuizReader.headed(text, 4, 8, "cards", faults);
        var ids = new LinkedHashMap<String, Integer>();
        var cards = new ArrayList<Card>();
        for (Passage.HeadedPassage card : headed) {
            String id = card.id().orElseGet(() -> slug(card.title()));
            Integer other = ids.putIfAbsent(id, card.line());
            if (other != null) {
                faults.add(
                        text.file(),
                        card.line(),
                        "The id \"" + id + "\" is taken by the card on line " + other + "; choose another.");
            }
            if (card.body().isBlank()) {
                faults.add(
                        text.file(),
                        card.line(),
                        "The card \"" + card.title() + "\" has no back; write it below the heading.");
            }
            cards.add(new Card(
                    id,
                    prose.renderInline(text.file(), card.line(), card.title()),
                    prose.renderBlocks(card.body()),
                    card.line()));
        }
        return cards;
    }

    /// Lessons that were reviewed before this rule are rewritten one by one.
    private void checkStretch(Path file, Optional<Lesson.Review> reviewed, WordCounter.Stretch longest) {
        boolean held =
                reviewed.map(review -> !review.on().isBefore(STRETCH_RULE)).orElse(false);
        if (held && longest.words() > LONGEST_STRETCH) {
            faults.add(
                    file,
                    longest.line(),
                    "From here on, " + longest.words() + " words come without a question, a program or a figure; put"
                            + " one in after 300, or " + LONGEST_STRETCH + " at most.");
        }
    }

    private void checkMentions(Path file, Map<String, YamlFields.Entry> beliefs) {
        List<String> lost = outline.lab().isEmpty() ? CodingReader.SECTIONS : List.of();
        for (LessonIndex.Mention link : index.links) {
            if (!index.anchors.containsKey(link.id()) && !lost.contains(link.id())) {
                faults.add(
                        link.file(),
                        link.line(),
                        "The link points to an unknown heading: \"#" + link.id() + "\""
                                + DidYouMean.hint(link.id(), index.anchors.keySet()));
            }
        }
        Set<String> shown =
                index.misconceptions.stream().map(LessonIndex.Mention::id).collect(Collectors.toSet());
        beliefs.forEach((id, belief) -> {
            if (!shown.contains(id)) {
                faults.add(
                        file,
                        belief.line(),
                        "No answer names the misconception \"" + id
                                + "\"; name it in parentheses before the feedback of a wrong answer.");
            }
        });
    }

    private void unknownFiles() {
        Set<String> folders = new TreeSet<>(FOLDERS);
        outline.lab()
                .filter(lab -> LabKind.of(lab) == LabKind.TESTS)
                .ifPresent(_ -> folders.addAll(TestingReader.FOLDERS));
        Set<String> files = new TreeSet<>(FILES);
        outline.lab().filter(lab -> LabKind.of(lab) == LabKind.ARENA).ifPresent(_ -> {
            folders.add(ArenaReader.FOLDER);
            files.add(ArenaReader.REFERENCE);
        });
        for (Path file : LibrarySources.list(outline.folder(), any -> true)) {
            String name = file.getFileName().toString();
            boolean folder = Files.isDirectory(file);
            if (!(folder ? folders : files).contains(name) && !(name.endsWith(".java") && !folder)) {
                List<String> known =
                        Stream.concat(files.stream(), folders.stream()).toList();
                faults.add(
                        file,
                        1,
                        "Unknown " + (folder ? "folder" : "file") + " \"" + name + "\" in a lesson"
                                + DidYouMean.hint(name, known));
            }
        }
    }

    private static String slug(String title) {
        return title.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
    }
}
