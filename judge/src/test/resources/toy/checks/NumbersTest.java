package gradus.checks.toy;

import static gradus.proctor.assertions.Expect.calling;

import gradus.ml.toy.Numbers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NumbersTest {

    private double[] values;

    @BeforeEach
    void prepare() {
        values = new double[] {1, 2, 6};
    }

    @Test
    @DisplayName("the sum of 1, 2 and 6 is 9")
    void sumByHand() {
        calling("Numbers.sum({1, 2, 6})", () -> Numbers.sum(values)).gives(9.0, "1 + 2 + 6 = 9");
    }

    @Test
    @DisplayName("the mean of 1, 2 and 6 is 3")
    void meanByHand() {
        calling("Numbers.mean({1, 2, 6})", () -> Numbers.mean(values)).gives(3.0, "9 / 3 = 3");
    }
}
