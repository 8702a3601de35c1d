package gradus.checks.toy;

import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.assertions.Expect.unchanged;

import gradus.ml.toy.Numbers;
import gradus.ml.toy.Spread;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NumbersChecks {

    @Test
    @DisplayName("shifting adds to every value and leaves the argument alone")
    void shifts() {
        double[] values = {1, 2, 6};
        calling("Numbers.shifted({1, 2, 6}, 10)", () -> Numbers.shifted(values, 10))
                .gives(new double[] {11, 12, 16}, "10 is added to each");
        unchanged("values after the call", new double[] {1, 2, 6}, values);
    }

    @Test
    @DisplayName("the sum of nothing is refused")
    void refusesNothing() {
        calling("Numbers.sum({})", () -> Numbers.sum(new double[0]))
                .fails(IllegalArgumentException.class, "there is nothing to add");
    }

    @Test
    @DisplayName("the library's variance works on it")
    void varianceWorks() {
        calling("Spread.variance({1, 3})", () -> Spread.variance(new double[] {1, 3})).gives(1.0, "both are 1 from 2");
    }
}
