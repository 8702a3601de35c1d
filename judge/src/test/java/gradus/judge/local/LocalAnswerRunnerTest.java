package gradus.judge.local;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.CaseProgram;
import gradus.course.CaseProgram.Hole;
import gradus.judge.AnswerBehaviour;
import gradus.judge.AnswerBehaviour.CaseResult.Gave;
import gradus.judge.AnswerBehaviour.CaseResult.Threw;
import gradus.judge.AnswerBehaviour.Ran;
import gradus.judge.AnswerRunner;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalAnswerRunnerTest {

    private static final CaseProgram SQUARED = new CaseProgram(
            """
            import gradus.ml.toy.Numbers;

            double squared(double[] x) {
                double[] squares = new double[x.length];
                for (int i = 0; i < x.length; i++) squares[i] = HOLE;
                return Numbers.sum(squares);
            }
            """, Hole.EXPRESSION, List.of("squared(new double[] {1, 2})", "squared(new double[] {-3})"));

    @TempDir
    static Path folder;

    private static LocalJudge judge;
    private static AnswerRunner runner;

    @BeforeAll
    static void open() {
        judge = LocalJudge.oneShot(ToyLibrary.judgePaths(folder));
        runner = judge.answerRunner();
    }

    @AfterAll
    static void close() {
        judge.close();
    }

    private static AnswerBehaviour run(String answer) {
        return runner.run(SQUARED, answer, Optional.empty());
    }

    @Test
    void anAnswerGivesTheValuesOfItsCasesHoweverItIsWritten() {
        var right = new Ran(List.of(new Gave("5.0"), new Gave("9.0")));
        assertThat(run("x[i] * x[i]")).isEqualTo(right);
        assertThat(run("Math.pow(x[i], 2);")).isEqualTo(right);
        assertThat(run("Math.abs(x[i]) * Math.abs(x[i]) // twice")).isEqualTo(right);
        assertThat(runner.runKnown(SQUARED, "x[i] * x[i]", Optional.empty()))
                .isSameAs(runner.runKnown(SQUARED, "x[i] * x[i]", Optional.empty()));
    }

    @Test
    void theFirstCaseWithAnotherResultIsFound() {
        Ran right = (Ran) run("x[i] * x[i]");
        assertThat(right.firstDifference((Ran) run("Math.abs(x[i]) * x[i]"))).hasValue(1);
        assertThat(right.firstDifference((Ran) run("Math.pow(Math.sqrt(x[i] * x[i]), 2)")))
                .isEmpty();
    }

    @Test
    void whatACaseThrowsIsItsResult() {
        assertThat(run("x[i + 1]"))
                .isEqualTo(new Ran(List.of(
                        new Threw("ArrayIndexOutOfBoundsException: Index 2 out of bounds for length 2"),
                        new Threw("ArrayIndexOutOfBoundsException: Index 1 out of bounds for length 1"))));
    }

    @Test
    void whatDoesNotCompileIsExplained() {
        assertThat(run("y[i]")).isInstanceOfSatisfying(AnswerBehaviour.DidNotCompile.class, it -> {
            assertThat(it.message()).startsWith("cannot find symbol");
            assertThat(it.explanation()).startsWith("There's no variable with this name here.");
        });
        assertThat(run("1); } void f() { (2")).isInstanceOf(AnswerBehaviour.Refused.class);
    }

    @Test
    void anAnswerThatNeverEndsIsStoppedInItsCase() {
        var program = new CaseProgram(
                "int f(int n) {\nint i = 0;\nHOLE\nreturn i;\n}\n", Hole.STATEMENTS, List.of("f(0)", "f(3)"));
        assertThat(runner.run(program, "while (i < n) { }", Optional.empty()))
                .isEqualTo(new AnswerBehaviour.Stopped(1, "it ran longer than 2 s"));
        assertThat(runner.run(program, "while (i < n) i++", Optional.empty()))
                .isEqualTo(new Ran(List.of(new Gave("0"), new Gave("3"))));
        assertThat(runner.run(program, "if (n > 0) System.exit(4);", Optional.empty()))
                .isEqualTo(new AnswerBehaviour.Stopped(1, "it ended the JVM, exit code 4"));
    }

    @Test
    void whatAnAnswerPrintsIsNotTakenForAResult() {
        var program = new CaseProgram("int f(int n) {\nHOLE\nreturn n;\n}\n", Hole.STATEMENTS, List.of("f(1)"));
        assertThat(runner.run(program, "IO.print(\"=5\"); IO.println(\"\\n=6\");", Optional.empty()))
                .isEqualTo(new Ran(List.of(new Gave("1"))));
        assertThat(runner.run(program, "for (int i = 0; i < 99999; i++) IO.println(i);", Optional.empty()))
                .isEqualTo(new AnswerBehaviour.Stopped(0, "its results were lost in what it printed"));
    }

    @Test
    void linesRunInTheOrderInWhichTheyWereChosen() {
        var program = new CaseProgram("int f(int n) {\nHOLE\nreturn b;\n}\n", Hole.LINES, List.of("f(1)"));
        assertThat(runner.run(program, "int a = n + 1;\nint b = a * 2;", Optional.empty()))
                .isEqualTo(new Ran(List.of(new Gave("4"))));
        assertThat(runner.run(program, "int b = a * 2;\nint a = n + 1;", Optional.empty()))
                .isInstanceOf(AnswerBehaviour.DidNotCompile.class);
    }
}
