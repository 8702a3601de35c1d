// attack: a method with a parameter of a class that the child lacks, so that the test class has no methods
// verdict: NotYet
// verdict: Forbidden
// blocked by: whatever a test class does is a failure of its tests
package gradus.lab.tests.toy;

import static gradus.proctor.assertions.Expect.calling;

import gradus.ml.toy.Numbers;
import org.junit.jupiter.api.Test;

class NumbersTests {

    void takes(java.sql.Connection connection) {}

    @Test
    void isOne() {
        calling("Numbers.sum(1)", () -> Numbers.sum(new double[] {1})).gives(1.0, "one number is its sum");
    }
}
