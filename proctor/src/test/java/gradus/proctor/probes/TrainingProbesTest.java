package gradus.proctor.probes;

import static gradus.proctor.failure.Failures.finding;
import static org.assertj.core.api.Assertions.assertThat;

import gradus.proctor.transcript.Event.Finding;
import org.junit.jupiter.api.Test;

class TrainingProbesTest {

    private double loss = 2;

    @Test
    void anInitialLossOfLogKPasses() {
        TrainingProbes.startsAtLogK("loss()", () -> 2.35, 10, "");
    }

    @Test
    void anotherInitialLossIsFound() {
        Finding finding = finding(() -> TrainingProbes.startsAtLogK("loss()", () -> 9, 10, "it guesses"));

        assertThat(finding.call()).isEqualTo("loss() before any training");
        assertThat(finding.expected()).isEqualTo("about log 10 = 2.3");
        assertThat(finding.symptoms()).containsExactly("initial-loss");
        assertThat(finding(() -> TrainingProbes.startsAtLogK("loss()", () -> 3.32, 10, ""))
                        .symptoms())
                .contains("ratio:1/ln2");
        assertThat(finding(() -> TrainingProbes.startsAtLogK("loss()", () -> Double.NaN, 10, ""))
                        .symptoms())
                .containsExactly("nan", "initial-loss");
    }

    @Test
    void aBatchThatIsNotOverfittedIsFound() {
        TrainingProbes.learnsOneBatch("step()", () -> loss *= 0.9, 100, 0.01, "");

        Finding finding = finding(() -> TrainingProbes.learnsOneBatch("step()", () -> 2, 100, 0.01, "few rows"));

        assertThat(finding.call()).isEqualTo("the loss after 100 calls of step() on the same batch");
        assertThat(finding.expected()).isEqualTo("at most 0.02");
        assertThat(finding.got()).isEqualTo("2, starting from 2");
        assertThat(finding.symptoms()).containsExactly("overfit");
        loss = 2;
        assertThat(finding(() -> TrainingProbes.learnsOneBatch("step()", () -> loss *= 1.1, 9, 0.01, ""))
                        .symptoms())
                .containsExactly("overfit:rises");
    }

    @Test
    void learningFromShuffledLabelsIsALeak() {
        int[] labels = new int[100];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = i % 2;
        }

        TrainingProbes.learnsNothingFromShuffledLabels("fit", labels, _ -> 0.55, 100, "");
        Finding finding = finding(() -> TrainingProbes.learnsNothingFromShuffledLabels(
                "fit", labels, shuffled -> shuffled == labels ? 0 : 0.9, 100, "labels say nothing now"));

        assertThat(finding.expected()).isEqualTo("at most 0.75, the accuracy of guessing");
        assertThat(finding.symptoms()).containsExactly("leak");
    }

    @Test
    void theLabelsAreShuffledAndNotChanged() {
        int[] labels = {0, 0, 0, 0, 0, 1, 1, 1, 1, 1};

        TrainingProbes.learnsNothingFromShuffledLabels(
                "fit",
                labels,
                shuffled -> {
                    assertThat(shuffled).isNotEqualTo(labels).containsExactlyInAnyOrder(labels);
                    return 0.5;
                },
                100,
                "");
        assertThat(labels).isSorted();
    }

    @Test
    void deadUnitsAreCounted() {
        double[][] activations = {{0, 1, 0}, {0, 0, 2}};

        TrainingProbes.unitsLive("relu(x)", activations, 0.4, "");
        Finding finding = finding(() -> TrainingProbes.unitsLive("relu(x)", activations, 0.1, ""));

        assertThat(finding.got()).isEqualTo("1 of 3");
        assertThat(finding.symptoms()).containsExactly("dead-units");
    }

    @Test
    void vanishingExplodingAndCutGradientsAreDistinguished() {
        TrainingProbes.gradientsFlow("the net", new double[] {0.1, 0.5, 1}, 100, "");

        assertThat(symptomOfFlow(1e-6, 1)).isEqualTo("gradient-vanishes");
        assertThat(symptomOfFlow(1, 1e-6)).isEqualTo("gradient-explodes");
        assertThat(symptomOfFlow(0, 1)).isEqualTo("gradient-cut");
        assertThat(symptomOfFlow(1, Double.NaN)).isEqualTo("nan");
    }

    private static String symptomOfFlow(double... norms) {
        return finding(() -> TrainingProbes.gradientsFlow("the net", norms, 100, ""))
                .symptoms()
                .getFirst();
    }
}
