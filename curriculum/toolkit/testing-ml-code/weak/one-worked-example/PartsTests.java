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
        calling("Softmax.of({1, 2, 3})", () -> Softmax.of(new double[] {1, 2, 3}))
                .within(0, 1e-4)
                .gives(new double[] {0.0900, 0.2447, 0.6652}, "from the documentation");
    }

    @Test
    void medianOfThree() {
        calling("median({9, 1, 4})", () -> SampleStatistics.median(new double[] {9, 1, 4}))
                .gives(4.0, "the middle");
    }

    @Test
    void shuffleOfFive() {
        int[] items = {1, 2, 3, 4, 5};
        Rng.of(1).shuffle(items);
        Arrays.sort(items);
        that(Arrays.equals(items, new int[] {1, 2, 3, 4, 5}), "the items, sorted", "1 to 5", items, "a shuffle");
    }
}
