package gradus.studio.author;

import gradus.course.CaseProgram;
import gradus.course.Fault;
import gradus.course.Lesson;
import gradus.course.Question;
import gradus.course.Section;
import gradus.judge.AnswerBehaviour;
import gradus.judge.AnswerBehaviour.CaseResult;
import gradus.judge.AnswerRunner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Verifies the questions of a lesson whose answers are run: all right answers give the same, and each known wrong
/// one gives something else on some case.
final class AnswerVerifier {

    private final AnswerRunner runner;
    private final FaultFactory faultFactory;
    private final Lesson lesson;

    AnswerVerifier(AnswerRunner runner, FaultFactory faultFactory, Lesson lesson) {
        this.runner = runner;
        this.faultFactory = faultFactory;
        this.lesson = lesson;
    }

    List<Fault> verify() {
        var faults = new ArrayList<Fault>();
        List<Question> inLesson = lesson.sections().stream()
                .map(Section::questions)
                .flatMap(List::stream)
                .toList();
        inLesson.forEach(question -> verify(question, "lesson.md", faults));
        lesson.quiz().forEach(question -> verify(question, "quiz.md", faults));
        return faults;
    }

    private void verify(Question question, String file, List<Fault> faults) {
        Path path = lesson.folder().resolve(file);
        problems(question)
                .forEach(problem -> faults.add(faultFactory.create(
                        path, question.line(), "the question \"" + question.id() + "\" " + problem)));
    }

    private List<String> problems(Question question) {
        return switch (question) {
            case Question.MultipleChoice _, Question.Numeric _, Question.ShortAnswer _ -> List.of();
            case Question.Hole hole -> problems(hole.program(), hole.answers());
            case Question.Ordering order ->
                order.program()
                        .map(program -> problems(program, String.join("\n", order.solution())))
                        .orElse(List.of());
        };
    }

    private List<String> problems(CaseProgram program, String solution) {
        return switch (runner.run(program, solution, lesson.coding())) {
            case AnswerBehaviour.Ran ran ->
                ran.results().stream()
                        .filter(CaseResult.Threw.class::isInstance)
                        .map(CaseResult.Threw.class::cast)
                        .map(threw -> "has a solution that throws " + threw.exception() + "; fix it or its cases.")
                        .toList();
            case AnswerBehaviour other -> List.of("has a solution that " + failure(other, program) + "; fix it.");
        };
    }

    private List<String> problems(CaseProgram program, List<Question.Answer> answers) {
        var problems = new ArrayList<String>();
        Map<Question.Answer, AnswerBehaviour.Ran> ran = new LinkedHashMap<>();
        for (Question.Answer answer : answers) {
            switch (runner.run(program, answer.text(), lesson.coding())) {
                case AnswerBehaviour.Ran it -> ran.put(answer, it);
                case AnswerBehaviour other ->
                    problems.add("has the answer \"" + answer.text() + "\", which " + failure(other, program)
                            + "; fix it or leave it out.");
            }
        }
        ran.keySet().stream()
                .filter(Question.Answer::right)
                .findFirst()
                .ifPresent(right -> ran.keySet().stream()
                        .filter(answer -> !answer.equals(right))
                        .forEach(answer ->
                                contradiction(program, ran, right, answer).ifPresent(problems::add)));
        return problems;
    }

    private static Optional<String> contradiction(
            CaseProgram program,
            Map<Question.Answer, AnswerBehaviour.Ran> ran,
            Question.Answer right,
            Question.Answer answer) {
        var difference = ran.get(right).firstDifference(ran.get(answer));
        if (answer.right()) {
            return difference.isEmpty()
                    ? Optional.empty()
                    : Optional.of("has two right answers, \"" + right.text() + "\" and \"" + answer.text()
                            + "\", that differ on " + program.cases().get(difference.getAsInt()) + "; correct one.");
        }
        return difference.isPresent()
                ? Optional.empty()
                : Optional.of(
                        "has the wrong answer \"" + answer.text() + "\", which gives the same as the right one, \""
                                + right.text() + "\", on all cases; add a case on which they differ.");
    }

    private static String failure(AnswerBehaviour behaviour, CaseProgram program) {
        return switch (behaviour) {
            case AnswerBehaviour.Ran _ -> "runs";
            case AnswerBehaviour.Refused refused ->
                "doesn't fit its hole: " + refused.reason().replaceAll("\\.$", "");
            case AnswerBehaviour.DidNotCompile failed ->
                "doesn't compile: " + failed.message().lines().findFirst().orElse("");
            case AnswerBehaviour.Stopped stopped ->
                "doesn't end " + program.cases().get(stopped.finished()) + ": " + stopped.how();
            case AnswerBehaviour.NotRun notRun -> "couldn't be run, because " + notRun.reason();
        };
    }
}
