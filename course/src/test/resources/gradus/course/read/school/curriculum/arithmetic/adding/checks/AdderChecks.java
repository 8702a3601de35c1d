package gradus.checks.adding;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class AdderChecks {

    @Test
    @DisplayName("the sum of no numbers is 0")
    void none() {}

    @Test
    @DisplayName("all fruit is counted")
    void addsFruit() {}
}
