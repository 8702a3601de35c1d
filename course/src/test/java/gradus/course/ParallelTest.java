package gradus.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParallelTest {

    private static final List<Integer> NUMBERS = IntStream.range(0, 100).boxed().toList();

    @Test
    void resultsComeInTheOrderOfTheItems() {
        assertThat(Parallel.map(NUMBERS, number -> number * number))
                .isEqualTo(NUMBERS.stream().map(number -> number * number).toList());
        assertThat(Parallel.map(List.of(), number -> number)).isEmpty();
    }

    @Test
    void noThreadIsOfTheCommonPool() {
        assertThat(Parallel.map(NUMBERS, _ -> Thread.currentThread() instanceof ForkJoinWorkerThread))
                .doesNotContain(true);
    }

    @Test
    void theFailureOfTheFirstItemThatFailsIsThrown() {
        assertThatThrownBy(() -> Parallel.map(NUMBERS, number -> 1 / (number % 50)))
                .isInstanceOf(ArithmeticException.class);
    }
}
