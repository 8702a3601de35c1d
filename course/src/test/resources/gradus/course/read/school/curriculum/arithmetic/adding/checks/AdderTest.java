package gradus.checks.adding;

import static gradus.proctor.assertions.Expect.calling;

import gradus.ml.sums.Adder;
import gradus.proctor.assertions.Clause;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class AdderTest {

    @Test
    @DisplayName("1 and 2 make 3")
    @Clause("add")
    void byHand() {
        calling("Adder.add(1, 2)", () -> Adder.add(1, 2)).gives(3, "one more than two");
    }
}
