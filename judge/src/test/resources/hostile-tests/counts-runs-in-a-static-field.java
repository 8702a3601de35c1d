// attack: a failure from the third run on, counted in a static field
// verdict: NotYet
// says: find 0 of 3 faults
// blocked by: each implementation has a JVM of its own
package gradus.lab.tests.toy;

import static gradus.proctor.assertions.Expect.calling;

import gradus.ml.toy.Numbers;
import org.junit.jupiter.api.Test;

class NumbersTests {

    private static int runs;

    @Test
    void failsFromTheThirdRunOn() {
        runs++;
        calling("the number of this run", () -> runs).satisfies(run -> run <= 2, "at most 2", "the third is a mutant");
    }
}
