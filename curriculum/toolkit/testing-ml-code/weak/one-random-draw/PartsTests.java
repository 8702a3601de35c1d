package gradus.lab.tests.testing_ml_code;

import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.assertions.Expect.that;

import gradus.ml.numbers.Rng;
import gradus.ml.numbers.SampleStatistics;
import gradus.ml.numbers.Softmax;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PartsTests {

    @Test
    void oneDrawOfEverything() {
        var rng = Rng.of(1);
        double[] z = {10 * rng.nextDouble(), 10 * rng.nextDouble(), 10 * rng.nextDouble()};
        double sum = Math.exp(z[0]) + Math.exp(z[1]) + Math.exp(z[2]);
        double[] before = z.clone();
        calling("Softmax.of", () -> Softmax.of(z))
                .gives(new double[] {Math.exp(z[0]) / sum, Math.exp(z[1]) / sum, Math.exp(z[2]) / sum}, "the formula");
        calling("median", () -> SampleStatistics.median(z))
                .gives(Math.max(Math.min(z[0], z[1]), Math.min(Math.max(z[0], z[1]), z[2])), "the middle");
        that(Arrays.equals(before, z), "the argument", "unchanged", z, "the contract");
    }

    @Test
    void oneShuffle() {
        int[] items = {1, 2, 3, 4, 5, 6, 7, 8};
        Rng.of(2).shuffle(items);
        that(!Arrays.equals(items, new int[] {1, 2, 3, 4, 5, 6, 7, 8}), "the order", "another one", items, "mixed");
        Arrays.sort(items);
        that(Arrays.equals(items, new int[] {1, 2, 3, 4, 5, 6, 7, 8}), "the items", "1 to 8", items, "a shuffle");
    }
}
