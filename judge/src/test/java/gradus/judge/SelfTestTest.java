package gradus.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gradus.judge.Deed.Outcome;
import gradus.judge.Deed.Result;
import gradus.judge.build.Breakdown;
import gradus.judge.confine.Spawner;
import gradus.judge.deeds.Aims;
import gradus.judge.deeds.Deeds;
import gradus.judge.deeds.Scene;
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
        for (Deed deed : Deed.values()) {
            expected.put(deed.id(), deed == Deed.FORGERY ? Deeds.TRIED : Deeds.THROUGH);
        }
        String printed = unconfined();

        assertThat(told(printed)).isEqualTo(expected);
        assertThat(printed).contains(FORGED);
    }

    @Test
    void theLayerOfTheJavaMachineHoldsOnEverySystem() {
        assertThat(held(health())).containsAll(ofTier(Tier.T0));
    }

    @Test
    void landlockAndSeccompHoldWhereTheKernelHasThem() {
        Optional<Spawner> spawner = Spawner.confined(List.of(), List.of());
        spawner.ifPresent(Spawner::close);
        assumeTrue(spawner.isPresent(), "this kernel has no Landlock, or this processor is not known to the filter");

        assertThat(held(health()))
                .contains(Deed.READ, Deed.LIST, Deed.WRITE, Deed.CHMOD, Deed.CONNECT, Deed.START, Deed.SIGNAL);
    }

    @Test
    void everyDeedIsToldAndTheTierFollows() {
        Health health = health();
        assertThat(health.deeds()).extracting(Outcome::deed).containsExactly(Deed.values());
        assertThat(health.deeds())
                .allSatisfy(it -> assertThat(it.by().isEmpty()).isNotEqualTo(it.held()));
        assertThat(health.tier()).isEqualTo(Tier.of(health.deeds()));
    }

    @Test
    void aSecondAskerGetsTheSameAnswer() {
        try (LocalJudge judge = LocalJudge.once(Toy.toolbox(folder))) {
            assertThat(judge.health().join()).isSameAs(judge.health().join());
        }
    }

    @Test
    void aJudgeForManyIsOpenedOrRefusedByWhatHolds() {
        Health health = health();
        Throwable refused =
                catchThrowable(() -> LocalJudge.forMany(Toy.toolbox(folder)).close());
        if (health.tier().atLeast(Tier.T1)) {
            assertThat(refused).isNull();
        } else {
            assertThat(refused).isInstanceOf(Breakdown.class).hasMessage(health.refusal());
        }
    }

    @Test
    void aJudgeThatCannotStartAChildHoldsNothing() {
        Toolbox toolbox = Toy.toolbox(folder);
        var broken = new Toolbox(
                folder.resolve("no-java"),
                toolbox.library(),
                toolbox.proctor(),
                toolbox.judge(),
                toolbox.data(),
                toolbox.cache());
        try (LocalJudge judge = LocalJudge.once(broken)) {
            Health health = judge.health().join();
            assertThat(health.tier()).isEqualTo(Tier.NONE);
            assertThat(health.that(Result.UNTRIED)).hasSize(Deed.values().length);
            assertThat(health.deeds().getFirst().answer()).contains("the child JVM cannot be started");
        }
    }

    @Test
    void nothingIsLeftOfAScene() throws Exception {
        Scene scene = Scene.set(new byte[0], 0);
        Path canary = Path.of(scene.aims().get("canary"));
        ProcessHandle victim =
                ProcessHandle.of(Long.parseLong(scene.aims().get("victim"))).orElseThrow();
        assertThat(canary).exists();

        scene.close();

        assertThat(canary.getParent()).doesNotExist();
        victim.onExit().get(30, TimeUnit.SECONDS);
        assertThat(victim.isAlive()).isFalse();
    }

    private Health health() {
        try (LocalJudge judge = LocalJudge.once(Toy.toolbox(folder))) {
            return judge.health().join();
        }
    }

    private static Set<Deed> held(Health health) {
        return health.that(Result.HELD).stream().map(Outcome::deed).collect(Collectors.toSet());
    }

    private static Set<Deed> ofTier(Tier tier) {
        var deeds = EnumSet.allOf(Deed.class);
        deeds.removeIf(deed -> deed.tier() != tier);
        return deeds;
    }

    /// What the deeds print in a JVM that is started as any program is.
    private String unconfined() throws Exception {
        try (Scene scene = Scene.set(FORGED.getBytes(StandardCharsets.UTF_8), 64 << 20)) {
            var aims = new HashMap<>(scene.aims());
            aims.put("deeds", Arrays.stream(Deed.values()).map(Deed::id).collect(Collectors.joining(",")));
            Path carrier = folder.resolve("aims").resolve(Aims.class.getName().replace('.', '/') + ".class");
            Files.createDirectories(carrier.getParent());
            Files.write(carrier, Aims.carrying(aims));
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
                            Deeds.class.getName())
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
