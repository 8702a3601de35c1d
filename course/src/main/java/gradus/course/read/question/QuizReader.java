package gradus.course.read.question;

import gradus.course.DidYouMean;
import gradus.course.Question;
import gradus.course.prose.Passage;
import gradus.course.read.file.FaultCollector;
import gradus.course.read.file.FrontMatterFile;
import gradus.course.read.file.YamlFields;
import java.util.List;
import java.util.Optional;

/// Reads the quiz of a lesson: front matter, which may be left out, and questions.
public final class QuizReader {

    private static final int MOST_PLACED = 2;

    private final QuestionReader questions;
    private final FaultCollector faults;

    public QuizReader(QuestionReader questions, FaultCollector faults) {
        this.questions = questions;
        this.faults = faults;
    }

    /// @param file the text of `quiz.md`
    public Quiz read(Passage file) {
        if (!file.text().startsWith("---\n")) {
            return new Quiz(questions(file), List.of());
        }
        Optional<FrontMatterFile> document = FrontMatterFile.split(file, faults);
        if (document.isEmpty()) {
            return Quiz.NONE;
        }
        List<Question> read = questions(document.get().body());
        return new Quiz(read, placement(document.get().fields().allowOnly("placement"), read));
    }

    private List<Question> questions(Passage text) {
        return headed(text, 5, 8, "questions", faults).stream()
                .flatMap(question -> questions.read(question).stream())
                .toList();
    }

    private List<String> placement(YamlFields fields, List<Question> read) {
        List<String> known = read.stream().map(Question::id).toList();
        List<YamlFields.Entry> named = fields.strings("placement");
        if (named.isEmpty() || named.size() > MOST_PLACED) {
            faults.add(
                    fields.file(),
                    fields.line("placement"),
                    "The placement must name one or two questions of the quiz, but names " + named.size() + ".");
        }
        for (YamlFields.Entry entry : named) {
            if (!known.contains(entry.text())) {
                faults.add(
                        fields.file(),
                        entry.line(),
                        "The placement names an unknown question: \"" + entry.text() + "\""
                                + DidYouMean.hint(entry.text(), known));
            }
        }
        return named.stream()
                .map(YamlFields.Entry::text)
                .filter(known::contains)
                .toList();
    }

    /// The level-2 headings of a file that may contain nothing else. Reports other text, and a wrong number.
    public static List<Passage.HeadedPassage> headed(
            Passage text, int min, int max, String what, FaultCollector faults) {
        if (!text.beforeHeadings(2).isBlank()) {
            faults.add(text.file(), text.line(), "There is text before the first heading; begin with \"## …\".");
        }
        List<Passage.HeadedPassage> headed = text.splitByHeading(2);
        if (headed.size() < min || headed.size() > max) {
            faults.add(
                    text.file(),
                    text.line(),
                    "The number of " + what + " is " + headed.size() + "; write " + min + " to " + max + ".");
        }
        return headed;
    }
}
