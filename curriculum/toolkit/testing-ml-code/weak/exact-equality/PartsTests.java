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
    void softmaxOfOneTwoThree() {
        double sum = Math.exp(-2) + Math.exp(-1) + 1;
        calling("Softmax.of({1, 2, 3})", () -> Softmax.of(new double[] {1, 2, 3}))
                .within(0, 0)
                .gives(new double[] {Math.exp(-2) / sum, Math.exp(-1) / sum, 1 / sum}, "the formula");
        calling("Softmax.of({1000, 1000})", () -> Softmax.of(new double[] {1000, 1000}))
                .within(0, 0)
                .gives(new double[] {0.5, 0.5}, "by symmetry");
    }

    @Test
    void medians() {
        var rng = Rng.of(1);
        for (int round = 0; round < 100; round++) {
            double[] x = new double[1 + rng.nextInt(8)];
            for (int i = 0; i < x.length; i++) {
                x[i] = 10 * rng.nextDouble();
            }
            double[] sorted = x.clone();
            Arrays.sort(sorted);
            double middle = (sorted[x.length / 2] + sorted[(x.length - 1) / 2]) / 2;
            calling("median", () -> SampleStatistics.median(x)).within(0, 0).gives(middle, "the middle");
        }
    }

    @Test
    void nothingIsLost() {
        int[] items = {1, 2, 3, 4, 5};
        Rng.of(1).shuffle(items);
        Arrays.sort(items);
        that(Arrays.equals(items, new int[] {1, 2, 3, 4, 5}), "the items, sorted", "1 to 5", items, "a shuffle");
    }
}
