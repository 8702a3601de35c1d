package gradus.judge.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills any process at any time during checks: no verdict is wrong, the next check works, and no process is
/// left.
class KillsTest {

    private static final int LONGEST_WAIT_MILLIS = 120;

    private static final int MOST_VERDICTS = 8;

    private static final List<String> KINDS = List.of("compiler", "worker");

    @TempDir
    Path folder;

    private final Random chance = new Random(20);

    @Test
    void aChildThatIsKilledChangesNoVerdict() throws Exception {
        killChildren(2);
    }

    @Test
    void aKilledProgramGaveNoWrongVerdictAndLeavesNoProcess() throws Exception {
        killHosts(1);
    }

    @Test
    @Tag("hostile")
    void hundredsOfKilledChildrenChangeNoVerdict() throws Exception {
        killChildren(Integer.getInteger("gradus.kills", 200) * 4 / 5);
    }

    @Test
    @Tag("hostile")
    void aRepeatedlyKilledProgramGaveNoWrongVerdictAndLeavesNoProcess() throws Exception {
        killHosts(Integer.getInteger("gradus.kills", 200) / 5);
    }

    /// One child for each check: a compile process or a worker that is ready, gets ready, or runs.
    private void killChildren(int kills) throws Exception {
        var victims = new ArrayList<String>();
        long longest = 0;
        try (LocalJudge judge = LocalJudge.longLived(ToyLibrary.judgePaths(folder))) {
            assertThat(HonestSubmission.number(0).judgedBy(judge)).isEmpty();
            judge.awaitReady();
            for (int i = 1; victims.size() < kills || !victims.containsAll(KINDS); i++) {
                long wait = chance.nextInt(LONGEST_WAIT_MILLIS);
                int which = chance.nextInt(1 << 20);
                Thread killer =
                        Thread.ofPlatform().start(() -> killOne(wait, which).ifPresent(victims::add));
                HonestSubmission submission = HonestSubmission.number(i);
                assertThat(submission.judgedBy(judge)).isEmpty();
                killer.join();
                assertThat(i)
                        .as("checks, and each kind of child was among %s", victims)
                        .isLessThan(20 * kills);

                long start = System.nanoTime();
                assertThat(HonestSubmission.number(i + 1_000_000).judgedBy(judge))
                        .as("after a kill")
                        .isEmpty();
                longest = Math.max(longest, System.nanoTime() - start);
            }
        }
        everyProcessEnds();
        System.out.printf(
                "%d children killed, %d of them compile processes; the slowest check after one took %d ms%n",
                victims.size(), victims.stream().filter("compiler"::equals).count(), longest / 1_000_000);
    }

    private static Optional<String> killOne(long wait, int which) {
        try {
            Thread.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        List<ProcessHandle> children = ProcessHandle.current().children().toList();
        if (children.isEmpty()) {
            return Optional.empty();
        }
        ProcessHandle child = children.get(which % children.size());
        String line = ResourceSnapshot.commandLine(child);
        return child.destroyForcibly()
                ? Optional.of(line.contains("CompileMain") ? "compiler" : "worker")
                : Optional.empty();
    }

    private void killHosts(int kills) throws Exception {
        int verdicts = 0;
        for (int kill = 0; kill <= kills; kill++) {
            Process host = start(verdicts);
            BufferedReader output = host.inputReader();
            // The first check after the kill before works, however long it takes.
            for (int i = chance.nextInt(MOST_VERDICTS); i >= 0; i--) {
                assertThat(output.readLine()).isEqualTo("right");
                verdicts++;
            }
            Thread.sleep(chance.nextInt(LONGEST_WAIT_MILLIS));
            // Kill it by its handle: the process object would close its output.
            host.toHandle().destroyForcibly();
            host.waitFor();
            verdicts += allRight(output);
            everyProcessEnds();
        }
        System.out.println(
                "a judging program killed " + kills + " times; all its " + verdicts + " verdicts were right");
    }

    private Process start(int number) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "-Dgradus.root=" + System.getProperty("gradus.root"),
                        Host.class.getName(),
                        folder.toString(),
                        String.valueOf(number))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /// @return how many there are
    private static int allRight(BufferedReader output) throws IOException {
        List<String> rest = output.lines().toList();
        // The last line may have been cut in two.
        List<String> whole = rest.isEmpty() || "right".equals(rest.getLast()) ? rest : rest.subList(0, rest.size() - 1);
        assertThat(whole).allMatch("right"::equals);
        if (whole.size() < rest.size()) {
            assertThat("right").startsWith(rest.getLast());
        }
        return whole.size();
    }

    /// A child that was just being started notices a little later than the others.
    private void everyProcessEnds() throws InterruptedException {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        List<ProcessHandle> left = ofThisJudge();
        while (!left.isEmpty()) {
            assertThat(System.nanoTime() - patience)
                    .as("these outlive their parent: %s", left)
                    .isNegative();
            Thread.sleep(20);
            left = ofThisJudge();
        }
    }

    /// Every process that uses this test's folder, whoever started it.
    private List<ProcessHandle> ofThisJudge() {
        return ProcessHandle.allProcesses()
                .filter(process -> ResourceSnapshot.commandLine(process).contains(folder.toString()))
                .toList();
    }

    /// A program that judges one submission after another, and prints whether each verdict is right.
    static final class Host {

        private Host() {}

        public static void main(String[] arguments) {
            LocalJudge judge = LocalJudge.longLived(ToyLibrary.judgePaths(Path.of(arguments[0])));
            for (int i = Integer.parseInt(arguments[1]); ; i++) {
                System.out.println(HonestSubmission.number(i).judgedBy(judge).orElse("right"));
            }
        }
    }
}
