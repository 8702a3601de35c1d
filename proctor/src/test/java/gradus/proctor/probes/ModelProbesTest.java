package gradus.proctor.probes;

import static gradus.proctor.failure.Failures.finding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.proctor.transcript.Event.Finding;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ModelProbesTest {

    private static final double[][] X = {{1, 2}, {3, -1}, {0, 5}, {2, 2}};

    private final Random dropout = new Random(1);

    @Test
    void aRunningMeanIsCausalAndAMeanOverAllIsNot() {
        ModelProbes.isCausal("model(x)", ModelProbesTest::runningSum, X, "");

        Finding finding =
                finding(() -> ModelProbes.isCausal("model(x)", ModelProbesTest::meanOfAll, X, "no look ahead"));

        assertThat(finding.call()).isEqualTo("row 0 of model(x)");
        assertThat(finding.expected()).endsWith("whatever is in row 3 of x");
        assertThat(finding.symptoms()).containsExactly("causality");
    }

    @Test
    void aLookOneStepAheadIsFoundToo() {
        UnaryOperator<double[][]> shifted = x -> new double[][] {x[1], x[1], x[2], x[3]};

        assertThat(finding(() -> ModelProbes.isCausal("model(x)", shifted, X, ""))
                        .call())
                .isEqualTo("row 0 of model(x)");
    }

    @Test
    void aModelWithPositionsDependsOnOrderAndASumDoesNot() {
        ModelProbes.dependsOnOrder("model(x)", ModelProbesTest::weightedByPosition, X, "");

        Finding finding =
                finding(() -> ModelProbes.dependsOnOrder("model(x)", ModelProbesTest::runningSum, X, "order matters"));

        assertThat(finding.call()).isEqualTo("row 3 of model(x)");
        assertThat(finding.symptoms()).containsExactly("position");
        assertThatThrownBy(
                        () -> ModelProbes.dependsOnOrder("model(x)", ModelProbesTest::runningSum, new double[3][1], ""))
                .hasMessageContaining("the first two rows of x must differ");
    }

    @Test
    void aRowThatDependsOnItsBatchIsFound() {
        ModelProbes.treatsRowsIndependently("model(x)", ModelProbesTest::doubled, X, "");

        Finding finding = finding(() ->
                ModelProbes.treatsRowsIndependently("model(x)", ModelProbesTest::meanOfAll, X, "each row for itself"));

        assertThat(finding.call()).isEqualTo("row 0 of model(x)");
        assertThat(finding.expected()).isEqualTo("{1.0, 2.0}, as for this row alone");
        assertThat(finding.got()).isEqualTo("{1.5, 2.0} in a batch of 4");
        assertThat(finding.symptoms()).containsExactly("batch");
    }

    @Test
    void aModelThatGivesTooFewRowsIsFound() {
        assertThat(finding(() -> ModelProbes.isCausal("model(x)", _ -> new double[1][1], X, ""))
                        .symptoms())
                .containsExactly("length@1/4");
    }

    @Test
    void dropoutWorksInTrainingOnly() {
        ModelProbes.isRandomOnlyInTraining("f(x)", this::dropped, () -> new double[] {1, 1}, "");

        assertThat(finding(() -> ModelProbes.isRandomOnlyInTraining("f(x)", this::dropped, this::dropped, ""))
                        .call())
                .isEqualTo("f(x) in evaluation mode, called a second time,");
        assertThat(finding(() -> ModelProbes.isRandomOnlyInTraining(
                                "f(x)", () -> new double[1], () -> new double[1], ""))
                        .call())
                .isEqualTo("f(x) in training mode");
    }

    private double[] dropped() {
        return new double[] {dropout.nextDouble(), 1};
    }

    @Test
    void uniformAndCollapsedAttentionAreFound() {
        assertThat(ModelProbes.hasAttentionEntropy("weights", new double[][] {{0.9, 0.1}, {0.2, 0.8}}, 0.1, 0.95, ""))
                .isBetween(0.4, 0.7);
        assertThat(finding(() -> ModelProbes.hasAttentionEntropy("w", new double[][] {{0.5, 0.5}}, 0.1, 0.95, ""))
                        .symptoms())
                .containsExactly("attention-uniform");
        assertThat(finding(() -> ModelProbes.hasAttentionEntropy("w", new double[][] {{1, 0}}, 0.1, 0.95, ""))
                        .symptoms())
                .containsExactly("attention-collapsed");
        assertThat(finding(() -> ModelProbes.hasAttentionEntropy("w", new double[][] {{1, 0}, {0.5, 0.6}}, 0, 1, ""))
                        .got())
                .isEqualTo("1.1");
    }

    private static double[][] runningSum(double[][] x) {
        double[][] out = new double[x.length][x[0].length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x[0].length; j++) {
                out[i][j] = x[i][j] + (i == 0 ? 0 : out[i - 1][j]);
            }
        }
        return out;
    }

    private static double[][] meanOfAll(double[][] x) {
        double[][] out = new double[x.length][x[0].length];
        for (double[] row : out) {
            for (double[] other : x) {
                for (int j = 0; j < row.length; j++) {
                    row[j] += other[j] / x.length;
                }
            }
        }
        return out;
    }

    private static double[][] weightedByPosition(double[][] x) {
        double[][] out = x.clone();
        for (int i = 0; i < x.length; i++) {
            out[i] = new double[] {(i + 1) * x[i][0], x[i][1]};
        }
        return runningSum(out);
    }

    private static double[][] doubled(double[][] x) {
        double[][] out = new double[x.length][x[0].length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x[0].length; j++) {
                out[i][j] = 2 * x[i][j];
            }
        }
        return out;
    }
}
