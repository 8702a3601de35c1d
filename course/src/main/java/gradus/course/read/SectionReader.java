package gradus.course.read;

import gradus.course.DidYouMean;
import gradus.course.Question;
import gradus.course.Section;
import gradus.course.SectionKind;
import gradus.course.prose.Passage;
import gradus.course.prose.ProseRenderer;
import gradus.course.read.file.FaultCollector;
import gradus.course.read.file.FrontMatterFile;
import gradus.course.read.outline.LessonIndex;
import gradus.course.read.question.QuestionReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads the prose of `lesson.md`: every section there is, and what is wrong with their order, length and
/// number.
final class SectionReader {

    private static final Set<SectionKind> ASKING = EnumSet.of(SectionKind.PREDICT, SectionKind.STEPS);
    private static final Pattern LINK = Pattern.compile("]\\(|<https?:");

    private final ProseRenderer proseRenderer;
    private final LessonIndex lessonIndex;
    private final FaultCollector faultCollector;
    private final QuestionReader questions;

    SectionReader(
            ProseRenderer proseRenderer,
            LessonIndex lessonIndex,
            FaultCollector faultCollector,
            QuestionReader questions) {
        this.proseRenderer = proseRenderer;
        this.lessonIndex = lessonIndex;
        this.faultCollector = faultCollector;
        this.questions = questions;
    }

    List<Section> read(FrontMatterFile frontMatterFile) {
        Passage body = frontMatterFile.body();
        if (!body.beforeHeadings(2).isBlank()) {
            faultCollector.add(body.file(), body.line(), "Text stands before the first section; begin with the hook.");
        }
        var sections = new ArrayList<Section>();
        Set<SectionKind> seen = EnumSet.noneOf(SectionKind.class);
        int words = 0;
        for (Passage.HeadedPassage headedPassage : body.splitByHeading(2)) {
            Optional<SectionKind> kind = kind(headedPassage);
            if (kind.isPresent() && inOrder(headedPassage, kind.get(), seen)) {
                words += read(headedPassage, kind.get(), sections);
            }
        }
        for (SectionKind kind : EnumSet.complementOf(EnumSet.copyOf(withFurther(seen)))) {
            faultCollector.add(body.file(), body.line(), "The section \"" + kind.id() + "\" is missing.");
        }
        range(body, body.line(), "The whole lesson", words, 900, 1800);
        return sections;
    }

    private static Set<SectionKind> withFurther(Set<SectionKind> seen) {
        Set<SectionKind> all = EnumSet.of(SectionKind.FURTHER);
        all.addAll(seen);
        return all;
    }

    private Optional<SectionKind> kind(Passage.HeadedPassage headedPassage) {
        List<String> known =
                Arrays.stream(SectionKind.values()).map(SectionKind::id).toList();
        if (headedPassage.id().isEmpty()) {
            fault(headedPassage, "The section \"" + headedPassage.title() + "\" has no id; end its heading in {#id}.");
            return Optional.empty();
        }
        String id = headedPassage.id().get();
        if (!known.contains(id)) {
            fault(headedPassage, "Unknown section \"" + id + "\"" + DidYouMean.hint(id, known));
            return Optional.empty();
        }
        return Optional.of(SectionKind.values()[known.indexOf(id)]);
    }

    private boolean inOrder(Passage.HeadedPassage headedPassage, SectionKind kind, Set<SectionKind> seen) {
        if (seen.contains(kind)) {
            fault(headedPassage, "The section \"" + kind.id() + "\" is there twice; keep one.");
            return false;
        }
        seen.stream()
                .filter(other -> other.compareTo(kind) > 0)
                .findFirst()
                .ifPresent(other -> fault(
                        headedPassage, "The section \"" + kind.id() + "\" must stand before \"" + other.id() + "\"."));
        return seen.add(kind);
    }

    /// Reads a section and gives its number of words.
    private int read(Passage.HeadedPassage headedPassage, SectionKind kind, List<Section> sections) {
        lessonIndex.addAnchor(kind.id(), headedPassage.body().file(), headedPassage.line(), faultCollector);
        boolean asks = ASKING.contains(kind);
        Passage text = asks ? headedPassage.body().beforeHeadings(3) : headedPassage.body();
        String html = proseRenderer.renderBlocks(text);
        List<Passage.HeadedPassage> asked = asks ? headedPassage.body().splitByHeading(3) : List.of();
        List<Question> read = asked.stream()
                .flatMap(question -> questions.read(question).stream())
                .toList();
        sections.add(new Section(kind, headedPassage.title(), html, read, headedPassage.line()));
        int words = ProseRenderer.wordCount(text);
        switch (kind) {
            case HOOK -> range(headedPassage.body(), headedPassage.line(), "The hook", words, 60, 120);
            case IDEA -> range(headedPassage.body(), headedPassage.line(), "The idea", words, 400, 700);
            case WHEN -> range(headedPassage.body(), headedPassage.line(), "\"When and why\"", words, 120, 250);
            case INDUSTRY -> range(headedPassage.body(), headedPassage.line(), "\"In industry\"", words, 80, 200);
            case PREDICT -> number(headedPassage, asked.size(), 1, 1, "one question");
            case STEPS -> number(headedPassage, asked.size(), 2, 3, "two or three questions");
            case FURTHER ->
                number(headedPassage, (int) LINK.matcher(text.text()).results().count(), 0, 5, "five links at most");
            case EXAMPLE, FIGURE, LAB, PITFALLS -> {}
        }
        return words;
    }

    private void number(Passage.HeadedPassage headedPassage, int count, int min, int max, String wanted) {
        if (count < min || count > max) {
            fault(
                    headedPassage,
                    "The section \"" + headedPassage.id().orElseThrow() + "\" must have " + wanted + ", and has "
                            + count + ".");
        }
    }

    private void range(Passage passage, int line, String what, int words, int min, int max) {
        if (words < min || words > max) {
            faultCollector.add(
                    passage.file(), line, what + " has " + words + " words; write " + min + " to " + max + ".");
        }
    }

    private void fault(Passage.HeadedPassage headedPassage, String sentence) {
        faultCollector.add(headedPassage.body().file(), headedPassage.line(), sentence);
    }
}
