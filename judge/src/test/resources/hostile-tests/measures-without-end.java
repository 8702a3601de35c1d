// attack: more metrics than the judge takes
// verdict: NotYet
// says: find 0 of 3 faults
// blocked by: what a test measures isn't reported
package gradus.lab.tests.toy;

import static gradus.proctor.assertions.Expect.calling;

import gradus.ml.toy.Numbers;
import gradus.proctor.assertions.Metric;
import org.junit.jupiter.api.Test;

class NumbersTests {

    @Test
    void measures() {
        for (int i = 0; i < 1000; i++) {
            Metric.of("metric " + i, () -> 1.0).recorded();
        }
    }
}
