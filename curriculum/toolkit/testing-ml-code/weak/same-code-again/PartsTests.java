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
    void sameAsTheFormula() {
        var rng = Rng.of(1);
        for (int round = 0; round < 200; round++) {
            double[] z = new double[3];
            for (int i = 0; i < z.length; i++) {
                z[i] = 10 * rng.nextDouble() - 5;
            }
            calling("Softmax.of", () -> Softmax.of(z)).gives(softmax(z), "the same formula");
            calling("median", () -> SampleStatistics.median(z)).gives(median(z), "the same code");
        }
    }

    @Test
    void sameOrderAsMyShuffle() {
        int[] items = {1, 2, 3, 4, 5, 6};
        int[] mine = items.clone();
        Rng.of(1).shuffle(items);
        shuffle(Rng.of(1), mine);
        that(Arrays.equals(items, mine), "the order with seed 1", "that of my own shuffle", items, "the same code");
    }

    private static double[] softmax(double[] z) {
        double[] p = new double[z.length];
        double sum = 0;
        for (int i = 0; i < z.length; i++) {
            p[i] = Math.exp(z[i]);
            sum += p[i];
        }
        for (int i = 0; i < z.length; i++) {
            p[i] /= sum;
        }
        return p;
    }

    private static double median(double[] x) {
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        return sorted[x.length / 2];
    }

    private static void shuffle(Rng rng, int[] items) {
        for (int i = items.length - 1; i > 0; i--) {
            int j = rng.nextInt(i + 1);
            int held = items[i];
            items[i] = items[j];
            items[j] = held;
        }
    }
}
