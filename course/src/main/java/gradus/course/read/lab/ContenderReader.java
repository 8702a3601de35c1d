package gradus.course.read.lab;

import gradus.course.Arena;
import gradus.course.DidYouMean;
import gradus.course.prose.Passage;
import gradus.course.prose.ProseRenderer;
import gradus.course.read.file.FaultCollector;
import gradus.course.read.outline.LessonIndex;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Reads the contenders and the reasons of an arena: a heading with an id for each.
final class ContenderReader {

    private final ProseRenderer prose;
    private final LessonIndex index;
    private final FaultCollector faults;

    ContenderReader(ProseRenderer prose, LessonIndex index, FaultCollector faults) {
        this.prose = prose;
        this.index = index;
        this.faults = faults;
    }

    List<Arena.Contender> contenders(List<Passage.HeadedPassage> parts) {
        var contenders = new ArrayList<Arena.Contender>();
        for (Passage.HeadedPassage part : parts) {
            if (part.body().isBlank()) {
                fault(
                        part,
                        "The contender \"" + part.title() + "\" isn't described; write a sentence below the heading");
            }
            id(part, "contender")
                    .ifPresent(id ->
                            contenders.add(new Arena.Contender(id, part.title(), prose.renderBlocks(part.body()))));
        }
        return contenders;
    }

    /// A reason lists the contenders whose probes show it, the best first.
    List<Arena.Reason> reasons(List<Passage.HeadedPassage> parts, List<Arena.Contender> contenders) {
        List<String> known = contenders.stream().map(Arena.Contender::id).toList();
        var reasons = new ArrayList<Arena.Reason>();
        for (Passage.HeadedPassage part : parts) {
            List<String> shownBy = shownBy(part, known);
            id(part, "reason").ifPresent(id -> reasons.add(new Arena.Reason(id, part.title(), shownBy)));
        }
        return reasons;
    }

    private List<String> shownBy(Passage.HeadedPassage part, List<String> known) {
        var shownBy = new ArrayList<String>();
        int line = part.body().line();
        for (String text : part.body().lines()) {
            if (text.startsWith("- ")) {
                String id = text.substring(2).strip();
                if (known.contains(id)) {
                    shownBy.add(id);
                } else {
                    faults.add(
                            part.body().file(), line, "Unknown contender \"" + id + "\"" + DidYouMean.hint(id, known));
                }
            } else if (!text.isBlank()) {
                faults.add(
                        part.body().file(),
                        line,
                        "Below a reason stands only a list of contenders, as in \"- "
                                + String.join(", ", known.stream().limit(1).toList()) + "\"; remove this line.");
            }
            line++;
        }
        if (shownBy.size() < 2 || new HashSet<>(shownBy).size() < shownBy.size()) {
            fault(
                    part,
                    "The reason \"" + part.title() + "\" must list at least two contenders, whose probes show it, the"
                            + " best first, and each once");
        }
        return shownBy;
    }

    private Optional<String> id(Passage.HeadedPassage part, String what) {
        if (part.id().isEmpty()) {
            fault(
                    part,
                    "The " + what + " \"" + part.title()
                            + "\" has no id; write one behind its heading, as in {#units}");
        }
        part.id().ifPresent(id -> index.addAnchor(id, part.body().file(), part.line(), faults));
        return part.id();
    }

    private void fault(Passage.HeadedPassage part, String sentence) {
        faults.add(part.body().file(), part.line(), sentence + ".");
    }
}
