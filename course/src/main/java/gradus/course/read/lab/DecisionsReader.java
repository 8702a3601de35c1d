package gradus.course.read.lab;

import gradus.course.Decision;
import gradus.course.Decisions;
import gradus.course.prose.Passage;
import gradus.course.read.file.FaultCollector;
import gradus.course.read.file.YamlFields;
import gradus.course.read.question.DecisionReader;
import gradus.course.read.question.QuestionReader;
import java.util.List;

/// Reads the cases of a lab: the section with them, and the field that says how many must be decided rightly.
final class DecisionsReader {

    /// The id of the section.
    static final String SECTION = "decisions";

    private static final int MOST = 50;

    private final DecisionReader decisionReader;
    private final FaultCollector faults;

    DecisionsReader(QuestionReader questions, FaultCollector faults) {
        this.decisionReader = new DecisionReader(questions);
        this.faults = faults;
    }

    /// @param lesson the id of the lesson
    /// @param what what the lab is called in a fault: "audit"
    /// @param field the name of the field
    Decisions read(String lesson, String what, Passage.HeadedPassage section, YamlFields fields, String field) {
        List<Decision> cases = section.body().splitByHeading(3).stream()
                .flatMap(one -> decisionReader.read(one).stream())
                .toList();
        int atLeast = fields.integer(field, 1, MOST, 1);
        if (cases.size() < atLeast) {
            faults.add(
                    section.body().file(),
                    fields.line(field),
                    "The " + what + " has " + cases.size() + (cases.size() == 1 ? " case" : " cases") + ", but wants "
                            + atLeast + " decisions to be right; write more cases, or want fewer.");
        }
        return new Decisions(lesson, cases, atLeast);
    }
}
