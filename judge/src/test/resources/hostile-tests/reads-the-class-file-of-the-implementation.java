// attack: the class file of the implementation, to tell a mutant by its bytes
// verdict: NotYet
// blocked by: it's only in memory, in a class loader without resources
package gradus.lab.tests.toy;

import static gradus.proctor.assertions.Expect.calling;

import gradus.ml.toy.Numbers;
import org.junit.jupiter.api.Test;

class NumbersTests {

    @Test
    void hasNoFile() {
        if (Numbers.class.getResource("Numbers.class") != null) {
            System.out.println("through");
        }
        calling("Numbers.sum(1)", () -> Numbers.sum(new double[] {1})).gives(1.0, "one number is its sum");
    }
}
