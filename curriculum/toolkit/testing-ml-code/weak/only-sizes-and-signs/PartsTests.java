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
    void sizesAndSigns() {
        var rng = Rng.of(1);
        for (int round = 0; round < 200; round++) {
            double[] z = new double[1 + rng.nextInt(6)];
            for (int i = 0; i < z.length; i++) {
                z[i] = 2000 * rng.nextDouble() - 1000;
            }
            calling("Softmax.of", () -> Softmax.of(z))
                    .satisfies(p -> p.length == z.length && Arrays.stream(p).allMatch(each -> each >= 0), "≥ 0", "");
            double smallest = Arrays.stream(z).min().orElseThrow();
            double largest = Arrays.stream(z).max().orElseThrow();
            calling("median", () -> SampleStatistics.median(z))
                    .satisfies(m -> m >= smallest && m <= largest, "in the range of the values", "");
            int[] items = {1, 2, 3, 4, 5};
            rng.shuffle(items);
            that(Arrays.stream(items).allMatch(item -> item >= 1 && item <= 5), "the items", "1 to 5", items, "");
        }
        calling("Softmax.of()", () -> Softmax.of(new double[0])).fails(IllegalArgumentException.class, "no scores");
        calling("median()", () -> SampleStatistics.median(new double[0]))
                .fails(IllegalArgumentException.class, "no values");
    }
}
