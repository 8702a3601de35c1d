package gradus.checks.doubling;

import gradus.ml.sums.Adder;
import gradus.ml.sums.Doubler;
import gradus.proctor.assertions.Clause;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class DoublerTest {

    @BeforeEach
    void begin() {}

    @Test
    @DisplayName("twice 2 is 4")
    @Clause("twice")
    void byHand() {
        assert Doubler.twice(2) == Adder.add(2, 2);
    }
}
