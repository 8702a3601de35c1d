// attack: private members of the class under test
// verdict: Forbidden
// blocked by: modules: the library isn't open to the tests
package gradus.lab.tests.toy;

import static gradus.proctor.assertions.Expect.calling;

import gradus.ml.toy.Numbers;
import org.junit.jupiter.api.Test;

class NumbersTests {

    @Test
    void hasAPrivateConstructor() throws Exception {
        var constructor = Numbers.class.getDeclaredConstructor();
        constructor.setAccessible(true);
        System.out.println("through");
        calling("Numbers.sum(1)", () -> Numbers.sum(new double[] {1})).gives(1.0, "one number is its sum");
    }
}
