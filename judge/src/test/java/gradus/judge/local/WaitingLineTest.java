package gradus.judge.local;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.judge.ProgressEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class WaitingLineTest {

    @Test
    void whoComesFirstIsServedFirstAndIsToldHowManyWaitBefore() throws Exception {
        var line = new WaitingLine(1);
        List<Integer> served = Collections.synchronizedList(new ArrayList<>());
        List<Integer> ahead = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        try (WaitingLine.Place _ = line.enter(_ -> {})) {
            for (int i = 0; i < 3; i++) {
                int number = i;
                var told = new CountDownLatch(1);
                threads.add(Thread.ofVirtual().start(() -> {
                    try (WaitingLine.Place _ = line.enter(others -> {
                        ahead.add(others);
                        told.countDown();
                    })) {
                        served.add(number);
                    }
                }));
                told.await();
                while (line.waiting() <= number) {
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
    void aFreePlaceNeedsNoWaiting() {
        var line = new WaitingLine(2);
        List<Integer> ahead = new ArrayList<>();
        try (WaitingLine.Place _ = line.enter(ahead::add);
                WaitingLine.Place _ = line.enter(ahead::add)) {
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
