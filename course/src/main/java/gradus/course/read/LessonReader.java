package gradus.course.read;

import gradus.course.Card;
import gradus.course.DidYouMean;
import gradus.course.FigureSource;
import gradus.course.Lab;
import gradus.course.Lesson;
import gradus.course.Panel;
import gradus.course.Question;
import gradus.course.Section;
import gradus.course.cut.LibrarySources;
import gradus.course.mutant.EquivalentMutants;
import gradus.course.proof.Proof;
import gradus.course.prose.Passage;
import gradus.course.prose.ProseRenderer;
import gradus.course.read.file.FaultCollector;
import gradus.course.read.file.FrontMatterFile;
import gradus.course.read.file.TextFile;
import gradus.course.read.file.YamlFields;
import gradus.course.read.lab.LabReader;
import gradus.course.read.outline.LessonIndex;
import gradus.course.read.outline.Outline;
import gradus.course.read.outline.ReaderContext;
import gradus.course.read.panel.PanelPins;
import gradus.course.read.panel.PanelReader;
import gradus.course.read.question.QuestionReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private static final Set<String> FOLDERS = Set.of("checks", "wrong", "right", "figures");

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
        YamlFields fields =
                document.fields().allowOnly("title", "outcome", "level", "needs", "minutes", "misconceptions");
        Map<String, YamlFields.Entry> beliefs = fields.stringMap("misconceptions");
        var questions = new QuestionReader(prose, index, faults, beliefs.keySet());
        List<Section> sections = new SectionReader(prose, index, faults, questions).read(document);
        Optional<Lab> lab =
                outline.lab().map(file -> new LabReader(context, outline, prose, index, beliefs.keySet()).read(file));
        List<Question> quiz =
                optional("quiz.md").map(file -> quiz(file, questions)).orElse(List.of());
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
                        quiz,
                        cards,
                        figures,
                        index.panel,
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

    private List<Question> quiz(Passage text, QuestionReader questions) {
        strayText(text);
        List<Passage.HeadedPassage> headed = text.splitByHeading(2);
        count(text, headed.size(), 5, 8, "questions");
        return headed.stream()
                .flatMap(question -> questions.read(question).stream())
                .toList();
    }

    private List<Card> cards(Passage text) {
        strayText(text);
        List<Passage.HeadedPassage> headed = text.splitByHeading(2);
        count(text, headed.size(), 4, 8, "cards");
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

    private void strayText(Passage text) {
        if (!text.beforeHeadings(2).isBlank()) {
            faults.add(text.file(), 1, "There is text before the first heading; begin with \"## …\".");
        }
    }

    private void count(Passage text, int count, int min, int max, String what) {
        if (count < min || count > max) {
            faults.add(
                    text.file(), 1, "The number of " + what + " is " + count + "; write " + min + " to " + max + ".");
        }
    }

    private void checkMentions(Path file, Map<String, YamlFields.Entry> beliefs) {
        List<String> lost = outline.lab().isEmpty() ? LabReader.SECTIONS : List.of();
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
        for (Path file : LibrarySources.list(outline.folder(), any -> true)) {
            String name = file.getFileName().toString();
            boolean folder = Files.isDirectory(file);
            if (!(folder ? FOLDERS : FILES).contains(name) && !(name.endsWith(".java") && !folder)) {
                List<String> known =
                        Stream.concat(FILES.stream(), FOLDERS.stream()).toList();
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
