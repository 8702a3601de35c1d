package gradus.judge.local;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.judge.JudgePaths;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Judges many honest submissions: no verdict is wrong, and no resource leaks.
class StressTest {

    private static final int THREADS = 4;

    /// Submissions before counting starts, so that everything has been loaded.
    private static final int BEFORE = 24;

    private static final long MEGABYTE = 1 << 20;

    @TempDir
    static Path folder;

    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private String usual;
    private Path scratch;

    /// A folder that nobody else uses, so that any file left there is ours.
    @BeforeEach
    void workElsewhere() throws Exception {
        usual = System.getProperty("java.io.tmpdir");
        scratch = Files.createDirectories(folder.resolve("scratch"));
        System.setProperty("java.io.tmpdir", scratch.toString());
    }

    @AfterEach
    void workWhereOthersDo() {
        System.setProperty("java.io.tmpdir", usual);
    }

    @Test
    void someSubmissionsGetTheRightVerdictsAndLeaveNothingBehind() throws Exception {
        submit(30);
    }

    /// `-Dgradus.submissions=500` sends 500.
    @Test
    @Tag("hostile")
    void thousandsOfSubmissionsGetTheRightVerdictsAndLeaveNothingBehind() throws Exception {
        submit(Integer.getInteger("gradus.submissions", 10_000));
    }

    private void submit(int count) throws Exception {
        JudgePaths judgePaths = ToyLibrary.judgePaths(folder);
        Path checks = Files.createDirectories(judgePaths.cache().resolve("checks"));
        ResourceSnapshot before;
        ResourceSnapshot after;
        try (LocalJudge judge = LocalJudge.longLived(judgePaths)) {
            judgeAll(judge, 0, BEFORE);
            judge.awaitReady();
            before = ResourceSnapshot.now(scratch, checks);

            long start = System.nanoTime();
            long processor = ResourceSnapshot.processorTime();
            judgeAll(judge, BEFORE, BEFORE + count);
            tell(count, System.nanoTime() - start, ResourceSnapshot.processorTime() - processor);

            judge.awaitReady();
            after = ResourceSnapshot.now(scratch, checks);
            System.out.println("before: " + before + "\nafter:  " + after);
        }
        assertThat(wrong).isEmpty();
        isWhole(after);
        hasNotGrown(before, after);
        Thread.sleep(500);
        ResourceSnapshot closed = ResourceSnapshot.now(scratch, checks);
        assertThat(closed.workers() + closed.compilers() + closed.others()).isZero();
        assertThat(closed.listeners()).isZero();
    }

    /// Two ready workers, those kept for ungraded runs, at most one for each processor, and one or two compile
    /// processes.
    private static void isWhole(ResourceSnapshot after) {
        assertThat(after.workers()).isBetween(3L, 2L + Runtime.getRuntime().availableProcessors());
        assertThat(after.compilers()).isBetween(1L, 2L);
        assertThat(after.others()).isZero();
        assertThat(after.listeners()).isEqualTo(after.workers() + after.compilers());
    }

    private static void hasNotGrown(ResourceSnapshot before, ResourceSnapshot after) {
        assertThat(after.descriptors()).isLessThanOrEqualTo(before.descriptors() + 4);
        assertThat(after.files()).isEqualTo(before.files());
        assertThat(after.heap()).isLessThan(before.heap() + 16 * MEGABYTE);
        assertThat(after.largestCompiler()).isLessThan(400 * MEGABYTE);
    }

    private void judgeAll(LocalJudge judge, int from, int to) throws Exception {
        var next = new AtomicInteger(from);
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            List<? extends java.util.concurrent.Future<?>> all = IntStream.range(0, THREADS)
                    .mapToObj(_ -> threads.submit(() -> {
                        for (int i = next.getAndIncrement(); i < to; i = next.getAndIncrement()) {
                            HonestSubmission.number(i).judgedBy(judge).ifPresent(wrong::add);
                        }
                    }))
                    .toList();
            for (var one : all) {
                one.get();
            }
        }
    }

    private void tell(int count, long nanos, long processor) {
        long faults = wrong.stream().filter(each -> each.contains("JudgeFault")).count();
        System.out.printf(
                "%d submissions from %d threads in %.1f s: %.1f verdicts/s, %.0f ms of processor time each;"
                        + " %d wrong verdicts, %d faults%n",
                count,
                THREADS,
                nanos / 1e9,
                count * 1e9 / nanos,
                processor / 1e6 / count,
                wrong.size() - faults,
                faults);
    }
}
