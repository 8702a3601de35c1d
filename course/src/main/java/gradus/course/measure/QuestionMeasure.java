package gradus.course.measure;

import gradus.course.Lesson;
import gradus.course.Question;
import gradus.course.SectionKind;
import java.util.ArrayList;
import java.util.List;

/// Measures of a lesson's questions.
///
/// @param predict how many must be answered before the explanation
/// @param steps how many fade the worked example
/// @param quiz how many the quiz has
/// @param wrongAnswers how many anticipated wrong answers they have
/// @param namedWrongAnswers how many of these name a misconception
/// @param rightPositions of the questions with one of several answers, how often the right one is the first,
///     the second, and so on
public record QuestionMeasure(
        int predict, int steps, int quiz, int wrongAnswers, int namedWrongAnswers, List<Integer> rightPositions) {

    public QuestionMeasure {
        rightPositions = List.copyOf(rightPositions);
    }

    /// Measures the questions of `lesson`.
    public static QuestionMeasure of(Lesson lesson) {
        List<Question.Answer> wrong = lesson.questions().stream()
                .flatMap(question -> wrong(question).stream())
                .toList();
        return new QuestionMeasure(
                asked(lesson, SectionKind.PREDICT),
                asked(lesson, SectionKind.STEPS),
                lesson.quiz().size(),
                wrong.size(),
                (int) wrong.stream()
                        .filter(it -> it.misconception().isPresent())
                        .count(),
                positions(lesson.questions()));
    }

    private static int asked(Lesson lesson, SectionKind kind) {
        return lesson.section(kind).map(section -> section.questions().size()).orElse(0);
    }

    private static List<Question.Answer> wrong(Question question) {
        List<Question.Answer> answers = switch (question) {
            case Question.MultipleChoice it -> it.answers();
            case Question.Numeric it -> it.answers();
            case Question.ShortAnswer it -> it.answers();
            case Question.Hole it -> it.answers();
            case Question.Ordering it -> it.distractors();
        };
        return answers.stream().filter(answer -> !answer.right()).toList();
    }

    static List<Integer> positions(List<Question> questions) {
        var positions = new ArrayList<Integer>();
        for (Question question : questions) {
            if (question instanceof Question.MultipleChoice choice) {
                while (positions.size() < choice.answers().size()) {
                    positions.add(0);
                }
                for (int i = 0; i < choice.answers().size(); i++) {
                    if (choice.answers().get(i).right()) {
                        positions.set(i, positions.get(i) + 1);
                    }
                }
            }
        }
        return positions;
    }
}
