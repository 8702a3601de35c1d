package gradus.studio.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.studio.fixture.TestVerdicts;
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

/// `check --watch` and its file watcher. The timeout only ends a test that would wait forever.
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class WatchTest {

    @TempDir
    Path home;

    @Test
    void aSaveChecksAgainAndAnInterruptEndsItCleanly() throws Exception {
        var terminalHarness = new TerminalHarness(home).judging(TestVerdicts.notYet(), TestVerdicts.passed());
        terminalHarness.type("start adding");
        var code = new FutureTask<>(() -> terminalHarness.type("check --watch"));
        Thread watching = Thread.ofPlatform().start(code);

        await(() -> terminalHarness.soFar().contains("Save a file of adding to check again"));
        Files.writeString(
                home.resolve("gradus/workspace/src/main/java/gradus/ml/numbers/Adder.java"), "class Adder {}");
        await(() -> terminalHarness.soFar().contains("✓ Passed"));
        watching.interrupt();

        assertThat(code.get()).isZero();
        assertThat(terminalHarness.err).isEmpty();
        assertThat(terminalHarness.judge.submissions()).hasSize(2);
        assertThat(terminalHarness.judge.submissions().getLast().sources()).containsValue("class Adder {}");
        assertThat(terminalHarness.judge.closed()).isTrue();
    }

    @Test
    void aSaveBetweenTwoWaitsIsNotMissed() throws Exception {
        Path file = Files.writeString(home.resolve("A.java"), "one");
        try (var fileWatcher = new FileWatcher(List.of(file))) {
            Files.writeString(file, "two");
            fileWatcher.awaitSave();
        }
    }

    @Test
    void withoutNotificationsOfTheFileSystemItPolls() throws Exception {
        Path file = Files.writeString(home.resolve("A.java"), "one");
        try (var fileWatcher = new FileWatcher(List.of(file), Optional.empty())) {
            Thread saver = Thread.ofVirtual().start(() -> write(file, "two"));
            fileWatcher.awaitSave();
            saver.join();
        }
    }

    @Test
    void aSaveByRenamingCounts() throws Exception {
        Path file = Files.writeString(home.resolve("A.java"), "one");
        Path beside = Files.writeString(home.resolve("A.java.new"), "two");
        try (var fileWatcher = new FileWatcher(List.of(file))) {
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
            fileWatcher.awaitSave();
        }
    }

    @Test
    void savesInQuickSuccessionCountAsOne() throws Exception {
        Path file = Files.writeString(home.resolve("A.java"), "0");
        try (var fileWatcher = new FileWatcher(List.of(file))) {
            for (int i = 1; i <= 20; i++) {
                write(file, "a".repeat(i));
            }
            fileWatcher.awaitSave();
            var again = new FutureTask<>(() -> {
                fileWatcher.awaitSave();
                return true;
            });
            Thread waiting = Thread.ofPlatform().start(again);
            Thread.sleep(1_000);
            assertThat(again.isDone()).isFalse();
            waiting.interrupt();
            waiting.join();
        }
    }

    @Test
    void anEmptyMomentWhileAnEditorSavesIsNoSave() throws Exception {
        Path file = Files.writeString(home.resolve("A.java"), "one");
        try (var fileWatcher = new FileWatcher(List.of(file))) {
            Files.writeString(file, "");
            Thread saver = Thread.ofVirtual().start(() -> {
                try {
                    Thread.sleep(700);
                    Files.delete(file);
                    Thread.sleep(700);
                    Files.writeString(file, "two");
                } catch (InterruptedException | java.io.IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            fileWatcher.awaitSave();
            assertThat(file).hasContent("two");
            saver.join();
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
