// attack: a failure from the third run on, counted in a system property
// verdict: NotYet
// says: find 0 of 3 faults
// blocked by: each implementation has a JVM of its own
package gradus.lab.tests.toy;

import static gradus.proctor.assertions.Expect.calling;

import gradus.ml.toy.Numbers;
import org.junit.jupiter.api.Test;

class NumbersTests {

    @Test
    void failsFromTheThirdRunOn() {
        int runs = Integer.getInteger("runs", 0) + 1;
        System.setProperty("runs", Integer.toString(runs));
        calling("the number of this run", () -> runs).satisfies(run -> run <= 2, "at most 2", "the third is a mutant");
    }
}
