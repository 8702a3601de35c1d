package gradus.ml.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// A generator is also a `RandomGenerator`, whose names for the same draws continue the same stream.
class RngNamesTest {

    @Test
    void bothNamesOfANormalNumberContinueOneStream() {
        var one = Rng.of(1809);
        RandomGenerator other = Rng.of(1809);
        for (int i = 0; i < 50; i++) {
            double expected = one.gaussian();
            assertThat(i % 3 == 0 ? other.nextGaussian() : ((Rng) other).gaussian())
                    .isEqualTo(expected);
        }
        assertThat(((Rng) other).state()).isEqualTo(one.state());
    }

    @Test
    void aShiftedNormalNumberIsTheSameDraw() {
        RandomGenerator other = Rng.of(3);
        assertThat(other.nextGaussian(10, 2)).isEqualTo(10 + 2 * Rng.of(3).gaussian());
    }
}
