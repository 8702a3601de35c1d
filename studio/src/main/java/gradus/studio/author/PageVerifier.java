package gradus.studio.author;

import gradus.course.Fault;
import gradus.course.FigureSource;
import gradus.course.Lesson;
import gradus.course.LessonSnippet;
import gradus.judge.AnswerRunner;
import gradus.judge.FigureRenderer;
import gradus.judge.FigureReply;
import gradus.judge.LearnerParts;
import gradus.judge.SnippetRunner;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Verifies a lesson's page: its figures draw, its code prints what the page says, and the known answers to its
/// questions do what their feedback says.
final class PageVerifier {

    private final FigureRenderer figureRenderer;
    private final SnippetRunner snippetRunner;
    private final FaultFactory faultFactory;
    private final Lesson lesson;
    private final List<LessonSnippet> examples;
    private final AnswerVerifier answers;

    PageVerifier(
            FigureRenderer figureRenderer,
            SnippetRunner snippetRunner,
            AnswerRunner answerRunner,
            FaultFactory faultFactory,
            Lesson lesson,
            List<LessonSnippet> examples) {
        this.figureRenderer = figureRenderer;
        this.snippetRunner = snippetRunner;
        this.faultFactory = faultFactory;
        this.lesson = lesson;
        this.examples = examples;
        this.answers = new AnswerVerifier(answerRunner, faultFactory, lesson);
    }

    List<Fault> verify() {
        return Stream.of(
                        lesson.figures().stream().flatMap(this::draws),
                        examples.stream().flatMap(this::printsWhatItSays),
                        answers.verify().stream())
                .flatMap(faults -> faults)
                .toList();
    }

    private Stream<Fault> draws(FigureSource figure) {
        return switch (figureRenderer.draw(figure, lesson.coding(), LearnerParts.NONE, Map.of())) {
            case FigureReply.Drawn _ -> Stream.empty();
            case FigureReply.NotDrawn it ->
                Stream.of(faultFactory.create(
                        figure.file(), 1, "the figure " + figure.name() + " cannot be drawn: " + it.why()));
        };
    }

    private Stream<Fault> printsWhatItSays(LessonSnippet lessonSnippet) {
        return switch (snippetRunner.run(lessonSnippet.code(), lesson.coding(), LearnerParts.NONE)) {
            case SnippetRunner.Result.Through ran ->
                compare(lessonSnippet, ran.output().strip());
            case SnippetRunner.Result.DidNotCompile ran ->
                Stream.of(fault(
                        lessonSnippet,
                        Math.max(0, ran.line() - 1),
                        "the code here does not compile: " + ran.message() + "; fix it."));
            case SnippetRunner.Result.Failed ran ->
                Stream.of(fault(lessonSnippet, 0, "the code here fails: " + ran.how() + "; fix it."));
        };
    }

    private Stream<Fault> compare(LessonSnippet lessonSnippet, String printed) {
        String said = lessonSnippet.output().strip();
        return said.equals(printed)
                ? Stream.empty()
                : Stream.of(fault(
                        lessonSnippet,
                        0,
                        "the code here prints \"" + printed + "\", but the page says \"" + said
                                + "\"; copy what it prints into the output fence."));
    }

    private Fault fault(LessonSnippet lessonSnippet, int further, String sentence) {
        return faultFactory.create(lessonSnippet.file(), lessonSnippet.line() + further, sentence);
    }
}
