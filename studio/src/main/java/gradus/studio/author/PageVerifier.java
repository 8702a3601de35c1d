package gradus.studio.author;

import gradus.course.Example;
import gradus.course.Fault;
import gradus.course.FigureSource;
import gradus.course.Lesson;
import gradus.judge.FigureRenderer;
import gradus.judge.FigureReply;
import gradus.judge.LearnerParts;
import gradus.judge.SnippetRunner;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What must be true of a lesson's page: its figures draw, and its code prints what the page says.
final class PageVerifier {

    private final FigureRenderer figureRenderer;
    private final SnippetRunner snippetRunner;
    private final FaultFactory faultFactory;
    private final Lesson lesson;
    private final List<Example> examples;

    PageVerifier(
            FigureRenderer figureRenderer,
            SnippetRunner snippetRunner,
            FaultFactory faultFactory,
            Lesson lesson,
            List<Example> examples) {
        this.figureRenderer = figureRenderer;
        this.snippetRunner = snippetRunner;
        this.faultFactory = faultFactory;
        this.lesson = lesson;
        this.examples = examples;
    }

    List<Fault> verify() {
        return Stream.concat(
                        lesson.figures().stream().flatMap(this::draws),
                        examples.stream().flatMap(this::printsWhatItSays))
                .toList();
    }

    private Stream<Fault> draws(FigureSource figure) {
        return switch (figureRenderer.draw(figure, LearnerParts.NONE, Map.of())) {
            case FigureReply.Drawn _ -> Stream.empty();
            case FigureReply.NotDrawn it ->
                Stream.of(faultFactory.create(
                        figure.file(), 1, "the figure " + figure.name() + " does not draw: " + it.why()));
        };
    }

    private Stream<Fault> printsWhatItSays(Example example) {
        return switch (snippetRunner.run(example.code(), LearnerParts.NONE)) {
            case SnippetRunner.Result.Through ran ->
                compare(example, ran.output().strip());
            case SnippetRunner.Result.DidNotCompile ran ->
                Stream.of(fault(
                        example,
                        Math.max(0, ran.line() - 1),
                        "the code here does not compile: " + ran.message() + "; mend it."));
            case SnippetRunner.Result.Failed ran ->
                Stream.of(fault(example, 0, "the code here does not end well: " + ran.how() + "; mend it."));
        };
    }

    private Stream<Fault> compare(Example example, String printed) {
        String said = example.output().strip();
        return said.equals(printed)
                ? Stream.empty()
                : Stream.of(fault(
                        example,
                        0,
                        "the code here prints \"" + printed + "\", but the page says \"" + said
                                + "\"; put what it prints into the output fence."));
    }

    private Fault fault(Example example, int further, String sentence) {
        return faultFactory.create(example.file(), example.line() + further, sentence);
    }
}
