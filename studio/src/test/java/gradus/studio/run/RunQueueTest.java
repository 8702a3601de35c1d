package gradus.studio.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.judge.Cancellation;
import gradus.judge.ProgressEvent;
import gradus.judge.Verdict;
import gradus.studio.error.UserFacingException;
import gradus.studio.fixture.TestVerdicts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Runs are queued, computed, followed, cancelled and interrupted, and their folders say so.
@Timeout(10)
class RunQueueTest {

    private static final Instant AT = Instant.parse("2026-01-05T09:00:00Z");

    @TempDir
    Path home;

    private final List<String> computed = new ArrayList<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();

    private RunArchive archive() {
        return new RunArchive(home.resolve("runs"));
    }

    private Run add(String lesson, int second) {
        return archive().add(lesson, "Lesson " + lesson, AT.plusSeconds(second), Map.of("A.java", "class A {}"));
    }

    private RunState state(Run run) {
        return archive().run(run.id()).state();
    }

    private RunQueue queue(Computation computation) {
        return new RunQueue(archive(), computation, InstantSource.system());
    }

    private Thread start(Runnable work) {
        Thread thread = Thread.ofPlatform().start(work);
        threads.add(thread);
        return thread;
    }

    @AfterEach
    void stop() throws InterruptedException {
        for (Thread thread : threads) {
            thread.interrupt();
            thread.join();
        }
    }

    /// Reports what it does, and gives this verdict.
    private Computation giving(Verdict verdict) {
        return of((request, _, listener) -> {
            computed.add(request.lesson());
            listener.accept(new ProgressEvent.Environment("25", 256, 1));
            listener.accept(new ProgressEvent.Seeded(7));
            listener.accept(new ProgressEvent.Progress(1, 4));
            listener.accept(new ProgressEvent.Point("loss", 1, 0.5));
            listener.accept(new ProgressEvent.Sample("After 1 step", "It is"));
            return verdict;
        });
    }

    /// Computes until it is cancelled.
    private Computation endless() {
        return of((_, cancellation, _) -> {
            var ended = new CountDownLatch(1);
            cancellation.whenCancelled(ended::countDown);
            begun.countDown();
            try {
                ended.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            cancellation.check();
            throw new AssertionError("it was not cancelled");
        });
    }

    private interface Work {
        Verdict compute(RunRequest request, Cancellation cancellation, Consumer<ProgressEvent> listener);
    }

    private static Computation of(Work work) {
        return new Computation() {
            @Override
            public Verdict compute(RunRequest request, Cancellation cancellation, Consumer<ProgressEvent> listener) {
                return work.compute(request, cancellation, listener);
            }

            @Override
            public Map<String, String> dataHashes(String lesson) {
                return Map.of("mnist/images", "ab12");
            }
        };
    }

    @Test
    void aRunThatIsQueuedIsComputedAndLeavesItsCard() {
        Run run = add("mlp", 0);
        assertThat(state(run)).isEqualTo(RunState.QUEUED);

        queue(giving(TestVerdicts.passed())).computeUntilOver(run.id());

        assertThat(archive().run(run.id())).satisfies(over -> {
            assertThat(over.state()).isEqualTo(RunState.PASSED);
            RunCard card = over.card().orElseThrow();
            assertThat(card.verdict()).contains(TestVerdicts.passed());
            assertThat(card.seeds()).containsExactly(7L);
            assertThat(card.data()).containsEntry("mnist/images", "ab12");
            assertThat(card.vectorBits()).isEqualTo(256);
            assertThat(card.endedAt()).isAfterOrEqualTo(card.startedAt());
        });
        RunProgress progress = archive().follow(run.id()).progress();
        assertThat(progress.share()).isEqualTo(0.25);
        assertThat(progress.curves()).containsOnlyKeys("loss");
        assertThat(progress.samples()).extracting(ProgressEvent.Sample::text).containsExactly("It is");
    }

    @Test
    void everyVerdictLeadsToAState() {
        int second = 0;
        for (Verdict verdict : TestVerdicts.all()) {
            Run run = add("mlp", second++);
            queue(giving(verdict)).computeUntilOver(run.id());
            assertThat(state(run))
                    .as("%s", verdict)
                    .isEqualTo(
                            verdict instanceof Verdict.Passed
                                    ? RunState.PASSED
                                    : verdict instanceof Verdict.JudgeFault ? RunState.FAULT : RunState.NOT_YET);
        }
    }

    @Test
    void theOldestIsComputedFirstAndOneAtATime() {
        Run first = add("first", 0);
        Run second = add("second", 1);
        queue(giving(TestVerdicts.passed())).computeUntilOver(second.id());
        assertThat(computed).containsExactly("first", "second");
        assertThat(state(first)).isEqualTo(RunState.PASSED);
    }

    @Test
    void whileOneIsComputedTheNextWaits() throws InterruptedException {
        Run first = add("first", 0);
        Run second = add("second", 1);
        start(queue(endless())::computeForEver);
        begun.await();
        start(queue(giving(TestVerdicts.passed()))::computeForEver);
        assertThat(state(first)).isEqualTo(RunState.RUNNING);
        assertThat(state(second)).isEqualTo(RunState.QUEUED);
        archive().cancel(first.id());
        awaitOver(first);
        awaitOver(second);
        assertThat(state(first)).isEqualTo(RunState.CANCELLED);
    }

    private void awaitOver(Run run) throws InterruptedException {
        while (!state(run).isOver()) {
            Thread.sleep(20);
            // The endless queue may have taken the second as well.
            if (state(run) == RunState.RUNNING) {
                archive().cancel(run.id());
            }
        }
    }

    @Test
    void aRunThatIsCancelledWhileItWaitsIsNeverComputed() {
        Run waiting = add("first", 0);
        Run next = add("second", 1);
        archive().cancel(waiting.id());
        assertThat(state(waiting)).isEqualTo(RunState.CANCELLED);
        queue(giving(TestVerdicts.passed())).computeUntilOver(next.id());
        assertThat(computed).containsExactly("second");
    }

    @Test
    void aRunThatIsCancelledWhileItIsComputedEndsWithACardThatSaysSo() throws InterruptedException {
        Run run = add("mlp", 0);
        start(queue(endless())::computeForEver);
        begun.await();
        archive().cancel(run.id());
        awaitOver(run);
        assertThat(archive().run(run.id()).card().orElseThrow().state()).isEqualTo(RunState.CANCELLED);
        archive().cancel(run.id());
        assertThat(state(run)).isEqualTo(RunState.CANCELLED);
    }

    @Test
    void aRunThatBeginsOrEndsWhileSomebodyLooksIsNeverInterruptedAndNeverOverWithoutItsCard() {
        List<Run> runs =
                IntStream.range(0, 100).mapToObj(second -> add("mlp", second)).toList();
        start(queue(giving(TestVerdicts.passed()))::computeForEver);
        for (Run run : runs) {
            Run seen = archive().run(run.id());
            while (!seen.state().isOver()) {
                seen = archive().run(run.id());
            }
            assertThat(seen.state()).isEqualTo(RunState.PASSED);
            assertThat(seen.card()).isPresent();
        }
    }

    @Test
    void aRunWhoseStudioClosesIsInterrupted() throws InterruptedException {
        Run run = add("mlp", 0);
        Thread studio = start(queue(endless())::computeForEver);
        begun.await();
        studio.interrupt();
        studio.join();
        assertThat(archive().run(run.id())).satisfies(over -> {
            assertThat(over.state()).isEqualTo(RunState.INTERRUPTED);
            assertThat(over.card()).isEmpty();
        });
    }

    @Test
    void ctrlCInTheTerminalCancelsTheRun() throws InterruptedException {
        Run run = add("mlp", 0);
        Thread terminal = start(() -> queue(endless()).computeUntilOver(run.id()));
        begun.await();
        terminal.interrupt();
        terminal.join();
        assertThat(state(run)).isEqualTo(RunState.CANCELLED);
    }

    @Test
    void aRunWhoseProgramWasKilledIsInterruptedAndTheNextIsComputed() throws Exception {
        Run killed = add("mlp", 0);
        Path folder = home.resolve("runs").resolve(killed.id());
        Files.writeString(folder.resolve("events.jsonl"), "{\"millis\":3,\"event\":{\"type\":\"Compiled\"}}\n{\"mil");
        Files.writeString(home.resolve("runs/computing"), killed.id());
        Files.writeString(home.resolve("runs/compute.lock"), "");

        assertThat(state(killed)).isEqualTo(RunState.INTERRUPTED);
        assertThat(archive().follow(killed.id()).progress().events()).hasSize(1);

        Run next = add("mlp", 1);
        queue(giving(TestVerdicts.passed())).computeUntilOver(next.id());
        assertThat(state(next)).isEqualTo(RunState.PASSED);
        assertThat(state(killed)).isEqualTo(RunState.INTERRUPTED);
    }

    @Test
    void aFaultWhileComputingIsTheJudgesAndTheQueueGoesOn() {
        Run run = add("mlp", 0);
        queue(of((_, _, _) -> {
                    throw new IllegalStateException("broken on purpose");
                }))
                .computeUntilOver(run.id());
        assertThat(state(run)).isEqualTo(RunState.FAULT);
        assertThat(archive().run(run.id()).card().orElseThrow().verdict().orElseThrow())
                .isInstanceOfSatisfying(
                        Verdict.JudgeFault.class,
                        fault -> assertThat(fault.message()).contains("broken on purpose"));
    }

    @Test
    void anUnknownRunIsNamedInASentence() {
        assertThatThrownBy(() -> archive().run("../journal.db"))
                .isInstanceOf(UserFacingException.class)
                .hasMessage("There is no run \"../journal.db\"; `gradus run --list` lists all.");
        assertThat(archive().all()).isEmpty();
    }

    @Test
    void theNewestStandsFirst() {
        add("first", 0);
        add("second", 1);
        assertThat(archive().all()).extracting(Run::lesson).containsExactly("second", "first");
        assertThat(archive().unfinished("first")).map(Run::lesson).hasValue("first");
    }
}
