// attack: a constructor of the proctor, by setAccessible
// verdict: Forbidden
// blocked by: modules: proctor and checks aren't open to reflection
package gradus.lab.tests.toy;

import static gradus.proctor.assertions.Expect.calling;

import gradus.ml.toy.Numbers;
import org.junit.jupiter.api.Test;

class NumbersTests {

    @Test
    void opensIt() throws Exception {
        var constructor = Class.forName("gradus.proctor.worker.Main").getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        System.out.println("through");
        calling("Numbers.sum(1)", () -> Numbers.sum(new double[] {1})).gives(1.0, "one number is its sum");
    }
}
