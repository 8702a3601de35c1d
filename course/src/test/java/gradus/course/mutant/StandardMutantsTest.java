package gradus.course.mutant;

import static gradus.course.mutant.SampleMethod.after;
import static gradus.course.mutant.SampleMethod.mutants;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What each standard operator makes of a line. The lines are statements of a method
/// `double f(double[] x, double[][] m, double a, double b, int i, int j)`, with results separated by `~`.
class StandardMutantsTest {

    private static final String HEADING = "double f(double[] x, double[][] m, double a, double b, int i, int j)";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    boundary          | boolean c = a < b;            | boolean c = a <= b;
                    boundary          | boolean c = a >= b;           | boolean c = a > b;
                    equality          | boolean c = a == b;           | boolean c = a != b;
                    arithmetic        | a = a + b * i;                | a = a - b * i; ~ a = a + b / i;
                    arithmetic        | i = i % j;                    | i = i * j;
                    logical           | boolean c = i > 1 && j > 2;   | 'boolean c = i > 1 || j > 2;'
                    assignment        | a += b;                       | a -= b; ~ a = b;
                    assignment        | a /= b;                       | a *= b; ~ a = b;
                    increment         | i++;                          | i--;
                    constant          | i = 0;                        | i = 1;
                    constant          | i = 1;                        | i = 0; ~ i = 2;
                    constant          | a = 1.0;                      | a = 0.0; ~ a = 2.0;
                    constant          | boolean c = true;             | boolean c = false;
                    negation          | if (i < 3) i = 4;             | if (!(i < 3)) i = 4;
                    negation          | boolean c = !(i < 3);         | boolean c = (i < 3);
                    removed           | x[i] = a;                     | ;
                    removed           | System.gc();                  | ;
                    swapped-arguments | g(a, b);                      | g(b, a);
                    swapped-arguments | g(x[i], m[i][j], i);          | g(m[i][j], x[i], i);
                    swapped-indices   | a = m[i][j];                  | a = m[j][i];
                    lag               | a = x[i - 2];                 | a = x[i]; ~ a = x[i - 2 - 1];
                    division-dropped  | a = b / i;                    | a = b;
                    factor-dropped    | a = b * i;                    | a = b; ~ a = i;
                    square-dropped    | a = b * b;                    | a = b;
                    term-dropped      | a = b + i;                    | a = b;
                    sign              | a = b;                        | a = -(b);
                    sign              | a = 5 * -b;                   | a = 5 * b; ~ a = -(5 * -b);
                    confused          | a = Math.max(a, b);           | a = Math.min(a, b);
                    confused          | a = Math.log(Math.exp(b));    | a = Math.exp(Math.exp(b)); ~ a = Math.log(Math.log(b));
                    exp-dropped       | a = Math.log(Math.exp(b));    | a = Math.log(b);
                    log-dropped       | a = Math.log(Math.exp(b));    | a = Math.exp(b);
                    abs-dropped       | a = Math.abs(a + b);          | a = (a + b);
                    sqrt-dropped      | a = StrictMath.sqrt(b);       | a = b;
                    power-dropped     | a = StrictMath.pow(b, 2);     | a = b;
                    seed-reused       | var r = new Random(i + j);    | var r = new Random(0);
                    seed-reused       | var r = random.split();       | var r = random;
                    """)
    void anOperatorChangesALine(String operator, String line, String results) {
        assertThat(after(operator, mutants(HEADING, line))).containsExactlyElementsOf(List.of(results.split(" ~ ")));
    }

    @Test
    void aResultBecomesZeroOneNegativeOrNull() {
        assertThat(after("return", mutants("double f(double x)", "return x * x;")))
                .containsExactly("return 0;", "return 1;", "return -(x * x);");
        assertThat(after("return", mutants("boolean f(double x)", "return x < 3;")))
                .containsExactly("return !(x < 3);", "return true;", "return false;");
        assertThat(after("return", mutants("double[] f(double[] x)", "return x;")))
                .containsExactly("return null;");
        assertThat(after("return", mutants("double[] f(double[] x)", "g(y -> { return y; });")))
                .as("what a lambda returns isn't the result")
                .isEmpty();
    }

    @Test
    void aLoopStartsLaterOrEndsEarlier() {
        List<Mutant> counted = mutants("void f(int from, int n)", "for (int i = from; i < n; i++) g(i);");
        assertThat(after("later-start", counted)).containsExactly("for (int i = from + 1; i < n; i++) g(i);");
        assertThat(after("earlier-end", counted)).containsExactly("for (int i = from; i < n - 1; i++) g(i);");

        List<Mutant> elements = mutants("void f(double[] x)", "for (double value : x) g(value);");
        assertThat(after("later-start", elements))
                .containsExactly("for (double value : java.util.Arrays.copyOfRange(x, Math.min(1, x.length), x.length))"
                        + " g(value);");
        assertThat(after("earlier-end", elements)).hasSize(1);
    }

    @Test
    void twoChangesWithTheSameResultAreOneMutant() {
        List<Mutant> mutants = mutants("void f(int n)", "for (int i = 0; i < n; i++) g(i);");
        assertThat(mutants.stream().map(Mutant::after).filter(line -> line.contains("int i = 1")))
                .hasSize(1);
        assertThat(mutants).extracting(Mutant::after).doesNotHaveDuplicates();
    }

    @Test
    void anotherVariableOfALoopBecomesTheIndex() {
        assertThat(after(
                        "swapped-indices",
                        mutants(
                                "void f(double[] x, int n)",
                                "for (int i = 0; i < n; i++)",
                                "for (int j = 0; j < n; j++)",
                                "x[i] = 2;")))
                .containsExactly("x[j] = 2;");
    }

    @Test
    void whatAnExceptionSaysIsLeftAlone() {
        assertThat(mutants("void f(int n)", "throw new IllegalArgumentException(\"got \" + (n + 1));"))
                .extracting(Mutant::after)
                .containsExactly(";");
    }

    @Test
    void symmetricArgumentsStayWhereTheyAre() {
        assertThat(after("swapped-arguments", mutants(HEADING, "a = Math.max(a, b);")))
                .isEmpty();
    }

    @Test
    void aMutantIsTheWholeSourceWithOneChange() {
        Mutant mutant = mutants("int f(int a)", "int b = a;", "return b - 3;").stream()
                .filter(it -> it.operator().equals("arithmetic"))
                .findFirst()
                .orElseThrow();
        assertThat(mutant.kind()).isEqualTo(MutantKind.STANDARD);
        assertThat(mutant.line()).isEqualTo(9);
        assertThat(mutant.before()).isEqualTo("return b - 3;");
        assertThat(mutant.after()).isEqualTo("return b + 3;");
        assertThat(mutant.source().text())
                .isEqualTo(SampleMethod.source("int f(int a)", "int b = a;", "return b + 3;")
                        .text());
        assertThat(Arrays.asList(mutant.id().split("/"))).startsWith("f", "arithmetic");
    }
}
