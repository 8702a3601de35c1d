package gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.mastery.Attempt;
import gradus.studio.journal.Journal;
import gradus.studio.journal.SqliteJournal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real program, killed repeatedly in the middle of checks, with the same home. `-Dgradus.kills=20` kills
/// it 20 times.
class KilledStudioTest {

    private static final int KILLS = Integer.getInteger("gradus.kills", 2);
    private static final String PATH = "gradus/ml/classic/NearestNeighbour.java";
    private static final String RIGHT = RealStudio.reference("gradus.ml.classic.NearestNeighbour");

    /// Right, but slow in every check.
    private static final String SLOW = RIGHT.replace("double sum = 0;", """
                    double sum = 0;
                    try {
                        Thread.sleep(50);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
            """);

    @TempDir
    Path home;

    private final List<String> acknowledged = Collections.synchronizedList(new ArrayList<>());
    private volatile String saved = "";
    private volatile String saving = "";

    @Test
    void aKillInTheMiddleOfACheckLosesNothingAndLeavesNothingBehind() throws Exception {
        assertThat(SLOW).isNotEqualTo(RIGHT);
        for (int kill = 0; kill < KILLS; kill++) {
            try (var studio = StudioProcess.start(home)) {
                everythingIsThere();
                theNextCheckWorks(studio, kill);
                // Another client saves and checks continuously, so the kill also hits its requests.
                CompletableFuture<Void> other = goOn(studio, kill);
                List<ProcessHandle> children = killInTheMiddle(studio, 2 + 3 * (kill % 5));
                other.get();
                for (ProcessHandle child : children) {
                    awaitEnd(child);
                }
            }
        }
        try (var studio = StudioProcess.start(home)) {
            everythingIsThere();
            theNextCheckWorks(studio, KILLS);
            everythingIsThere();
        }
        System.out.println("The studio was killed " + KILLS + " times; " + acknowledged.size()
                + " acknowledged attempts, every one in the journal.");
    }

    private void theNextCheckWorks(StudioProcess studio, int round) throws IOException {
        saveAndCheck(studio, "round " + round);
    }

    /// Saves and checks until the studio is killed.
    private CompletableFuture<Void> goOn(StudioProcess studio, int round) {
        return CompletableFuture.runAsync(
                () -> {
                    for (int i = 0; ; i++) {
                        try {
                            saveAndCheck(studio, "round " + round + ", other " + i);
                        } catch (IOException gone) {
                            return;
                        }
                    }
                },
                task -> Thread.ofPlatform().start(task));
    }

    private void saveAndCheck(StudioProcess studio, String name) throws IOException {
        String source = RIGHT + "// " + name + "\n";
        saving = source;
        studio.save(PATH, source);
        saved = source;
        studio.check(PATH, source, event -> {
            if (isVerdict(event)) {
                assertThat(event.get("passed")).as(name).isEqualTo(true);
                acknowledged.add(source);
            }
        });
    }

    private static boolean isVerdict(Map<?, ?> event) {
        return "verdict".equals(event.get("event"));
    }

    /// Kills the studio after the given number of events of a check, before its end.
    ///
    /// @return its child processes at that moment
    private static List<ProcessHandle> killInTheMiddle(StudioProcess studio, int events) {
        var children = new ArrayList<ProcessHandle>();
        var told = new ArrayList<Map<?, ?>>();
        try {
            studio.check(PATH, SLOW, event -> {
                told.add(event);
                if (told.size() == events) {
                    children.addAll(studio.children());
                    studio.kill();
                }
            });
        } catch (IOException gone) {
            // Expected: the studio was killed.
        }
        assertThat(told).hasSizeGreaterThanOrEqualTo(events).noneMatch(KilledStudioTest::isVerdict);
        assertThat(children).isNotEmpty();
        return children;
    }

    /// Waits until a process has ended. A zombie process still has an id, but no command line.
    private static void awaitEnd(ProcessHandle child) throws InterruptedException {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (child.isAlive() && child.info().commandLine().isPresent()) {
            assertThat(System.nanoTime() - patience)
                    .as("a child outlives its studio: %s", child.info())
                    .isNegative();
            Thread.sleep(20);
        }
    }

    private void everythingIsThere() throws IOException {
        try (Journal journal = SqliteJournal.open(home.resolve("journal.db"))) {
            List<String> handedIn = journal.entriesAfter(0).stream()
                    .map(Journal.Entry::attempt)
                    .filter(Attempt.HandedIn.class::isInstance)
                    .map(Attempt.HandedIn.class::cast)
                    .map(attempt ->
                            journal.loadSources(attempt.sources()).orElseThrow().get(PATH))
                    .toList();
            assertThat(handedIn).containsOnlyOnceElementsOf(acknowledged);
        }
        if (!saved.isEmpty()) {
            Path file = home.resolve("workspace/src/main/java").resolve(PATH);
            // An unacknowledged save may be there or not, but never partially.
            assertThat(Files.readString(file)).isIn(saved, saving);
            saved = Files.readString(file);
        }
    }
}
