// attack: a message that is null
// verdict: NotYet
// says: `saysNothing` fails
// blocked by: the proctor cuts the words of tests
package gradus.lab.tests.toy;

import static gradus.proctor.assertions.Expect.calling;

import gradus.ml.toy.Numbers;
import org.junit.jupiter.api.Test;

class NumbersTests {

    @Test
    void saysNothing() {
        calling((String) null, () -> 1).satisfies(one -> false, null, null);
    }
}
