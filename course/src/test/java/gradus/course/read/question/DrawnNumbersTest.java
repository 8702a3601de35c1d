package gradus.course.read.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawnNumbersTest {

    @Test
    void everyDrawingIsThereOnce() {
        DrawnNumbers numbers = DrawnNumbers.parse("a in 2..4, b in -1..0").orElseThrow();

        assertThat(IntStream.range(0, (int) numbers.count()).mapToObj(numbers::drawing))
                .containsExactlyInAnyOrder(
                        Map.of("a", 2, "b", -1),
                        Map.of("a", 3, "b", -1),
                        Map.of("a", 4, "b", -1),
                        Map.of("a", 2, "b", 0),
                        Map.of("a", 3, "b", 0),
                        Map.of("a", 4, "b", 0));
    }

    @Test
    void aQuestionKeepsTheSameDrawingsAndAnotherQuestionOthers() {
        DrawnNumbers numbers = DrawnNumbers.parse("a in 1..100").orElseThrow();

        assertThat(numbers.kept("by-hand")).hasSize(12).doesNotHaveDuplicates().isEqualTo(numbers.kept("by-hand"));
        assertThat(numbers.kept("by-hand")).isNotEqualTo(numbers.kept("in-code"));
    }

    @Test
    void onlyDrawnNamesAreFilledInAndFormulasKeepTheirBraces() {
        assertThat(DrawnNumbers.fill("From {a} to `x[{b}]`: ${a}^{b} + {c}$, \\${a}.", Map.of("a", 12, "b", 3)))
                .isEqualTo("From 12 to `x[3]`: ${12}^{3} + {c}$, \\$12.");
    }

    @Test
    void whatIsNoDrawingIsRefused() {
        assertThat(List.of(
                        "", "a", "a in 1..", "a in 5..2", "a in 1..2, a in 1..2", "A in 1..2", "a in 1..2; b in 1..2"))
                .allSatisfy(text -> assertThat(DrawnNumbers.parse(text)).isEmpty());
    }
}
