// attack: a tolerance that isn't one, which is a fault of the lab in a check
// verdict: NotYet
// says: a mistake in the test: a relative tolerance must be
// blocked by: a mistake in a test is a failure of that test
package gradus.lab.tests.toy;

import static gradus.proctor.assertions.Expect.calling;

import gradus.ml.toy.Numbers;
import org.junit.jupiter.api.Test;

class NumbersTests {

    @Test
    void hasNoTolerance() {
        calling("Numbers.sum(1)", () -> Numbers.sum(new double[] {1})).within(Double.NaN, 0).gives(1.0, "it is");
    }
}
