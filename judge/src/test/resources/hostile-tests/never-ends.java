// attack: a test that never ends
// verdict: OutOfTime
// blocked by: the time limit
package gradus.lab.tests.toy;

import static gradus.proctor.assertions.Expect.calling;

import gradus.ml.toy.Numbers;
import org.junit.jupiter.api.Test;

class NumbersTests {

    @Test
    void loops() {
        while (true) {
            Thread.onSpinWait();
        }
    }
}
