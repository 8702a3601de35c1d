package gradus.studio.author;

import gradus.course.Example;
import gradus.course.Fault;
import gradus.course.FigureSource;
import gradus.course.Lesson;
import gradus.judge.Easel;
import gradus.judge.FigureReply;
import gradus.judge.Parts;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What must be true of a lesson's page: its figures draw, and its code prints what the page says.
final class PageGates {

    private final Easel easel;
    private final Snippets snippets;
    private final Gate gate;
    private final Lesson lesson;
    private final List<Example> examples;

    PageGates(Easel easel, Snippets snippets, Gate gate, Lesson lesson, List<Example> examples) {
        this.easel = easel;
        this.snippets = snippets;
        this.gate = gate;
        this.lesson = lesson;
        this.examples = examples;
    }

    List<Fault> check() {
        return Stream.concat(
                        lesson.figures().stream().flatMap(this::draws),
                        examples.stream().flatMap(this::printsWhatItSays))
                .toList();
    }

    private Stream<Fault> draws(FigureSource figure) {
        return switch (easel.draw(figure, Parts.NONE, Map.of())) {
            case FigureReply.Drawn _ -> Stream.empty();
            case FigureReply.NotDrawn it ->
                Stream.of(gate.fault(figure.file(), 1, "the figure " + figure.name() + " does not draw: " + it.why()));
        };
    }

    private Stream<Fault> printsWhatItSays(Example example) {
        Snippets.Ran ran = snippets.run(example.code());
        String said = example.output().strip();
        String printed = ran.output().strip();
        if (!ran.failure().isEmpty()) {
            return Stream.of(fault(example, "the code here does not run: " + ran.failure()));
        }
        return said.equals(printed)
                ? Stream.empty()
                : Stream.of(fault(
                        example,
                        "the code here prints \"" + printed + "\", but the page says \"" + said
                                + "\"; put what it prints into the output fence."));
    }

    private Fault fault(Example example, String sentence) {
        return gate.fault(example.file(), example.line(), sentence);
    }
}
