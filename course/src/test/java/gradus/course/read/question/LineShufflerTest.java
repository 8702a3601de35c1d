package gradus.course.read.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineShufflerTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "b", "c", "order", "in-order", "the-loop"})
    void theOrderIsDeterministicAndNeverTheSolution(String id) {
        List<String> two = List.of("first", "second");

        assertThat(LineShuffler.shuffle(id, two, List.of()))
                .isEqualTo(LineShuffler.shuffle(id, two, List.of()))
                .isEqualTo(List.of("second", "first"));
    }
}
