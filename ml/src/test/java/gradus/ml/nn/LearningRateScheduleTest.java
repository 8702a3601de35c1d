package gradus.ml.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LearningRateScheduleTest {

    @Test
    void warmUpIsLinearAndReachesTheLearningRate() {
        LearningRateSchedule schedule = LearningRateSchedule.cosine(0.4, 0.1, 4, 20);
        for (int step = 0; step < 4; step++) {
            assertThat(schedule.learningRate(step)).isCloseTo(0.1 * (step + 1), within(1e-15));
        }
        assertThat(schedule.learningRate(4)).isEqualTo(0.4);
    }

    @Test
    void cosineFallsToTheMinimumAndStaysThere() {
        LearningRateSchedule schedule = LearningRateSchedule.cosine(0.4, 0.1, 4, 20);
        assertThat(schedule.learningRate(12)).isCloseTo(0.25, within(1e-15));
        for (int step = 4; step < 20; step++) {
            assertThat(schedule.learningRate(step + 1)).isLessThan(schedule.learningRate(step));
        }
        assertThat(schedule.learningRate(20)).isCloseTo(0.1, within(1e-15));
        assertThat(schedule.learningRate(1_000_000)).isEqualTo(schedule.learningRate(20));
    }

    @Test
    void cosineWithoutWarmUpStartsAtTheLearningRate() {
        assertThat(LearningRateSchedule.cosine(0.4, 0, 0, 10).learningRate(0)).isEqualTo(0.4);
    }

    @Test
    void stepDecayFallsAfterEachInterval() {
        LearningRateSchedule schedule = LearningRateSchedule.stepDecay(0.8, 0.5, 3);
        double[] expected = {0.8, 0.8, 0.8, 0.4, 0.4, 0.4, 0.2};
        for (int step = 0; step < expected.length; step++) {
            assertThat(schedule.learningRate(step)).isCloseTo(expected[step], within(1e-15));
        }
        assertThat(LearningRateSchedule.constant(0.3).learningRate(99)).isEqualTo(0.3);
    }

    @Test
    void aNegativeStepIsRejected() {
        for (LearningRateSchedule schedule : new LearningRateSchedule[] {
            LearningRateSchedule.constant(1),
            LearningRateSchedule.cosine(1, 0, 3, 9),
            LearningRateSchedule.stepDecay(1, 0.5, 2)
        }) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> schedule.learningRate(-1))
                    .withMessage("step must be at least 0, got -1");
        }
    }

    @Test
    void invalidSchedulesAreRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LearningRateSchedule.cosine(0.1, 0, 5, 5))
                .withMessageContaining("below totalSteps 5, got 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LearningRateSchedule.cosine(0.1, 0.2, 0, 5))
                .withMessageContaining("from 0 to learningRate 0.1, got 0.2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LearningRateSchedule.stepDecay(0.1, 0.5, 0))
                .withMessageContaining("interval must be at least 1, got 0");
    }
}
