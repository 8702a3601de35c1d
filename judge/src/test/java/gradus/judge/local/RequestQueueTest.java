package gradus.judge.local;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.judge.ProgressEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class RequestQueueTest {

    @Test
    void whoComesFirstIsServedFirstAndIsToldHowManyWaitBefore() throws Exception {
        var queue = new RequestQueue(1);
        List<Integer> served = Collections.synchronizedList(new ArrayList<>());
        List<Integer> ahead = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        try (RequestQueue.Permit _ = queue.enter(_ -> {})) {
            for (int i = 0; i < 3; i++) {
                int number = i;
                var told = new CountDownLatch(1);
                threads.add(Thread.ofVirtual().start(() -> {
                    try (RequestQueue.Permit _ = queue.enter(others -> {
                        ahead.add(others);
                        told.countDown();
                    })) {
                        served.add(number);
                    }
                }));
                told.await();
                while (queue.waiting() <= number) {
                    Thread.sleep(1);
                }
            }
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(ahead).containsExactly(0, 1, 2);
        assertThat(served).containsExactly(0, 1, 2);
    }

    @Test
    void aFreePermitNeedsNoWaiting() {
        var queue = new RequestQueue(2);
        List<Integer> ahead = new ArrayList<>();
        try (RequestQueue.Permit _ = queue.enter(ahead::add);
                RequestQueue.Permit _ = queue.enter(ahead::add)) {
            assertThat(ahead).isEmpty();
        }
    }

    @Test
    void theSentenceCountsThoseBefore() {
        assertThat(new ProgressEvent.Waiting(0).sentence()).isEqualTo("waiting for others to be judged");
        assertThat(new ProgressEvent.Waiting(3).sentence())
                .isEqualTo("waiting for others to be judged, 3 of them before you");
    }
}
