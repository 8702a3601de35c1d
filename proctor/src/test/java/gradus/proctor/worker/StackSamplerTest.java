package gradus.proctor.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StackSamplerTest {

    @Test
    void theInnermostFrameOfTheCourseCounts() throws InterruptedException {
        var sampled = new Sampled();
        StackSampler sampler = StackSampler.of(sampled);

        sampler.start();
        sampled.begun.await();

        assertThat(sampler.stop()).containsOnlyKeys("gradus.lab.sums.Sum:7");
    }

    @Test
    void noSampleIsBeingTakenOnceItHasStopped() throws InterruptedException {
        var sampled = new Sampled();
        StackSampler sampler = StackSampler.of(sampled);

        for (int job = 0; job < 5; job++) {
            sampler.start();
            sampled.begun.await();
            sampler.stop();

            assertThat(sampled.unfinished).hasValue(0);
        }
    }

    /// A thread of which a stack trace takes a while.
    private static final class Sampled extends Thread {

        private final CountDownLatch begun = new CountDownLatch(1);
        private final AtomicInteger unfinished = new AtomicInteger();

        @Override
        public StackTraceElement[] getStackTrace() {
            unfinished.incrementAndGet();
            begun.countDown();
            try {
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            unfinished.decrementAndGet();
            return new StackTraceElement[] {
                new StackTraceElement("java.lang.Math", "max", "Math.java", 3),
                new StackTraceElement("gradus.lab.sums.Sum$Part", "add", "Sum.java", 7),
                new StackTraceElement("gradus.checks.sums.SumChecks", "adds", "SumChecks.java", 9)
            };
        }
    }
}
