// attack: a class of the library, defined before the library defines it
// verdict: Forbidden
// blocked by: modules: the library isn't open to the tests
package gradus.lab.tests.toy;

import static gradus.proctor.assertions.Expect.calling;

import gradus.ml.toy.Numbers;
import org.junit.jupiter.api.Test;

class NumbersTests {

    @Test
    void definesIt() throws Exception {
        var lookup = java.lang.invoke.MethodHandles.privateLookupIn(Numbers.class, java.lang.invoke.MethodHandles.lookup());
        System.out.println("through " + lookup);
        calling("Numbers.sum(1)", () -> Numbers.sum(new double[] {1})).gives(1.0, "one number is its sum");
    }
}
