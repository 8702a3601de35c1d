package gradus.course.read;

import gradus.course.Nearest;
import gradus.course.Question;
import gradus.course.Section;
import gradus.course.SectionKind;
import gradus.course.prose.Passage;
import gradus.course.prose.Prose;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads the prose of `lesson.md`: every section there is, and what is wrong with their order, length and number.
final class SectionReader {

    private static final Set<SectionKind> ASKING = EnumSet.of(SectionKind.PREDICT, SectionKind.STEPS);
    private static final Pattern LINK = Pattern.compile("]\\(|<https?:");

    private final Prose prose;
    private final Gathered gathered;
    private final Faults faults;
    private final QuestionReader questions;

    SectionReader(Prose prose, Gathered gathered, Faults faults, QuestionReader questions) {
        this.prose = prose;
        this.gathered = gathered;
        this.faults = faults;
        this.questions = questions;
    }

    List<Section> read(Document document) {
        Passage body = document.body();
        if (!body.before(2).blank()) {
            faults.add(body.file(), body.line(), "Text stands before the first section; begin with the hook.");
        }
        var sections = new ArrayList<Section>();
        Set<SectionKind> seen = EnumSet.noneOf(SectionKind.class);
        int words = 0;
        for (Passage.Headed headed : body.split(2)) {
            Optional<SectionKind> kind = kind(headed);
            if (kind.isPresent() && inOrder(headed, kind.get(), seen)) {
                words += read(headed, kind.get(), sections);
            }
        }
        for (SectionKind kind : EnumSet.complementOf(EnumSet.copyOf(withFurther(seen)))) {
            faults.add(body.file(), body.line(), "The section \"" + kind.id() + "\" is missing.");
        }
        range(body, body.line(), "The whole lesson", words, 900, 1800);
        return sections;
    }

    private static Set<SectionKind> withFurther(Set<SectionKind> seen) {
        Set<SectionKind> all = EnumSet.of(SectionKind.FURTHER);
        all.addAll(seen);
        return all;
    }

    private Optional<SectionKind> kind(Passage.Headed headed) {
        List<String> known =
                Arrays.stream(SectionKind.values()).map(SectionKind::id).toList();
        if (headed.id().isEmpty()) {
            fault(headed, "The section \"" + headed.title() + "\" has no id; end its heading in {#id}.");
            return Optional.empty();
        }
        String id = headed.id().get();
        if (!known.contains(id)) {
            fault(headed, "Unknown section \"" + id + "\"" + Nearest.hint(id, known));
            return Optional.empty();
        }
        return Optional.of(SectionKind.values()[known.indexOf(id)]);
    }

    private boolean inOrder(Passage.Headed headed, SectionKind kind, Set<SectionKind> seen) {
        if (seen.contains(kind)) {
            fault(headed, "The section \"" + kind.id() + "\" is there twice; keep one.");
            return false;
        }
        seen.stream()
                .filter(other -> other.compareTo(kind) > 0)
                .findFirst()
                .ifPresent(other ->
                        fault(headed, "The section \"" + kind.id() + "\" must stand before \"" + other.id() + "\"."));
        return seen.add(kind);
    }

    /// Reads a section and gives its number of words.
    private int read(Passage.Headed headed, SectionKind kind, List<Section> sections) {
        gathered.anchor(kind.id(), headed.body().file(), headed.line(), faults);
        boolean asks = ASKING.contains(kind);
        Passage text = asks ? headed.body().before(3) : headed.body();
        String html = prose.html(text);
        List<Passage.Headed> asked = asks ? headed.body().split(3) : List.of();
        List<Question> read = asked.stream()
                .flatMap(question -> questions.read(question).stream())
                .toList();
        sections.add(new Section(kind, headed.title(), html, read, headed.line()));
        int words = Prose.words(text);
        switch (kind) {
            case HOOK -> range(headed.body(), headed.line(), "The hook", words, 60, 120);
            case IDEA -> range(headed.body(), headed.line(), "The idea", words, 400, 700);
            case WHEN -> range(headed.body(), headed.line(), "\"When and why\"", words, 120, 250);
            case INDUSTRY -> range(headed.body(), headed.line(), "\"In industry\"", words, 80, 200);
            case PREDICT -> number(headed, asked.size(), 1, 1, "one question");
            case STEPS -> number(headed, asked.size(), 2, 3, "two or three questions");
            case FURTHER ->
                number(headed, (int) LINK.matcher(text.text()).results().count(), 0, 5, "five links at most");
            case EXAMPLE, FIGURE, LAB, PITFALLS -> {}
        }
        return words;
    }

    private void number(Passage.Headed headed, int count, int min, int max, String wanted) {
        if (count < min || count > max) {
            fault(
                    headed,
                    "The section \"" + headed.id().orElseThrow() + "\" must have " + wanted + ", and has " + count
                            + ".");
        }
    }

    private void range(Passage passage, int line, String what, int words, int min, int max) {
        if (words < min || words > max) {
            faults.add(passage.file(), line, what + " has " + words + " words; write " + min + " to " + max + ".");
        }
    }

    private void fault(Passage.Headed headed, String sentence) {
        faults.add(headed.body().file(), headed.line(), sentence);
    }
}
