// attack: System.exit before the test fails
// verdict: EndedEarly
// blocked by: no verdict without the final frame
package gradus.lab.tests.toy;

import static gradus.proctor.assertions.Expect.calling;

import gradus.ml.toy.Numbers;
import org.junit.jupiter.api.Test;

class NumbersTests {

    @Test
    void exits() {
        System.exit(0);
    }
}
