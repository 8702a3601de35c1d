package gradus.studio.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.studio.fixture.Verdicts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `check --watch`, and what it waits for. The time-out only ends a test that would wait for ever.
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class WatchTest {

    @TempDir
    Path home;

    @Test
    void aSaveChecksAgainAndAnInterruptEndsItCleanly() throws Exception {
        var typed = new Typed(home).judging(Verdicts.notYet(), Verdicts.passed());
        typed.type("start adding");
        var code = new FutureTask<>(() -> typed.type("check --watch"));
        Thread watching = Thread.ofPlatform().start(code);

        await(() -> typed.soFar().contains("Save a file of adding to check again"));
        Files.writeString(
                home.resolve("gradus/workspace/src/main/java/gradus/ml/numbers/Adder.java"), "class Adder {}");
        await(() -> typed.soFar().contains("✓ Passed"));
        watching.interrupt();

        assertThat(code.get()).isZero();
        assertThat(typed.err).isEmpty();
        assertThat(typed.judge.judged()).hasSize(2);
        assertThat(typed.judge.judged().getLast().sources()).containsValue("class Adder {}");
        assertThat(typed.judge.closed()).isTrue();
    }

    @Test
    void aSaveThatCameWhileNobodyWaitedIsNotMissed() throws Exception {
        Path file = Files.writeString(home.resolve("A.java"), "one");
        try (var saves = new Saves(List.of(file))) {
            Files.writeString(file, "two");
            saves.await();
        }
    }

    @Test
    void withoutNoticesFromTheFileSystemItLooksForItself() throws Exception {
        Path file = Files.writeString(home.resolve("A.java"), "one");
        try (var saves = new Saves(List.of(file), Optional.empty())) {
            Thread saver = Thread.ofVirtual().start(() -> write(file, "two"));
            saves.await();
            saver.join();
        }
    }

    @Test
    void aSaveByRenamingCounts() throws Exception {
        Path file = Files.writeString(home.resolve("A.java"), "one");
        Path beside = Files.writeString(home.resolve("A.java.new"), "two");
        try (var saves = new Saves(List.of(file))) {
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
            saves.await();
        }
    }

    @Test
    void savesInQuickSuccessionAreOne() throws Exception {
        Path file = Files.writeString(home.resolve("A.java"), "0");
        try (var saves = new Saves(List.of(file))) {
            for (int i = 1; i <= 20; i++) {
                write(file, "a".repeat(i));
            }
            saves.await();
            var again = new FutureTask<>(() -> {
                saves.await();
                return true;
            });
            Thread waiting = Thread.ofPlatform().start(again);
            Thread.sleep(1_000);
            assertThat(again.isDone()).isFalse();
            waiting.interrupt();
            waiting.join();
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(20);
        }
    }
}
