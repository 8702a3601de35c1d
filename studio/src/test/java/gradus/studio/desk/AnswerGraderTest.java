package gradus.studio.desk;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.CaseProgram;
import gradus.course.Coding;
import gradus.course.Grade;
import gradus.course.Question;
import gradus.course.Question.Answer;
import gradus.judge.AnswerBehaviour;
import gradus.judge.AnswerBehaviour.CaseResult;
import gradus.judge.AnswerBehaviour.Ran;
import gradus.judge.AnswerRunner;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswerGraderTest {

    private static final CaseProgram PROGRAM = new CaseProgram(
            "boolean f(int a) { return HOLE; }\n", CaseProgram.Hole.EXPRESSION, List.of("f(1) && a < b"));

    private final Question.Hole hole = new Question.Hole(
            "h",
            "",
            "",
            PROGRAM,
            List.of(
                    new Answer("right", "", true, "right, because", Optional.empty()),
                    new Answer("wrong", "", false, "wrong, because", Optional.of("belief"))),
            "Think.",
            1);

    private final Question.Ordering order = new Question.Ordering(
            "o",
            "",
            "",
            List.of("one", "two"),
            List.of(),
            List.of("one", "two"),
            Optional.of(new CaseProgram("HOLE", CaseProgram.Hole.LINES, List.of("f()"))),
            "Think.",
            1);

    private static Ran gave(String value) {
        return new Ran(List.of(new CaseResult.Gave(value)));
    }

    /// A runner in which the right answer gives 1, the wrong one 2, and every other answer does `behaviour`.
    private static AnswerRunner runner(AnswerBehaviour behaviour) {
        Map<String, AnswerBehaviour> known = Map.of("right", gave("1"), "wrong", gave("2"), "one\ntwo", gave("1"));
        return new AnswerRunner() {
            @Override
            public AnswerBehaviour run(CaseProgram program, String answer, Optional<Coding> lab) {
                return known.getOrDefault(answer, behaviour);
            }

            @Override
            public AnswerBehaviour runKnown(CaseProgram program, String answer, Optional<Coding> lab) {
                return run(program, answer, lab);
            }
        };
    }

    private static Grade grade(Question question, String answer, AnswerBehaviour behaviour) {
        return new CaseGrader(runner(behaviour)).grade(question, answer, Optional.empty());
    }

    @Test
    void anAnswerThatDoesWhatAKnownOneDoesGetsItsFeedback() {
        assertThat(grade(hole, "other", gave("1.0"))).isEqualTo(new Grade.Right("right, because"));
        assertThat(grade(hole, "other", gave("2"))).isEqualTo(new Grade.Wrong("wrong, because", Optional.of("belief")));
    }

    @Test
    void anyOtherValueIsShownWithTheOneThatIsWanted() {
        assertThat(grade(hole, "other", gave("<3>")))
                .isEqualTo(new Grade.Wrong(
                        "<code>f(1) &amp;&amp; a &lt; b</code> should give <code>1</code>; yours gives"
                                + " <code>&lt;3&gt;</code>. Think.",
                        Optional.empty()));
        assertThat(grade(hole, "other", new Ran(List.of(new CaseResult.Threw("E: why")))))
                .isEqualTo(new Grade.Wrong(
                        "<code>f(1) &amp;&amp; a &lt; b</code> should give <code>1</code>; yours throws"
                                + " <code>E: why</code>. Think.",
                        Optional.empty()));
        assertThat(grade(hole, "other", new AnswerBehaviour.Stopped(0, "it ran longer than 2 s")))
                .isEqualTo(new Grade.Wrong(
                        "<code>f(1) &amp;&amp; a &lt; b</code> gave no result: it ran longer than 2 s. Think.",
                        Optional.empty()));
    }

    @Test
    void aSlipOfThePenIsNoWrongAnswer() {
        assertThat(grade(hole, "other", new AnswerBehaviour.DidNotCompile("cannot find symbol\nmore", "Check it.")))
                .isEqualTo(new Grade.Unreadable("This doesn't compile: <code>cannot find symbol</code>. Check it."));
        assertThat(grade(hole, "other", new AnswerBehaviour.Refused("One expression, please.")))
                .isEqualTo(new Grade.Unreadable("One expression, please."));
    }

    @Test
    void linesThatDoNotCompileInTheirOrderAreInTheWrongOrder() {
        assertThat(grade(order, "1,0", gave("1"))).isEqualTo(new Grade.Right("Right: all lines are in order."));
        assertThat(grade(order, "1,0", new AnswerBehaviour.DidNotCompile("cannot find symbol", "")))
                .isEqualTo(new Grade.Wrong(
                        "In this order, the lines don't compile: <code>cannot find symbol</code>. Think.",
                        Optional.empty()));
    }

    @Test
    void withoutAJudgeNothingIsGraded() {
        assertThat(grade(hole, "other", new AnswerBehaviour.NotRun("the compiler is gone")))
                .isInstanceOfSatisfying(
                        Grade.NotGraded.class,
                        grade -> assertThat(grade.html())
                                .startsWith("Your answer couldn't be run, because the compiler is gone. Nothing was"
                                        + " recorded."));
    }
}
