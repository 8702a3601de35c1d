// attack: the exception for faults of the lab, made by reflection
// verdict: Forbidden
// blocked by: modules: that package isn't exported
package gradus.lab.tests.toy;

import static gradus.proctor.assertions.Expect.calling;

import gradus.ml.toy.Numbers;
import org.junit.jupiter.api.Test;

class NumbersTests {

    @Test
    void throwsIt() throws Exception {
        throw (RuntimeException) Class.forName("gradus.proctor.failure.CheckFault")
                .getConstructor(String.class)
                .newInstance("the lab is at fault");
    }
}
