// attack: a message longer than the judge takes
// verdict: NotYet
// says: `saysMuch` fails
// blocked by: the proctor cuts the words of tests
package gradus.lab.tests.toy;

import static gradus.proctor.assertions.Expect.calling;

import gradus.ml.toy.Numbers;
import org.junit.jupiter.api.Test;

class NumbersTests {

    @Test
    void saysMuch() {
        String much = "much ".repeat(3_400_000);
        calling(much, () -> 1).satisfies(one -> false, "more", "it is");
    }
}
