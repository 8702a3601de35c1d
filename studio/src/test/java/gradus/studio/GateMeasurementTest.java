package gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.proof.GateMeasurement;
import gradus.course.proof.GateMeasurement.Series;
import gradus.course.proof.GateMeasurement.Summary;
import gradus.course.proof.LabProof;
import gradus.course.proof.Proof;
import gradus.course.proof.ProofFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The gate of a small lab, run with many seeds for real.
class GateMeasurementTest {

    private static final String CHECK = """
            gradus.proctor.assertions.Metric.of("share of numbers of which the larger one is found", () -> {
                var random = new java.util.Random(gradus.proctor.assertions.Metric.seed(7));
                double right = 0;
                for (int i = 0; i < 100; i++) {
                    double a = random.nextDouble();
                    double b = random.nextDouble();
                    right += Larger.of(a, b) == Math.max(a, b) ? 1 : 0;
                }
                return right / 100;
            }).%s;""";

    @TempDir
    Path root;

    private School school;

    @BeforeEach
    void openASchool() throws IOException {
        school = new School(root).library("Larger", """
                        package gradus.ml.toy;

                        public final class Larger {

                            private Larger() {}

                            public static double of(double a, double b) {
                                return a > b ? a : b;
                            }
                        }
                        """);
        lesson("atLeast(0.75, \"each comparison is right\")");
        school.file("larger", "ablations/always-the-first/Larger.java", larger("return a;"));
        ProofFile.write(folder(), new Proof(Optional.of(new LabProof(Map.of(), Map.of(), Map.of(), Map.of())), "page"));
    }

    private Path folder() {
        return root.resolve("curriculum/toy/larger");
    }

    private void lesson(String assertion) {
        school.lesson(
                "larger",
                "",
                "cuts:\n  - gradus.ml.toy.Larger#of\ngate: LargerTest#worksByHand\n",
                CHECK.formatted(assertion));
    }

    private static String larger(String body) {
        return "class Larger {\n    public static double of(double a, double b) {\n        " + body + "\n    }\n}\n";
    }

    @Test
    void eachSolutionRunsWithEachSeedAndTheMarginsAreShown() {
        school.file("larger", "wrong/throws/Larger.java", larger("throw new IllegalStateException();"));
        RealTerminal terminal = school.terminal();

        assertThat(terminal.type("author measure larger --seeds 5"))
                .as(terminal.out + terminal.err)
                .isZero();

        assertThat(terminal.words())
                .contains("larger, the gate with 5 seeds")
                .contains("share of numbers of which the larger one is found, which must be at least 0.75:")
                .containsPattern("reference 1 0 1 1 5 of 5")
                .containsPattern("ablations/always-the-first 0\\.\\d+ 0\\.\\d+ 0\\.\\d+ 0\\.\\d+ 0 of 5")
                .containsPattern("wrong/throws – – – – 0 of 5")
                .contains("✓ the reference is ∞ of its standard deviations from the threshold (at least 0.75)")
                .containsPattern(
                        "✓ of the way from the reference to ablations/always-the-first, the nearer side has [345]");
        GateMeasurement kept =
                ProofFile.read(folder()).proof().orElseThrow().gate().orElseThrow();
        assertThat(kept.seeds()).isEqualTo(5);
        assertThat(kept.series())
                .extracting(Series::solution)
                .containsExactly("reference", "ablations/always-the-first", "wrong/throws");
        Summary ablation = kept.series().get(1).metrics().getFirst();
        assertThat(ablation.runs()).isEqualTo(5);
        assertThat(ablation.least()).as("seeds differ").isLessThan(ablation.greatest());
        assertThat(terminal.type("author report larger")).isZero();
        assertThat(terminal.words())
                .contains("✓ the reference 3 standard deviations or more from the gate's threshold");
    }

    @Test
    void anAblationThatPassesIsAFault() {
        lesson("atLeast(0.2, \"half of the comparisons are right\")");
        RealTerminal terminal = school.terminal();

        assertThat(terminal.type("author measure --seeds 3")).isEqualTo(1);

        assertThat(terminal.words())
                .contains("ablations/always-the-first:1: the ablation passes the gate with 3 of 3 seeds")
                .containsPattern(
                        "✗ of the way from the reference to ablations/always-the-first, the nearer side has -");
    }

    @Test
    void aGateWithoutAMetricHasNoMargins() {
        school.lesson(
                "larger",
                "",
                "cuts:\n  - gradus.ml.toy.Larger#of\ngate: LargerTest#worksByHand\n",
                "calling(\"Larger.of(1, 2)\", () -> Larger.of(1, 2)).gives(2.0, \"2 is larger\");");
        RealTerminal terminal = school.terminal();
        assertThat(terminal.type("author measure --seeds 2 larger"))
                .as(terminal.out + terminal.err)
                .isZero();
        assertThat(terminal.words())
                .containsPattern("reference 2 of 2")
                .contains("The gate records no metric, so it has no margins");
    }

    @Test
    void whatCannotBeMeasuredIsSaidInASentence() {
        RealTerminal terminal = school.terminal();
        assertThat(terminal.type("author measure nonsense")).isEqualTo(2);
        assertThat(terminal.err).contains("There is no lesson at");
        assertThat(terminal.type("author measure --seeds 0")).isEqualTo(2);
        assertThat(terminal.err).contains("--seeds must be at least 1, and is 0.");
        school.lesson("larger", "", "cuts:\n  - gradus.ml.toy.Larger#of\n", CHECK.formatted("recorded()"));
        RealTerminal later = school.terminal();
        assertThat(later.type("author measure")).isEqualTo(2);
        assertThat(later.err).contains("There is no gate to measure");
    }

    @Test
    void learnersSeeWhatTheGateHasMeasured() {
        RealTerminal terminal = school.terminal();
        assertThat(terminal.type("start larger")).isZero();
        terminal.edit(
                "gradus/ml/toy/Larger.java",
                "throw new UnsupportedOperationException(\"To do in lesson larger: Larger.of\");",
                "return a;");
        assertThat(terminal.type("check larger")).isEqualTo(1);
        assertThat(terminal.words())
                .containsPattern(
                        "share of numbers of which the larger one is found: 0\\.[45]\\d*, at least 0\\.75 is wanted\\.");
        terminal.edit("gradus/ml/toy/Larger.java", "return a;", "return Math.max(a, b);");
        assertThat(terminal.type("check larger --json")).isZero();
        assertThat(terminal.out).contains("\"metrics\"", "share of numbers of which the larger one is found");
    }
}
