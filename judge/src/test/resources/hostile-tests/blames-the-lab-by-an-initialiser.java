// attack: the same in a static initialiser
// verdict: NotYet
// says: a mistake in the test: a relative tolerance must be
// blocked by: a mistake in a test is a failure of that test
package gradus.lab.tests.toy;

import static gradus.proctor.assertions.Expect.calling;

import gradus.ml.toy.Numbers;
import org.junit.jupiter.api.Test;

class NumbersTests {

    static final double ONE =
            calling("Numbers.sum(1)", () -> Numbers.sum(new double[] {1})).within(-1, 0).gives(1.0, "it is");

    @Test
    void isOne() {
        calling("ONE", () -> ONE).gives(1.0, "it is");
    }
}
