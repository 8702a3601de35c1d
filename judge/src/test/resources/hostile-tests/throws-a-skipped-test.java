// attack: an exception that skips a test elsewhere
// verdict: DidNotCompile
// blocked by: what tests may call
package gradus.lab.tests.toy;

import static gradus.proctor.assertions.Expect.calling;

import gradus.ml.toy.Numbers;
import org.junit.jupiter.api.Test;

class NumbersTests {

    @Test
    void skips() {
        org.junit.jupiter.api.Assumptions.assumeTrue(false);
    }
}
