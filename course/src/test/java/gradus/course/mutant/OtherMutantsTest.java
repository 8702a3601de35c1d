package gradus.course.mutant;

import static gradus.course.mutant.SampleMethod.after;
import static gradus.course.mutant.SampleMethod.mutants;
import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.Source;
import java.net.URI;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Mutants that must pass, and mutants that lose precision.
class OtherMutantsTest {

    @TempDir
    java.nio.file.Path classes;

    private static final String[] SUM = {
        "double sum = 0;", "for (int i = 0; i < x.length; i++) {", "sum += x[i] * x[i];", "}", "return sum;"
    };

    private static final String[] EACH = {
        "double sum = 0;", "for (double value : x) {", "sum += value * value;", "}", "return sum;"
    };

    @Test
    void aSumRunsBackwardsPairwiseWithTwoSumsOrAsAStream() {
        List<Mutant> sum = mutants("static double f(double[] x)", SUM);
        assertThat(after("backwards", sum))
                .containsExactly("for (int i = x.length - 1; i >= 0; i--) { sum += x[i] * x[i]; }");
        assertThat(after("stream", sum))
                .containsExactly("sum += java.util.stream.IntStream.range(0, x.length)"
                        + ".mapToDouble(i -> { return x[i] * x[i]; }).sum();");
        assertThat(text("two-sums", sum)).contains("else { odd_ += x[i] * x[i]; }", "sum += odd_;");
        assertThat(text("pairwise", sum)).contains("terms_[i - first_] = x[i] * x[i];", "sum += terms_[0];");
    }

    private static String text(String operator, List<Mutant> mutants) {
        return mutants.stream()
                .filter(mutant -> mutant.operator().equals(operator))
                .map(mutant -> mutant.source().text())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aSumOfElementsRunsBackwardsToo() {
        assertThat(after("backwards", mutants("static double f(double[] x)", EACH)))
                .containsExactly("for (int at_ = x.length - 1; at_ >= 0; at_--) { double value = x[at_];"
                        + " sum += value * value; }");
    }

    @Test
    void aLoopThatCarriesSomethingElseIsNoSum() {
        assertThat(mutants(
                        "static double f(double[] x)",
                        "double sum = 0;",
                        "double last = 0;",
                        "for (double value : x) {",
                        "sum += value - last;",
                        "last = value;",
                        "}",
                        "return sum;"))
                .extracting(Mutant::operator)
                .doesNotContain("backwards", "pairwise", "two-sums", "stream");
    }

    @Test
    void aProductIsFusedAndCommuted() {
        List<Mutant> line = mutants("double f(double a, double b, double c)", "return a * b + c;");
        assertThat(after("fma", line)).containsExactly("return Math.fma(a, b, c);");
        assertThat(after("commuted", line)).containsExactly("return b * a + c;");
        assertThat(after("fma", mutants("static double f(double[] x)", SUM)))
                .containsExactly("sum = Math.fma(x[i], x[i], sum);");
        assertThat(after("fma", mutants("int f(int a, int b, int c)", "return a * b + c;")))
                .isEmpty();
    }

    @Test
    void nestedLoopsAreExchangedIfTheirOrderDoesNotMatter() {
        assertThat(after(
                        "loops-exchanged",
                        mutants(
                                "void f(double[][] m, int n, int k)",
                                "for (int i = 0; i < n; i++)",
                                "for (int j = 0; j < k; j++)",
                                "m[i][j] = i + j;")))
                .containsExactly("for (int j = 0; j < k; j++) for (int i = 0; i < n; i++) m[i][j] = i + j;");
        assertThat(after(
                        "loops-exchanged",
                        mutants(
                                "void f(double[][] m, int n)",
                                "for (int i = 0; i < n; i++)",
                                "for (int j = 0; j < i; j++)",
                                "m[i][j] = i + j;")))
                .isEmpty();
    }

    @Test
    void aResultMovesToAHelperAndAnArrayIsCopied() {
        List<Mutant> line = mutants("double f(double[] x, int i)", "return x[i] + weights[i];");
        assertThat(line.stream().filter(it -> it.operator().equals("extracted")))
                .singleElement()
                .extracting(it -> it.source().text())
                .asString()
                .contains("return extracted_(x, i);")
                .contains("private double extracted_(double[] x, int i) { return x[i] + weights[i]; }");
        assertThat(after("copied-first", line)).singleElement().asString().endsWith("{ x = x.clone();");
        assertThat(after("copied-first", mutants("void f(double[] x)", "x[0] = 1;")))
                .as("its argument is its result")
                .isEmpty();
    }

    @Test
    void benignMutantsCompile() {
        List<Source> benign = java.util.stream.Stream.of(
                        mutants("static double f(double[] x)", SUM),
                        mutants("static double f(double[] x)", EACH),
                        mutants("double f(double[] x, int i)", "return x[i] + weights[i];"))
                .flatMap(List::stream)
                .filter(mutant -> mutant.kind() == MutantKind.BENIGN)
                .map(Mutant::source)
                .toList();
        assertThat(benign).hasSizeGreaterThan(12).allMatch(this::compiles);
    }

    private boolean compiles(Source source) {
        var file =
                new SimpleJavaFileObject(
                        URI.create("string:///gradus/ml/toy/Sample.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source.text();
                    }
                };
        return ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, null, List.of("-d", classes.toString()), null, List.of(file))
                .call();
    }

    @Test
    void aSumOrAResultIsKeptInFloat() {
        List<Mutant> sum = mutants("static double f(double[] x)", SUM);
        assertThat(after("float-sum", sum)).containsExactly("float sum = 0;");
        assertThat(after("float-result", sum)).containsExactly("return (float) sum;");
        assertThat(after("float-result", mutants("void f(double[] x)", "x[1] = x[0] / 3;")))
                .containsExactly("x[1] = (float) (x[0] / 3);");
        assertThat(sum.stream().filter(it -> it.operator().startsWith("float")))
                .extracting(Mutant::kind)
                .containsOnly(MutantKind.APPROXIMATING);
    }

    @Test
    void exponentialsAreNotShiftedByTheMaximum() {
        assertThat(mutants(
                        "double f(double[] x)",
                        "double max = x[0];",
                        "for (double value : x) max = Math.max(max, value);",
                        "double sum = 0;",
                        "for (double value : x) sum += Math.exp(value - max);",
                        "return max + Math.log(sum);"))
                .filteredOn(mutant -> mutant.operator().equals("shift-dropped"))
                .singleElement()
                .extracting(mutant -> mutant.source().text())
                .asString()
                .contains("sum += Math.exp(value);", "return Math.log(sum);");
    }

    @Test
    void aSeriesHasFewerTermsAndAToleranceIsNoLongerRelative() {
        List<Mutant> series = mutants(
                "double f(double x, int terms)", "for (int k = 0; k < terms; k++) {", "x = Math.sqrt(x + k);", "}");
        assertThat(after("fewer-terms", series)).containsExactly("for (int k = 0; k < terms / 2; k++) {");
        assertThat(after("fewer-terms", mutants("static double f(double[] x)", SUM)))
                .as("a sum of elements isn't a series")
                .isEmpty();
        assertThat(after(
                        "tolerance-not-relative",
                        mutants("boolean f(double d, double tolerance, double size)", "return d < tolerance * size;")))
                .containsExactly("return d < tolerance;");
    }
}
