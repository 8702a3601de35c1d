package gradus.judge.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gradus.judge.Attack;
import gradus.judge.Attack.Outcome;
import gradus.judge.Attack.Result;
import gradus.judge.JudgePaths;
import gradus.judge.SandboxTier;
import gradus.judge.SelfTestReport;
import gradus.judge.sandbox.Spawner;
import gradus.judge.selftest.AttackArguments;
import gradus.judge.selftest.AttackProgram;
import gradus.judge.selftest.AttackTargets;
import gradus.judge.support.JudgeException;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The attacks of the self-test: each succeeds in an unconfined process, otherwise it would show nothing.
class SelfTestTest {

    private static final String FORGED = "a forged message";

    @TempDir
    Path folder;

    @Test
    void everyAttackSucceedsInAnUnconfinedProcess() throws Exception {
        assumeTrue(Files.exists(Path.of("/proc/self/ns/net")), "only Linux has every layer that is attacked");
        var expected = new TreeMap<String, String>();
        for (Attack attack : Attack.values()) {
            expected.put(attack.id(), attack == Attack.FORGERY ? AttackProgram.TRIED : AttackProgram.SUCCEEDED);
        }
        String printed = unconfined();

        assertThat(details(printed)).isEqualTo(expected);
        assertThat(printed).contains(FORGED);
    }

    @Test
    void theLayerOfTheJvmBlocksItsAttacksOnEverySystem() {
        assertThat(blocked(report())).containsAll(ofTier(SandboxTier.T0));
    }

    @Test
    void landlockAndSeccompBlockTheirAttacksIfTheKernelHasThem() {
        Optional<Spawner> spawner = Spawner.confined(List.of(), List.of());
        spawner.ifPresent(Spawner::close);
        assumeTrue(spawner.isPresent(), "this kernel has no Landlock, or this processor is not known to the filter");

        assertThat(blocked(report()))
                .contains(
                        Attack.READ,
                        Attack.LIST,
                        Attack.WRITE,
                        Attack.CHMOD,
                        Attack.CONNECT,
                        Attack.START,
                        Attack.SIGNAL);
    }

    @Test
    void everyAttackIsReportedAndTheTierFollows() {
        SelfTestReport selfTestReport = report();
        assertThat(selfTestReport.attacks()).extracting(Outcome::attack).containsExactly(Attack.values());
        assertThat(selfTestReport.attacks())
                .allSatisfy(it -> assertThat(it.blockedBy().isEmpty()).isNotEqualTo(it.wasBlocked()));
        assertThat(selfTestReport.tier()).isEqualTo(SandboxTier.of(selfTestReport.attacks()));
    }

    @Test
    void theSelfTestRunsOnce() {
        try (LocalJudge judge = LocalJudge.oneShot(ToyLibrary.judgePaths(folder))) {
            assertThat(judge.health().join()).isSameAs(judge.health().join());
        }
    }

    @Test
    void aJudgeForManyUsersNeedsTierT1() {
        SelfTestReport selfTestReport = report();
        Throwable thrown = catchThrowable(
                () -> LocalJudge.forManyUsers(ToyLibrary.judgePaths(folder)).close());
        if (selfTestReport.tier().atLeast(SandboxTier.T1)) {
            assertThat(thrown).isNull();
        } else {
            assertThat(thrown).isInstanceOf(JudgeException.class).hasMessage(selfTestReport.singleUserReason());
        }
    }

    @Test
    void aJudgeThatCannotStartAChildReportsEveryAttackAsNotTried() {
        JudgePaths judgePaths = ToyLibrary.judgePaths(folder);
        var broken = new JudgePaths(
                folder.resolve("no-java"),
                judgePaths.library(),
                judgePaths.librarySources(),
                judgePaths.proctor(),
                judgePaths.judge(),
                judgePaths.data(),
                judgePaths.cache());
        try (LocalJudge judge = LocalJudge.oneShot(broken)) {
            SelfTestReport selfTestReport = judge.health().join();
            assertThat(selfTestReport.tier()).isEqualTo(SandboxTier.NONE);
            assertThat(selfTestReport.withResult(Result.NOT_TRIED)).hasSize(Attack.values().length);
            assertThat(selfTestReport.attacks().getFirst().detail()).contains("the child JVM cannot be started");
        }
    }

    @Test
    void closingTheTargetsRemovesThem() throws Exception {
        AttackTargets attackTargets = AttackTargets.create(new byte[0], 0);
        Path canary = Path.of(attackTargets.arguments().get("canary"));
        ProcessHandle victim = ProcessHandle.of(
                        Long.parseLong(attackTargets.arguments().get("victim")))
                .orElseThrow();
        assertThat(canary).exists();

        attackTargets.close();

        assertThat(canary.getParent()).doesNotExist();
        Processes.awaitEnd(victim);
    }

    private SelfTestReport report() {
        try (LocalJudge judge = LocalJudge.oneShot(ToyLibrary.judgePaths(folder))) {
            return judge.health().join();
        }
    }

    private static Set<Attack> blocked(SelfTestReport selfTestReport) {
        return selfTestReport.withResult(Result.BLOCKED).stream()
                .map(Outcome::attack)
                .collect(Collectors.toSet());
    }

    private static Set<Attack> ofTier(SandboxTier sandboxTier) {
        var attacks = EnumSet.allOf(Attack.class);
        attacks.removeIf(attack -> attack.tier() != sandboxTier);
        return attacks;
    }

    /// The output of the attacks in an ordinary JVM.
    private String unconfined() throws Exception {
        try (AttackTargets attackTargets = AttackTargets.create(FORGED.getBytes(StandardCharsets.UTF_8), 64 << 20)) {
            var arguments = new HashMap<>(attackTargets.arguments());
            arguments.put(
                    "attacks", Arrays.stream(Attack.values()).map(Attack::id).collect(Collectors.joining(",")));
            Path carrier = folder.resolve("arguments")
                    .resolve(AttackArguments.class.getName().replace('.', '/') + ".class");
            Files.createDirectories(carrier.getParent());
            Files.write(carrier, AttackArguments.classFile(arguments));
            String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "--enable-native-access=ALL-UNNAMED",
                            "--sun-misc-unsafe-memory-access=allow",
                            "-cp",
                            folder.resolve("arguments") + File.pathSeparator + classes,
                            AttackProgram.class.getName())
                    .redirectErrorStream(true)
                    .start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return printed;
        }
    }

    private static Map<String, String> details(String printed) {
        return printed.replace(FORGED, "")
                .lines()
                .filter(line -> line.contains("\t"))
                .collect(Collectors.toMap(line -> line.split("\t")[0], line -> line.split("\t")[1]));
    }
}
