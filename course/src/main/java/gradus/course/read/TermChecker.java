package gradus.course.read;

import gradus.course.DidYouMean;
import gradus.course.Term;
import gradus.course.read.file.FaultCollector;
import gradus.course.read.file.YamlFields;
import gradus.course.read.outline.LessonIndex;
import gradus.course.read.outline.Outline;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;

/// Checks the terms that lessons introduce: each is in the glossary, is introduced once in the course, and
/// stands in bold where its lesson explains it.
final class TermChecker {

    private TermChecker() {}

    /// Reports each of a lesson's terms that its prose has nowhere in bold.
    ///
    /// @param file `lesson.md`
    static void checkProse(List<YamlFields.Entry> terms, LessonIndex index, Path file, FaultCollector faults) {
        for (YamlFields.Entry term : terms) {
            boolean explained = index.bold.stream()
                    .anyMatch(bold -> bold.equalsIgnoreCase(term.text()) || bold.equalsIgnoreCase(term.text() + "s"));
            if (!explained) {
                faults.add(
                        file,
                        term.line(),
                        "The lesson introduces \"" + term.text() + "\", but nowhere in bold; write **" + term.text()
                                + "** where you explain it.");
            }
        }
    }

    /// Reports terms that the glossary lacks, and those that two lessons introduce.
    static void checkGlossary(Outline outline, List<Term> glossary, FaultCollector faults) {
        List<String> known = glossary.stream().map(Term::name).toList();
        var introducing = new HashMap<String, String>();
        for (Outline.LessonOutline lesson : outline.lessons().values()) {
            for (YamlFields.Entry term : terms(lesson)) {
                Path file = lesson.folder().resolve("lesson.md");
                if (!known.contains(term.text())) {
                    faults.add(
                            file,
                            term.line(),
                            "The glossary has no term \"" + term.text() + "\"" + DidYouMean.hint(term.text(), known));
                }
                String other = introducing.putIfAbsent(term.text(), lesson.id());
                if (other != null) {
                    faults.add(
                            file,
                            term.line(),
                            "The term \"" + term.text() + "\" is introduced twice, here and in lesson \"" + other
                                    + "\"; keep one.");
                }
            }
        }
    }

    private static List<YamlFields.Entry> terms(Outline.LessonOutline lesson) {
        return lesson.lesson()
                .map(document -> document.fields().strings("terms"))
                .orElse(List.of());
    }
}
