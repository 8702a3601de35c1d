package gradus.judge.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BackgroundTasksTest {

    @Test
    @DisplayName("the first task goes on until it has nothing to do, then the next")
    void order() throws InterruptedException {
        var steps = new LinkedBlockingQueue<String>();
        var left = new AtomicInteger(2);
        try (var tasks = new BackgroundTasks(
                List.of(() -> left.getAndDecrement() > 0 && steps.add("first"), () -> {
                    steps.add("second");
                    return false;
                }),
                Duration.ZERO)) {
            tasks.start();
            tasks.awaitIdle();
        }
        assertEquals(List.of("first", "first", "second"), List.copyOf(steps));
    }

    @Test
    @DisplayName("while somebody waits for a verdict, and for a while after it, nothing runs")
    void pause() throws InterruptedException {
        var pause = Duration.ofMillis(50);
        BlockingQueue<Long> steps = new LinkedBlockingQueue<>();
        try (var tasks = new BackgroundTasks(List.of(() -> !steps.add(System.nanoTime())), pause)) {
            BackgroundTasks.ForegroundRequest request = tasks.beginForegroundRequest();
            tasks.start();
            tasks.notifyWork();
            assertTrue(steps.isEmpty());
            long end = System.nanoTime();
            request.end(() -> {});
            assertTrue(steps.take() - end >= pause.toNanos());
        }
    }

    @Test
    @DisplayName("what the last request prepares for the next runs before the tasks, and only once")
    void preparation() throws InterruptedException {
        var steps = new LinkedBlockingQueue<String>();
        try (var tasks = new BackgroundTasks(List.of(() -> !steps.add("task")), Duration.ZERO)) {
            BackgroundTasks.ForegroundRequest first = tasks.beginForegroundRequest();
            BackgroundTasks.ForegroundRequest last = tasks.beginForegroundRequest();
            tasks.start();
            first.end(() -> steps.add("after the first"));
            last.end(() -> steps.add("after the last"));
            tasks.awaitIdle();
            tasks.notifyWork();
            tasks.awaitIdle();
        }
        assertEquals(List.of("after the last", "task", "task"), List.copyOf(steps));
    }
}
