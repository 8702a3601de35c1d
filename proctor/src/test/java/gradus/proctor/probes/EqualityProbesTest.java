package gradus.proctor.probes;

import static gradus.proctor.failure.Failures.finding;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EqualityProbesTest {

    @Test
    void anEqualsThatIsAlwaysTrueIsFound() {
        record Right(int value) {}
        class Always {
            @Override
            public boolean equals(Object other) {
                return true;
            }

            @Override
            public int hashCode() {
                return 1;
            }
        }
        EqualityProbes.of("Right")
                .value("new Right(1)", () -> new Right(1))
                .value("new Right(2)", () -> new Right(2))
                .hold("");

        assertThat(finding(() -> EqualityProbes.of("Always")
                                .value("new Always()", Always::new)
                                .value("new Always(2)", Always::new)
                                .hold("equal if the numbers are"))
                        .call())
                .isEqualTo("new Always().equals(null)");
    }
}
