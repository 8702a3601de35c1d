package gradus.ml.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScheduleTest {

    @Test
    void aCosineWarmsUpEvenlyAndReachesItsRate() {
        Schedule schedule = Schedule.cosine(0.4, 0.1, 4, 20);
        for (int step = 0; step < 4; step++) {
            assertThat(schedule.rate(step)).isCloseTo(0.1 * (step + 1), within(1e-15));
        }
        assertThat(schedule.rate(4)).isEqualTo(0.4);
    }

    @Test
    void aCosineFallsThroughTheMiddleToItsLeastAndStaysThere() {
        Schedule schedule = Schedule.cosine(0.4, 0.1, 4, 20);
        assertThat(schedule.rate(12)).isCloseTo(0.25, within(1e-15));
        for (int step = 4; step < 20; step++) {
            assertThat(schedule.rate(step + 1)).isLessThan(schedule.rate(step));
        }
        assertThat(schedule.rate(20)).isCloseTo(0.1, within(1e-15));
        assertThat(schedule.rate(1_000_000)).isEqualTo(schedule.rate(20));
    }

    @Test
    void aCosineWithoutWarmUpStartsAtItsRate() {
        assertThat(Schedule.cosine(0.4, 0, 0, 10).rate(0)).isEqualTo(0.4);
    }

    @Test
    void aStepwiseRateStaysForAWhileAndThenFalls() {
        Schedule schedule = Schedule.stepwise(0.8, 0.5, 3);
        double[] expected = {0.8, 0.8, 0.8, 0.4, 0.4, 0.4, 0.2};
        for (int step = 0; step < expected.length; step++) {
            assertThat(schedule.rate(step)).isCloseTo(expected[step], within(1e-15));
        }
        assertThat(Schedule.constant(0.3).rate(99)).isEqualTo(0.3);
    }

    @Test
    void schedulesThatMakeNoSenseAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schedule.cosine(0.1, 0, 5, 5))
                .withMessageContaining("got 5 steps of 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schedule.cosine(0.1, 0.2, 0, 5))
                .withMessageContaining("from 0.1 to 0.2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schedule.stepwise(0.1, 0.5, 0))
                .withMessageContaining("got 0");
    }
}
