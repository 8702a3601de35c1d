package gradus.lab.tests.testing_ml_code;

import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.assertions.Expect.that;

import gradus.ml.numbers.Numerics;
import gradus.ml.numbers.Rng;
import gradus.ml.numbers.SampleStatistics;
import gradus.ml.numbers.Softmax;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PartsTests {

    @Test
    void onlyDifferencesOfScoresCount() {
        var rng = Rng.of(1);
        for (int round = 0; round < 100; round++) {
            double[] z = new double[4];
            double[] shifted = new double[4];
            for (int i = 0; i < z.length; i++) {
                z[i] = 10 * rng.nextDouble();
                shifted[i] = z[i] + 3;
            }
            double[] p = Softmax.of(z);
            calling("Softmax.of, plus 3", () -> Softmax.of(shifted))
                    .within(0, 1e-9)
                    .gives(p, "only differences count");
            that(Numerics.close(Numerics.sum(p), 1, 0, 1e-6), "the sum", "1", Numerics.sum(p), "probabilities");
            double median = SampleStatistics.median(z);
            calling("median, plus 3", () -> SampleStatistics.median(shifted))
                    .gives(median + 3, "the middle moves along");
            double[] reversed = {z[3], z[2], z[1], z[0]};
            calling("median, reversed", () -> SampleStatistics.median(reversed)).gives(median, "the same values");
        }
    }

    @Test
    void aSeedRepeatsAShuffle() {
        int[] once = {1, 2, 3, 4, 5, 6};
        int[] again = once.clone();
        Rng.of(3).shuffle(once);
        Rng.of(3).shuffle(again);
        that(Arrays.equals(once, again), "two shuffles with seed 3", "the same order", again, "the seed decides");
    }
}
