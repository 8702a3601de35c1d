package gradus.course.read;

import gradus.course.Card;
import gradus.course.Example;
import gradus.course.FigureSource;
import gradus.course.Lab;
import gradus.course.Lesson;
import gradus.course.Nearest;
import gradus.course.Question;
import gradus.course.Section;
import gradus.course.cut.Library;
import gradus.course.prose.Passage;
import gradus.course.prose.Prose;
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

    private final Context context;
    private final Outline.Plan plan;
    private final Faults faults;
    private final Gathered gathered = new Gathered();
    private final Prose prose;

    LessonReader(Context context, Outline.Plan plan) {
        this.context = context;
        this.plan = plan;
        this.faults = context.faults();
        this.prose = ProseCheck.prose(context, plan, gathered);
    }

    /// A lesson and the programs in its prose.
    record Read(Lesson lesson, List<Example> examples) {}

    Optional<Read> read() {
        unknownFiles();
        if (plan.lesson().isEmpty()) {
            return Optional.empty();
        }
        Document document = plan.lesson().get();
        Fields fields = document.fields().only("title", "outcome", "level", "needs", "minutes", "misconceptions");
        Map<String, Fields.Entry> beliefs = fields.named("misconceptions");
        var questions = new QuestionReader(prose, gathered, faults, beliefs.keySet());
        List<Section> sections = new SectionReader(prose, gathered, faults, questions).read(document);
        Optional<Lab> lab =
                plan.lab().map(file -> new LabReader(context, plan, prose, gathered, beliefs.keySet()).read(file));
        List<Question> quiz =
                optional("quiz.md").map(file -> quiz(file, questions)).orElse(List.of());
        List<Card> cards = optional("cards.md").map(this::cards).orElse(List.of());
        List<FigureSource> figures = new FigureReader(context, plan, gathered).read();
        checkMentions(document.file(), beliefs);
        var untaught = new Untaught(context, plan.id());
        gathered.snippets.forEach(untaught::check);
        var texts = new LinkedHashMap<String, String>();
        beliefs.forEach((id, belief) -> texts.put(id, belief.text()));
        return Optional.of(new Read(
                new Lesson(
                        plan.id(),
                        plan.track(),
                        fields.text("title"),
                        fields.text("outcome"),
                        plan.needs().stream().map(Fields.Entry::text).toList(),
                        fields.whole("minutes", 20, 120, 60),
                        plan.level(),
                        texts,
                        sections,
                        lab,
                        quiz,
                        cards,
                        figures,
                        plan.folder()),
                gathered.examples));
    }

    private Optional<Passage> optional(String name) {
        Path file = plan.folder().resolve(name);
        if (!Files.isRegularFile(file)) {
            faults.add(file, 1, "The file is missing; every lesson has a " + name + ".");
            return Optional.empty();
        }
        return TextFile.read(file, faults);
    }

    private List<Question> quiz(Passage text, QuestionReader questions) {
        strayText(text);
        List<Passage.Headed> headed = text.split(2);
        count(text, headed.size(), 5, 8, "questions");
        return headed.stream()
                .flatMap(question -> questions.read(question).stream())
                .toList();
    }

    private List<Card> cards(Passage text) {
        strayText(text);
        List<Passage.Headed> headed = text.split(2);
        count(text, headed.size(), 4, 8, "cards");
        var ids = new LinkedHashMap<String, Integer>();
        var cards = new ArrayList<Card>();
        for (Passage.Headed card : headed) {
            String id = card.id().orElseGet(() -> slug(card.title()));
            Integer other = ids.putIfAbsent(id, card.line());
            if (other != null) {
                faults.add(
                        text.file(),
                        card.line(),
                        "The id \"" + id + "\" is taken by the card on line " + other + "; choose another.");
            }
            if (card.body().blank()) {
                faults.add(text.file(), card.line(), "The card \"" + card.title() + "\" has no back.");
            }
            cards.add(new Card(
                    id, prose.inline(text.file(), card.line(), card.title()), prose.html(card.body()), card.line()));
        }
        return cards;
    }

    private void strayText(Passage text) {
        if (!text.before(2).blank()) {
            faults.add(text.file(), 1, "Text stands before the first heading; begin with \"## …\".");
        }
    }

    private void count(Passage text, int count, int min, int max, String what) {
        if (count < min || count > max) {
            faults.add(
                    text.file(), 1, "The number of " + what + " is " + count + "; write " + min + " to " + max + ".");
        }
    }

    private void checkMentions(Path file, Map<String, Fields.Entry> beliefs) {
        List<String> lost = plan.lab().isEmpty() ? LabReader.SECTIONS : List.of();
        for (Gathered.Mention link : gathered.links) {
            if (!gathered.anchors.containsKey(link.id()) && !lost.contains(link.id())) {
                faults.add(
                        link.file(),
                        link.line(),
                        "The link leads to no heading: \"#" + link.id() + "\""
                                + Nearest.hint(link.id(), gathered.anchors.keySet()));
            }
        }
        Set<String> shown =
                gathered.misconceptions.stream().map(Gathered.Mention::id).collect(Collectors.toSet());
        beliefs.forEach((id, belief) -> {
            if (!shown.contains(id)) {
                faults.add(
                        file,
                        belief.line(),
                        "No answer shows the misconception \"" + id
                                + "\"; name it before the feedback of a wrong answer.");
            }
        });
    }

    private void unknownFiles() {
        for (Path file : Library.list(plan.folder(), any -> true)) {
            String name = file.getFileName().toString();
            boolean folder = Files.isDirectory(file);
            if (!(folder ? FOLDERS : FILES).contains(name) && !(name.endsWith(".java") && !folder)) {
                List<String> known =
                        Stream.concat(FILES.stream(), FOLDERS.stream()).toList();
                faults.add(
                        file,
                        1,
                        "Unknown " + (folder ? "folder" : "file") + " \"" + name + "\" in a lesson"
                                + Nearest.hint(name, known));
            }
        }
    }

    private static String slug(String title) {
        return title.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
    }
}
