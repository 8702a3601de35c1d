package gradus.judge.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import gradus.judge.LearnerParts;
import gradus.judge.Submission;
import gradus.judge.Verdict;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Diagnoses of submissions, for each kind of mistake that shows in the numbers.
class DiagnosesTest extends WithToyJudge {

    private static final String MEAN = "means[j] += row[j] / rows.length;";
    private static final String LOG = "logs[i] = Math.log(x[i]);";
    private static final String ROOT = "roots[i] = Math.sqrt(x[i]);";
    private static final String DOUBLE = "doubled[i][j] = 2 * rows[i][j];";
    private static final String RETURN = "return doubled;";
    private static final String TOTAL = "total += each;";

    @Test
    void aRightSubmissionPasses() {
        assertThat(judge(RETURN, RETURN)).isInstanceOf(Verdict.Passed.class);
    }

    @ParameterizedTest
    @MethodSource
    void aMistakeIsDiagnosed(String line, String mistake, String quote) {
        assertThat(judge(line, mistake))
                .isInstanceOfSatisfying(
                        Verdict.NotYet.class,
                        verdict -> assertThat(verdict.diagnosis().message()).contains(quote));
    }

    static Stream<Arguments> aMistakeIsDiagnosed() {
        String mean = "means[j] += row[j] ";
        return Stream.of(
                arguments(MEAN, mean + "* 2 / rows.length;", "exactly 2 times"),
                arguments(MEAN, mean + "/ 2 / rows.length;", "exactly half"),
                arguments(MEAN, mean + "* 1.0;", "4 times what was expected, and 4 numbers went in"),
                arguments(MEAN, mean + "/ rows.length / rows.length;", "1/4 of what was expected, and 4 numbers"),
                arguments(MEAN, mean + "/ (rows.length - 1);", "n/(n − 1) with n = 4"),
                arguments(MEAN, mean + "/ -rows.length;", "the wrong sign"),
                arguments(LOG, "logs[i] = Math.pow(Math.log(x[i]), 2);", "square of what was expected"),
                arguments(LOG, "logs[i] = Math.log(x[i]) / Math.log(2);", "a logarithm to base 2"),
                arguments(ROOT, "roots[i] = x[i];", "the input, unchanged"),
                arguments(ROOT, "roots[i] = Math.sqrt(Math.sqrt(x[i]));", "the square root of what was expected"),
                arguments(ROOT, "roots[(i + 1) % x.length] = Math.sqrt(x[i]);", "one position too far right"),
                arguments(ROOT, "roots[i] = Math.sqrt(x[i]) / (i - i);", "You got an infinity"),
                arguments(ROOT, "roots[i] = Math.sqrt(i < 1 ? x[i] : -x[i]);", "You got NaN"),
                arguments(
                        ROOT,
                        "roots[i] = x[i] == Double.NaN ? 0 : Math.sqrt(x[i]) * 2;",
                        "no number equals `NaN`, not even `NaN`"),
                arguments(ROOT, "roots[i] = Math.sqrt(i < 1 ? x[i] : -x[i]);", "first is at index 1"),
                arguments("return roots;", "java.util.Arrays.sort(roots); return roots;", "right, but sorted"),
                arguments(
                        "new double[x.length];\n        for (int i = 0; i < x.length; i++) {\n            roots",
                        "new double[x.length + 1];\n        for (int i = 0; i < x.length; i++) {\n            roots",
                        "has length 4, expected 3"),
                arguments(
                        RETURN,
                        "double[][] t = new double[3][rows.length]; for (int i = 0; i < rows.length; i++) {"
                                + " for (int j = 0; j < 3; j++) { t[j][i] = doubled[i][j]; } } return t;",
                        "transposed"),
                arguments(RETURN, "return new double[][] {doubled[0], doubled[1]};", "shape 2×3, expected 3×3"),
                arguments(
                        RETURN,
                        "for (double[] row : doubled) { row[0] = 1; } return doubled;",
                        "All columns but the first"),
                arguments(
                        RETURN,
                        "for (double[] row : doubled) { row[2] = 1; } return doubled;",
                        "All columns but the last"),
                arguments(
                        RETURN,
                        "double[] row = doubled[0]; doubled[0] = doubled[1]; doubled[1] = row; return doubled;",
                        "in the wrong order"),
                arguments(DOUBLE, "doubled[i][(j + 1) % 3] = 2 * rows[i][j];", "one position too far right"),
                arguments(RETURN, "rows[0][0] = 5; return doubled;", "changed an argument"),
                arguments(RETURN, "if (rows.length == 4) { rows[1] = doubled[1].clone(); } return doubled;", "changed"),
                arguments(
                        "return new Random(seed).doubles(n)",
                        "return new Random().doubles(n)",
                        "randomness from outside"),
                arguments("return new Random(seed).doubles(n)", "return new Random(7).doubles(n)", "Another seed"),
                arguments(TOTAL, "for (double other : x) { total += other == each ? each : 0; }", "four times as long"),
                arguments(
                        TOTAL,
                        "total += new double[] {each, each, each, each}.clone()[0];",
                        "created in every iteration"));
    }

    @Test
    void aliasedResultsAndStaticFieldsAreDiagnosed() {
        assertThat(sentence("double[][] doubled = new double[rows.length][];", "double[][] doubled = rows;"))
                .containsAnyOf("changed an argument", "shares its array");
        assertThat(sentence(RETURN, "doubled[0][0] += calls++; return doubled; } private static int calls; static {"))
                .contains("`Table.calls` is static, so it keeps its value from call to call");
    }

    private static String sentence(String line, String mistake) {
        return ((Verdict.NotYet) judge(line, mistake)).diagnosis().message();
    }

    private static Verdict judge(String line, String mistake) {
        String source = ToyLibrary.reference("Table").text();
        assertThat(source).contains(line);
        var submission = new Submission("table", Map.of("gradus/ml/toy/Table.java", source.replace(line, mistake)));
        return judge.judge(ToyLibrary.table(), submission, LearnerParts.NONE, _ -> {});
    }
}
