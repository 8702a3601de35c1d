package gradus.course.read;

import gradus.course.DidYouMean;
import gradus.course.Section;
import gradus.course.SectionKind;
import gradus.course.prose.Passage;
import gradus.course.prose.ProseRenderer;
import gradus.course.prose.WordCounter;
import gradus.course.read.file.FaultCollector;
import gradus.course.read.file.FrontMatterFile;
import gradus.course.read.outline.LessonIndex;
import gradus.course.read.question.QuestionReader;
import gradus.course.read.question.QuestionSplitter;
import gradus.course.read.question.QuestionSplitter.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads the sections of `lesson.md`, and checks their order, length and number.
final class SectionReader {

    private static final Set<SectionKind> ASKING = EnumSet.of(SectionKind.PREDICT, SectionKind.STEPS);
    private static final Pattern LINK = Pattern.compile("]\\(|<https?:");

    private final ProseRenderer prose;
    private final LessonIndex index;
    private final FaultCollector faults;
    private final QuestionReader questions;
    private final WordCounter counter = new WordCounter();

    SectionReader(ProseRenderer prose, LessonIndex index, FaultCollector faults, QuestionReader questions) {
        this.prose = prose;
        this.index = index;
        this.faults = faults;
        this.questions = questions;
    }

    List<Section> read(FrontMatterFile document) {
        Passage body = document.body();
        if (!body.beforeHeadings(2).isBlank()) {
            faults.add(body.file(), body.line(), "There is text before the first section; begin with the hook.");
        }
        var sections = new ArrayList<Section>();
        Set<SectionKind> seen = EnumSet.noneOf(SectionKind.class);
        for (Passage.HeadedPassage section : body.splitByHeading(2)) {
            Optional<SectionKind> kind = kind(section);
            if (kind.isPresent() && inOrder(section, kind.get(), seen)) {
                sections.add(read(section, kind.get()));
            }
        }
        for (SectionKind kind : EnumSet.complementOf(EnumSet.copyOf(withFurther(seen)))) {
            faults.add(body.file(), body.line(), "The section \"" + kind.id() + "\" is missing; add it.");
        }
        range(body, body.line(), "The whole lesson", counter.words(), 900, 1800);
        return sections;
    }

    private static Set<SectionKind> withFurther(Set<SectionKind> seen) {
        Set<SectionKind> all = EnumSet.of(SectionKind.FURTHER);
        all.addAll(seen);
        return all;
    }

    private Optional<SectionKind> kind(Passage.HeadedPassage section) {
        List<String> known =
                Arrays.stream(SectionKind.values()).map(SectionKind::id).toList();
        if (section.id().isEmpty()) {
            fault(section, "The section \"" + section.title() + "\" has no id; end its heading in {#id}.");
            return Optional.empty();
        }
        String id = section.id().get();
        if (!known.contains(id)) {
            fault(section, "Unknown section \"" + id + "\"" + DidYouMean.hint(id, known));
            return Optional.empty();
        }
        return Optional.of(SectionKind.values()[known.indexOf(id)]);
    }

    private boolean inOrder(Passage.HeadedPassage section, SectionKind kind, Set<SectionKind> seen) {
        if (seen.contains(kind)) {
            fault(section, "The section \"" + kind.id() + "\" appears twice; keep one.");
            return false;
        }
        seen.stream()
                .filter(other -> other.compareTo(kind) > 0)
                .findFirst()
                .ifPresent(other ->
                        fault(section, "The section \"" + kind.id() + "\" must come before \"" + other.id() + "\"."));
        return seen.add(kind);
    }

    private Section read(Passage.HeadedPassage section, SectionKind kind) {
        index.addAnchor(kind.id(), section.body().file(), section.line(), faults);
        boolean asks = ASKING.contains(kind);
        Passage text = asks ? section.body().beforeHeadings(3) : section.body();
        var blocks = new ArrayList<Section.Block>();
        int before = counter.words();
        QuestionSplitter.split(text).forEach(part -> add(part, blocks));
        int words = counter.words() - before;
        List<Passage.HeadedPassage> asked = asks ? section.body().splitByHeading(3) : List.of();
        asked.forEach(question -> add(new Part.Asked(question), blocks));
        switch (kind) {
            case HOOK -> range(section.body(), section.line(), "The hook", words, 60, 120);
            case IDEA -> {
                range(section.body(), section.line(), "The idea", words, 400, 900);
                new IdeaChecker(faults).check(section);
            }
            case WHEN -> range(section.body(), section.line(), "\"When and why\"", words, 120, 250);
            case INDUSTRY -> range(section.body(), section.line(), "\"In industry\"", words, 80, 200);
            case PREDICT -> number(section, asked.size(), 1, 1, "one question");
            case STEPS -> number(section, asked.size(), 2, 3, "two or three questions");
            case FURTHER ->
                number(section, (int) LINK.matcher(text.text()).results().count(), 0, 5, "at most five links");
            case LAB -> counter.pause();
            case EXAMPLE, FIGURE, PITFALLS -> {}
        }
        return new Section(kind, section.title(), blocks, section.line());
    }

    private void add(Part part, List<Section.Block> blocks) {
        switch (part) {
            case Part.Prose prose -> {
                counter.add(prose.passage());
                blocks.add(new Section.Block.Prose(this.prose.renderBlocks(prose.passage())));
            }
            case Part.Asked asked -> {
                counter.ask();
                questions.read(asked.question()).map(Section.Block.Asked::new).ifPresent(blocks::add);
            }
        }
    }

    /// The words of all sections. The lab is something to do, as a question is.
    WordCounter words() {
        return counter;
    }

    private void number(Passage.HeadedPassage section, int count, int min, int max, String wanted) {
        if (count < min || count > max) {
            fault(
                    section,
                    "The section \"" + section.id().orElseThrow() + "\" must have " + wanted + ", but has " + count
                            + ".");
        }
    }

    private void range(Passage passage, int line, String what, int words, int min, int max) {
        if (words < min || words > max) {
            faults.add(passage.file(), line, what + " has " + words + " words; write " + min + " to " + max + ".");
        }
    }

    private void fault(Passage.HeadedPassage section, String message) {
        faults.add(section.body().file(), section.line(), message);
    }
}
