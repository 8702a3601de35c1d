package gradus.course.read.question;

import gradus.course.prose.Passage;
import java.util.ArrayList;
import java.util.List;

/// Splits a passage into prose and questions, each where it stands. A level-4 heading with a list of answers
/// below it is a question, which ends with that list.
public final class QuestionSplitter {

    private static final String HEADING = "#### ";

    private QuestionSplitter() {}

    /// A part of a passage.
    public sealed interface Part {

        record Prose(Passage passage) implements Part {}

        record Asked(Passage.HeadedPassage question) implements Part {}
    }

    /// The parts of the passage, in order; prose that is blank is left out.
    public static List<Part> split(Passage passage) {
        List<String> lines = passage.lines();
        boolean[] code = Passage.insideFence(lines);
        var parts = new ArrayList<Part>();
        int prose = 0;
        int at = 0;
        while (at < lines.size()) {
            if (!code[at] && lines.get(at).startsWith(HEADING)) {
                int end = at + 1;
                while (end < lines.size() && (code[end] || !lines.get(end).matches("#{1,4} .*"))) {
                    end++;
                }
                Passage.HeadedPassage headed =
                        passage.slice(at, end).splitByHeading(4).getFirst();
                int answers = AnswerLine.start(headed.body());
                if (answers < headed.body().lines().size()) {
                    addProse(passage.slice(prose, at), parts);
                    int last = AnswerLine.end(headed.body(), answers);
                    parts.add(new Part.Asked(new Passage.HeadedPassage(
                            headed.title(),
                            headed.id(),
                            headed.line(),
                            headed.body().slice(0, last))));
                    prose = at + 1 + last;
                    at = prose;
                    continue;
                }
            }
            at++;
        }
        addProse(passage.slice(prose, lines.size()), parts);
        return parts;
    }

    private static void addProse(Passage passage, List<Part> parts) {
        if (!passage.isBlank()) {
            parts.add(new Part.Prose(passage));
        }
    }
}
