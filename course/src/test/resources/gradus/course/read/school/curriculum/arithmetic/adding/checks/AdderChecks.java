package gradus.checks.adding;

import gradus.proctor.assertions.Clause;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class AdderChecks {

    @Test
    @DisplayName("the sum of no numbers is 0")
    @Clause("none")
    void none() {}

    @Test
    @DisplayName("all fruit is counted")
    @Clause({"add", "range"})
    void addsFruit() {}
}
