package gradus.ml.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LearningRateScheduleTest {

    @Test
    void aCosineWarmsUpEvenlyAndReachesItsRate() {
        LearningRateSchedule learningRateSchedule = LearningRateSchedule.cosine(0.4, 0.1, 4, 20);
        for (int step = 0; step < 4; step++) {
            assertThat(learningRateSchedule.learningRate(step)).isCloseTo(0.1 * (step + 1), within(1e-15));
        }
        assertThat(learningRateSchedule.learningRate(4)).isEqualTo(0.4);
    }

    @Test
    void aCosineFallsThroughTheMiddleToItsLeastAndStaysThere() {
        LearningRateSchedule learningRateSchedule = LearningRateSchedule.cosine(0.4, 0.1, 4, 20);
        assertThat(learningRateSchedule.learningRate(12)).isCloseTo(0.25, within(1e-15));
        for (int step = 4; step < 20; step++) {
            assertThat(learningRateSchedule.learningRate(step + 1)).isLessThan(learningRateSchedule.learningRate(step));
        }
        assertThat(learningRateSchedule.learningRate(20)).isCloseTo(0.1, within(1e-15));
        assertThat(learningRateSchedule.learningRate(1_000_000)).isEqualTo(learningRateSchedule.learningRate(20));
    }

    @Test
    void aCosineWithoutWarmUpStartsAtItsRate() {
        assertThat(LearningRateSchedule.cosine(0.4, 0, 0, 10).learningRate(0)).isEqualTo(0.4);
    }

    @Test
    void aStepwiseRateStaysForAWhileAndThenFalls() {
        LearningRateSchedule learningRateSchedule = LearningRateSchedule.stepDecay(0.8, 0.5, 3);
        double[] expected = {0.8, 0.8, 0.8, 0.4, 0.4, 0.4, 0.2};
        for (int step = 0; step < expected.length; step++) {
            assertThat(learningRateSchedule.learningRate(step)).isCloseTo(expected[step], within(1e-15));
        }
        assertThat(LearningRateSchedule.constant(0.3).learningRate(99)).isEqualTo(0.3);
    }

    @Test
    void schedulesThatMakeNoSenseAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LearningRateSchedule.cosine(0.1, 0, 5, 5))
                .withMessageContaining("got 5 steps of 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LearningRateSchedule.cosine(0.1, 0.2, 0, 5))
                .withMessageContaining("from 0.1 to 0.2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LearningRateSchedule.stepDecay(0.1, 0.5, 0))
                .withMessageContaining("got 0");
    }
}
