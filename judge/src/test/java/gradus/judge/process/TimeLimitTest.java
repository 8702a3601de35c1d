package gradus.judge.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimeLimitTest {

    private static final Duration LIMIT = Duration.ofSeconds(2);

    private static final long STEP = 5_000_000;

    /// A child on a machine of its own, with a clock that the test moves.
    private static final class Child implements ProcessUsage {

        private final double share;
        private final Optional<Boolean> runnable;
        private final Optional<Double> queued;
        private long now;

        /// @param share of one processor that it gets
        /// @param runnable whether it could run, if the system says so
        Child(double share, Optional<Boolean> runnable) {
            this(share, runnable, Optional.empty());
        }

        /// @param queued the share of the time in which it waits for a processor, if the system says so
        Child(double share, Optional<Boolean> runnable, Optional<Double> queued) {
            this.share = share;
            this.runnable = runnable;
            this.queued = queued;
        }

        @Override
        public Optional<Long> processorNanos() {
            return Optional.of((long) (share * now));
        }

        @Override
        public Optional<Boolean> isRunnable() {
            return runnable;
        }

        @Override
        public Optional<Long> queuedNanos() {
            return queued.map(each -> (long) (each * now));
        }

        /// The seconds on the clock after which its time is up.
        double stopped() {
            TimeLimit limit = TimeLimit.processorTime(this, LIMIT, () -> now);
            while (!limit.isExceeded()) {
                now += Math.max(STEP, limit.pauseNanos());
            }
            return now * 1e-9;
        }
    }

    @Test
    void aChildThatComputesIsStoppedWhenItHasUsedItsTime() {
        assertThat(new Child(1, Optional.of(true)).stopped()).isBetween(2.0, 2.05);
    }

    @Test
    void allItsThreadsCount() {
        assertThat(new Child(2, Optional.of(true)).stopped()).isBetween(1.0, 1.05);
    }

    @Test
    void whatOtherProgramsTakeIsNotCounted() {
        assertThat(new Child(0.4, Optional.of(true)).stopped()).isBetween(5.0, 5.05);
    }

    @Test
    void aChildThatOnlyWaitsIsStoppedSoonAfterTheLimitOnTheClock() {
        assertThat(new Child(0.01, Optional.of(false)).stopped()).isBetween(2.0, 2.3);
    }

    @Test
    void aChildThatNeverGotItsTimeIsNotToBlame() {
        var starved = new Child(0.1, Optional.of(true));
        assertThatThrownBy(starved::stopped)
                .isInstanceOf(MachineBusyException.class)
                .hasMessage("the machine is too busy: other programs had its processors for most of 8 s; check again"
                        + " when they have finished");
    }

    @Test
    void aChildThatSleepsAndWakesWithoutEndIsStoppedAlthoughItCouldRunAtEveryLook() {
        assertThat(new Child(0.1, Optional.of(true), Optional.of(0.3)).stopped())
                .isBetween(8.0, 8.3);
        assertThatThrownBy(new Child(0.1, Optional.of(true), Optional.of(0.9))::stopped)
                .isInstanceOf(MachineBusyException.class);
    }

    @Test
    void whereTheSystemDoesNotSayWhetherAChildCouldRunTheClockIsPatient() {
        assertThat(new Child(0.01, Optional.empty()).stopped()).isBetween(8.0, 8.3);
    }

    @Test
    void aRealProcessUsesProcessorTimeWhenItComputesAndCanAlwaysRun() throws Exception {
        Process process = new ProcessBuilder("sh", "-c", "while :; do :; done").start();
        try {
            var usage = ProcessUsage.of(process);
            while (usage.processorNanos().orElseThrow() == 0) {
                Thread.sleep(10);
            }
            assertThat(usage.isRunnable()).contains(true);
            assertThat(usage.queuedNanos().orElse(0L)).isNotNegative();
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(ProcessUsage.of(process).processorNanos()).isEmpty();
    }

    @Test
    void aRealProcessThatSleepsCannotRun() throws Exception {
        Process process = new ProcessBuilder("sleep", "1000").start();
        try {
            var usage = ProcessUsage.of(process);
            while (usage.isRunnable().orElseThrow()) {
                Thread.sleep(10);
            }
            assertThat(usage.processorNanos().orElseThrow()).isLessThan(1_000_000_000);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
