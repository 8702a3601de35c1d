package gradus.judge.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gradus.judge.Attack;
import gradus.judge.Attack.Outcome;
import gradus.judge.Attack.Result;
import gradus.judge.SelfTestReport;
import gradus.judge.JudgePaths;
import gradus.judge.SandboxTier;
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
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The judge's attacks upon itself: each succeeds in a process that nothing confines, else it would show
/// nothing.
class SelfTestTest {

    private static final String FORGED = "a forged message";

    @TempDir
    Path folder;

    @Test
    void everyDeedGetsThroughWhereNothingConfinesIt() throws Exception {
        assumeTrue(Files.exists(Path.of("/proc/self/ns/net")), "only Linux has every layer that the deeds attack");
        var expected = new TreeMap<String, String>();
        for (Attack attack : Attack.values()) {
            expected.put(attack.id(), attack == Attack.FORGERY ? AttackProgram.TRIED : AttackProgram.SUCCEEDED);
        }
        String printed = unconfined();

        assertThat(told(printed)).isEqualTo(expected);
        assertThat(printed).contains(FORGED);
    }

    @Test
    void theLayerOfTheJavaMachineHoldsOnEverySystem() {
        assertThat(held(health())).containsAll(ofTier(SandboxTier.T0));
    }

    @Test
    void landlockAndSeccompHoldWhereTheKernelHasThem() {
        Optional<Spawner> spawner = Spawner.confined(List.of(), List.of());
        spawner.ifPresent(Spawner::close);
        assumeTrue(spawner.isPresent(), "this kernel has no Landlock, or this processor is not known to the filter");

        assertThat(held(health()))
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
    void everyDeedIsToldAndTheTierFollows() {
        SelfTestReport selfTestReport = health();
        assertThat(selfTestReport.attacks()).extracting(Outcome::attack).containsExactly(Attack.values());
        assertThat(selfTestReport.attacks())
                .allSatisfy(it -> assertThat(it.blockedBy().isEmpty()).isNotEqualTo(it.isBlocked()));
        assertThat(selfTestReport.tier()).isEqualTo(SandboxTier.of(selfTestReport.attacks()));
    }

    @Test
    void aSecondAskerGetsTheSameAnswer() {
        try (LocalJudge judge = LocalJudge.oneShot(ToyLibrary.toolbox(folder))) {
            assertThat(judge.health().join()).isSameAs(judge.health().join());
        }
    }

    @Test
    void aJudgeForManyIsOpenedOrRefusedByWhatHolds() {
        SelfTestReport selfTestReport = health();
        Throwable refused = catchThrowable(
                () -> LocalJudge.forManyUsers(ToyLibrary.toolbox(folder)).close());
        if (selfTestReport.tier().atLeast(SandboxTier.T1)) {
            assertThat(refused).isNull();
        } else {
            assertThat(refused).isInstanceOf(JudgeException.class).hasMessage(selfTestReport.singleUserReason());
        }
    }

    @Test
    void aJudgeThatCannotStartAChildHoldsNothing() {
        JudgePaths judgePaths = ToyLibrary.toolbox(folder);
        var broken = new JudgePaths(
                folder.resolve("no-java"),
                judgePaths.library(),
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
    void nothingIsLeftOfAScene() throws Exception {
        AttackTargets attackTargets = AttackTargets.create(new byte[0], 0);
        Path canary = Path.of(attackTargets.arguments().get("canary"));
        ProcessHandle victim = ProcessHandle.of(
                        Long.parseLong(attackTargets.arguments().get("victim")))
                .orElseThrow();
        assertThat(canary).exists();

        attackTargets.close();

        assertThat(canary.getParent()).doesNotExist();
        victim.onExit().get(30, TimeUnit.SECONDS);
        assertThat(victim.isAlive()).isFalse();
    }

    private SelfTestReport health() {
        try (LocalJudge judge = LocalJudge.oneShot(ToyLibrary.toolbox(folder))) {
            return judge.health().join();
        }
    }

    private static Set<Attack> held(SelfTestReport selfTestReport) {
        return selfTestReport.withResult(Result.BLOCKED).stream().map(Outcome::attack).collect(Collectors.toSet());
    }

    private static Set<Attack> ofTier(SandboxTier sandboxTier) {
        var deeds = EnumSet.allOf(Attack.class);
        deeds.removeIf(attack -> attack.tier() != sandboxTier);
        return deeds;
    }

    /// What the deeds print in a JVM that is started as any program is.
    private String unconfined() throws Exception {
        try (AttackTargets attackTargets = AttackTargets.create(FORGED.getBytes(StandardCharsets.UTF_8), 64 << 20)) {
            var aims = new HashMap<>(attackTargets.arguments());
            aims.put("attacks", Arrays.stream(Attack.values()).map(Attack::id).collect(Collectors.joining(",")));
            Path carrier = folder.resolve("aims")
                    .resolve(AttackArguments.class.getName().replace('.', '/') + ".class");
            Files.createDirectories(carrier.getParent());
            Files.write(carrier, AttackArguments.classFile(aims));
            String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "--enable-native-access=ALL-UNNAMED",
                            "--sun-misc-unsafe-memory-access=allow",
                            "-cp",
                            folder.resolve("aims") + File.pathSeparator + classes,
                            AttackProgram.class.getName())
                    .redirectErrorStream(true)
                    .start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return printed;
        }
    }

    private static Map<String, String> told(String printed) {
        return printed.replace(FORGED, "")
                .lines()
                .filter(line -> line.contains("\t"))
                .collect(Collectors.toMap(line -> line.split("\t")[0], line -> line.split("\t")[1]));
    }
}
