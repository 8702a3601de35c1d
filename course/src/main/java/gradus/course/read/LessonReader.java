package gradus.course.read;

import gradus.course.Card;
import gradus.course.DidYouMean;
import gradus.course.Example;
import gradus.course.FigureSource;
import gradus.course.Lab;
import gradus.course.Lesson;
import gradus.course.Question;
import gradus.course.Section;
import gradus.course.cut.LibrarySources;
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

/// Reads one lesson, whatever is wrong with it or with others.
final class LessonReader {

    private static final Set<String> FILES = Set.of("lesson.md", "lab.md", "quiz.md", "cards.md");
    private static final Set<String> FOLDERS = Set.of("checks", "wrong", "right", "figures");

    private final ReaderContext readerContext;
    private final Outline.LessonOutline lessonOutline;
    private final FaultCollector faultCollector;
    private final LessonIndex lessonIndex = new LessonIndex();
    private final ProseRenderer proseRenderer;

    LessonReader(ReaderContext readerContext, Outline.LessonOutline lessonOutline) {
        this.readerContext = readerContext;
        this.lessonOutline = lessonOutline;
        this.faultCollector = readerContext.faults();
        this.proseRenderer = ProseChecker.prose(readerContext, lessonOutline, lessonIndex);
    }

    /// A lesson and the programs in its prose.
    record Result(Lesson lesson, List<Example> examples) {}

    Optional<Result> read() {
        unknownFiles();
        if (lessonOutline.lesson().isEmpty()) {
            return Optional.empty();
        }
        FrontMatterFile frontMatterFile = lessonOutline.lesson().get();
        YamlFields yamlFields =
                frontMatterFile.fields().allowOnly("title", "outcome", "level", "needs", "minutes", "misconceptions");
        Map<String, YamlFields.Entry> beliefs = yamlFields.stringMap("misconceptions");
        var questions = new QuestionReader(proseRenderer, lessonIndex, faultCollector, beliefs.keySet());
        List<Section> sections =
                new SectionReader(proseRenderer, lessonIndex, faultCollector, questions).read(frontMatterFile);
        Optional<Lab> lab = lessonOutline
                .lab()
                .map(file -> new LabReader(readerContext, lessonOutline, proseRenderer, lessonIndex, beliefs.keySet())
                        .read(file));
        List<Question> quiz =
                optional("quiz.md").map(file -> quiz(file, questions)).orElse(List.of());
        List<Card> cards = optional("cards.md").map(this::cards).orElse(List.of());
        List<FigureSource> figures = new FigureReader(readerContext, lessonOutline, lessonIndex).read();
        checkMentions(frontMatterFile.file(), beliefs);
        var prerequisiteChecker = new PrerequisiteChecker(readerContext, lessonOutline.id());
        lessonIndex.code.forEach(prerequisiteChecker::check);
        var texts = new LinkedHashMap<String, String>();
        beliefs.forEach((id, belief) -> texts.put(id, belief.text()));
        return Optional.of(new Result(
                new Lesson(
                        lessonOutline.id(),
                        lessonOutline.track(),
                        yamlFields.string("title"),
                        yamlFields.string("outcome"),
                        lessonOutline.needs().stream()
                                .map(YamlFields.Entry::text)
                                .toList(),
                        yamlFields.integer("minutes", 20, 120, 60),
                        lessonOutline.level(),
                        texts,
                        sections,
                        lab,
                        quiz,
                        cards,
                        figures,
                        lessonOutline.folder()),
                lessonIndex.examples));
    }

    private Optional<Passage> optional(String name) {
        Path file = lessonOutline.folder().resolve(name);
        if (!Files.isRegularFile(file)) {
            faultCollector.add(file, 1, "The file is missing; every lesson has a " + name + ".");
            return Optional.empty();
        }
        return TextFile.read(file, faultCollector);
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
                faultCollector.add(
                        text.file(),
                        card.line(),
                        "The id \"" + id + "\" is taken by the card on line " + other + "; choose another.");
            }
            if (card.body().isBlank()) {
                faultCollector.add(text.file(), card.line(), "The card \"" + card.title() + "\" has no back.");
            }
            cards.add(new Card(
                    id,
                    proseRenderer.renderInline(text.file(), card.line(), card.title()),
                    proseRenderer.renderBlocks(card.body()),
                    card.line()));
        }
        return cards;
    }

    private void strayText(Passage text) {
        if (!text.beforeHeadings(2).isBlank()) {
            faultCollector.add(text.file(), 1, "Text stands before the first heading; begin with \"## …\".");
        }
    }

    private void count(Passage text, int count, int min, int max, String what) {
        if (count < min || count > max) {
            faultCollector.add(
                    text.file(), 1, "The number of " + what + " is " + count + "; write " + min + " to " + max + ".");
        }
    }

    private void checkMentions(Path file, Map<String, YamlFields.Entry> beliefs) {
        List<String> lost = lessonOutline.lab().isEmpty() ? LabReader.SECTIONS : List.of();
        for (LessonIndex.Mention link : lessonIndex.links) {
            if (!lessonIndex.anchors.containsKey(link.id()) && !lost.contains(link.id())) {
                faultCollector.add(
                        link.file(),
                        link.line(),
                        "The link leads to no heading: \"#" + link.id() + "\""
                                + DidYouMean.hint(link.id(), lessonIndex.anchors.keySet()));
            }
        }
        Set<String> shown =
                lessonIndex.misconceptions.stream().map(LessonIndex.Mention::id).collect(Collectors.toSet());
        beliefs.forEach((id, belief) -> {
            if (!shown.contains(id)) {
                faultCollector.add(
                        file,
                        belief.line(),
                        "No answer shows the misconception \"" + id
                                + "\"; name it before the feedback of a wrong answer.");
            }
        });
    }

    private void unknownFiles() {
        for (Path file : LibrarySources.list(lessonOutline.folder(), any -> true)) {
            String name = file.getFileName().toString();
            boolean folder = Files.isDirectory(file);
            if (!(folder ? FOLDERS : FILES).contains(name) && !(name.endsWith(".java") && !folder)) {
                List<String> known =
                        Stream.concat(FILES.stream(), FOLDERS.stream()).toList();
                faultCollector.add(
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
