package gradus.course.answer;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.CaseProgram;
import gradus.course.CaseProgram.Hole;
import gradus.course.answer.AnswerInserter.Result;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerInserterTest {

    private static final CaseProgram EXPRESSION =
            new CaseProgram("double f(double x, double y) { return HOLE * x; }\n", Hole.EXPRESSION, List.of());
    private static final CaseProgram STATEMENTS =
            new CaseProgram("double f(double x) { double y = 0;\nHOLE\nreturn y; }\n", Hole.STATEMENTS, List.of());

    @ParameterizedTest
    @ValueSource(strings = {"y", "Math.abs(x - y)", "(x - y)", " -y ;", "x > 0 ? y : x"})
    void anExpressionFitsWithOrWithoutASemicolon(String answer) {
        assertThat(AnswerInserter.insert(EXPRESSION, answer)).isInstanceOf(Result.Inserted.class);
    }

    @Test
    void anExpressionStaysTogether() {
        assertThat(AnswerInserter.insert(EXPRESSION, "x - y"))
                .isEqualTo(new Result.Inserted("double f(double x, double y) { return (x - y\n) * x; }\n"));
        assertThat(AnswerInserter.insert(EXPRESSION, "y"))
                .isEqualTo(new Result.Inserted("double f(double x, double y) { return y * x; }\n"));
        assertThat(AnswerInserter.insert(EXPRESSION, "y // twice"))
                .isEqualTo(new Result.Inserted("double f(double x, double y) { return (y // twice\n) * x; }\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1); } double g() { return (1",
                "1) + (2",
                "1); int z = (2",
                "x; y",
                "return x",
                "int z = 1",
                "import java.util.List",
                "x /*",
                "\\u0029 + \\u0028",
                "new Object() { int z() { return 1; } }",
                "x, y",
                "}",
            })
    void whatIsNotOneExpressionIsRefused(String answer) {
        assertThat(AnswerInserter.insert(EXPRESSION, answer))
                .isInstanceOfSatisfying(
                        Result.Refused.class,
                        refused -> assertThat(refused.reason()).startsWith("The hole wants one expression"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"y = x;", "y = x", "y += x; y *= 2;", "if (x > 0) { y = x; }"})
    void statementsFitWhereStatementsAreWanted(String answer) {
        assertThat(AnswerInserter.insert(STATEMENTS, answer)).isInstanceOf(Result.Inserted.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"} void g() {", "return y; } double g() { return 1;", "class B {}", "} {", "import a.B;", "x + 1"
            })
    void statementsThatLeaveTheirBlockAreRefused(String answer) {
        assertThat(AnswerInserter.insert(STATEMENTS, answer))
                .isInstanceOfSatisfying(
                        Result.Refused.class,
                        refused -> assertThat(refused.reason()).startsWith("The hole wants statements"));
    }

    @Test
    void anAnswerThatIsTooLongIsRefused() {
        assertThat(AnswerInserter.insert(EXPRESSION, "(".repeat(501)))
                .isEqualTo(new Result.Refused(
                        "The answer has 501 characters. A hole is smaller than that: write at most 500."));
    }
}
