package gradus.course.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShuffleTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "b", "c", "order", "in-order", "the-loop"})
    void whatIsOfferedIsAlwaysTheSameAndNeverTheSolution(String id) {
        List<String> two = List.of("first", "second");

        assertThat(Shuffle.of(id, two, List.of()))
                .isEqualTo(Shuffle.of(id, two, List.of()))
                .isEqualTo(List.of("second", "first"));
    }
}
