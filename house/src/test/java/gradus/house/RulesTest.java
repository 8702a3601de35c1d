package gradus.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RulesTest {

    private static JavaClasses house;

    @BeforeAll
    static void readTheHouse() {
        house = House.classes();
    }

    @ParameterizedTest
    @EnumSource
    void theCodeObeysTheRules(Rules rule) {
        rule.rule().check(house);
    }

    @ParameterizedTest
    @MethodSource
    void aRuleFindsAViolation(Rules rule, String room, String statement, @TempDir Path folder) throws IOException {
        assertThat(broken(rule, room, statement, folder)).isTrue();
    }

    static Stream<Arguments> aRuleFindsAViolation() {
        return Stream.of(
                Arguments.of(Rules.ONLY_THE_JUDGE_STARTS_PROCESSES, "gradus.course", "new ProcessBuilder(\"ls\");"),
                Arguments.of(
                        Rules.ONLY_THE_JUDGE_STARTS_PROCESSES,
                        "gradus.studio",
                        "Runtime.getRuntime().exec(new String[0]);"),
                Arguments.of(
                        Rules.ONLY_WEB_AND_COMMAND_OPEN_SOCKETS, "gradus.studio.desk", "new java.net.ServerSocket(0);"),
                Arguments.of(
                        Rules.ONLY_WEB_AND_COMMAND_OPEN_SOCKETS,
                        "gradus.course",
                        "java.net.http.HttpClient.newHttpClient();"),
                Arguments.of(
                        Rules.ONLY_WEB_AND_COMMAND_OPEN_SOCKETS,
                        "gradus.judge",
                        "java.nio.channels.SocketChannel.open();"),
                Arguments.of(Rules.ONLY_ENTRY_POINTS_READ_THE_CLOCK, "gradus.studio.desk", "java.time.Instant.now();"),
                Arguments.of(
                        Rules.ONLY_ENTRY_POINTS_READ_THE_CLOCK,
                        "gradus.mastery",
                        "java.util.function.Supplier<Object> now = java.time.LocalDate::now;"),
                Arguments.of(Rules.ONLY_ENTRY_POINTS_READ_THE_CLOCK, "gradus.judge", "System.currentTimeMillis();"),
                Arguments.of(Rules.ONLY_ENTRY_POINTS_READ_THE_CLOCK, "gradus.course", "java.time.Clock.systemUTC();"),
                Arguments.of(Rules.ONLY_ENTRY_POINTS_PRINT, "gradus.proctor", "System.out.println();"),
                Arguments.of(Rules.ONLY_ENTRY_POINTS_PRINT, "gradus.ml.linalg", "IO.println();"),
                Arguments.of(Rules.ONLY_ENTRY_POINTS_PRINT, "gradus.studio.web", "new Exception().printStackTrace();"),
                Arguments.of(Rules.MASTERY_AND_COURSE_ARE_PURE, "gradus.mastery", "new java.util.Random();"),
                Arguments.of(Rules.MASTERY_AND_COURSE_ARE_PURE, "gradus.course", "System.getenv();"),
                Arguments.of(Rules.MASTERY_TOUCHES_NO_FILE, "gradus.mastery", "java.nio.file.Files.readString(null);"),
                Arguments.of(Rules.RANDOMNESS_IS_PASSED_TO_THE_LIBRARY, "gradus.ml.nn", "Math.random();"),
                Arguments.of(
                        Rules.RANDOMNESS_IS_PASSED_TO_THE_LIBRARY,
                        "gradus.ml.data",
                        "java.util.Collections.shuffle(new java.util.ArrayList<Object>());"),
                Arguments.of(
                        Rules.RANDOMNESS_IS_PASSED_TO_THE_LIBRARY,
                        "gradus.ml.data",
                        "java.util.concurrent.ThreadLocalRandom.current();"),
                Arguments.of(Rules.THREADS_LIVE_IN_THE_KERNELS, "gradus.ml.linalg", "Thread.ofVirtual().start(null);"),
                Arguments.of(
                        Rules.THREADS_LIVE_IN_THE_KERNELS,
                        "gradus.ml.stats",
                        "java.util.stream.IntStream.range(0, 9).parallel();"),
                Arguments.of(
                        Rules.NOTHING_RUNS_IN_THE_COMMON_POOL, "gradus.judge", "java.util.List.of().parallelStream();"),
                Arguments.of(
                        Rules.NOTHING_RUNS_IN_THE_COMMON_POOL,
                        "gradus.studio.web",
                        "java.util.concurrent.CompletableFuture.supplyAsync(() -> 1);"),
                Arguments.of(
                        Rules.NOTHING_RUNS_IN_THE_COMMON_POOL, "gradus.judge", "ProcessHandle.current().onExit();"));
    }

    @ParameterizedTest
    @MethodSource
    void aRuleAllowsOtherCode(Rules rule, String room, String statement, @TempDir Path folder) throws IOException {
        assertThat(broken(rule, room, statement, folder)).isFalse();
    }

    static Stream<Arguments> aRuleAllowsOtherCode() {
        return Stream.of(
                Arguments.of(
                        Rules.NOTHING_RUNS_IN_THE_COMMON_POOL,
                        "gradus.judge",
                        "java.util.concurrent.CompletableFuture.supplyAsync(() -> 1, Thread::startVirtualThread);"),
                Arguments.of(
                        Rules.ONLY_THE_JUDGE_STARTS_PROCESSES, "gradus.judge.worker", "new ProcessBuilder(\"ls\");"),
                Arguments.of(
                        Rules.ONLY_WEB_AND_COMMAND_OPEN_SOCKETS, "gradus.studio.web", "new java.net.ServerSocket(0);"),
                Arguments.of(
                        Rules.ONLY_WEB_AND_COMMAND_OPEN_SOCKETS,
                        "gradus.judge.selftest",
                        "new java.net.ServerSocket(0);"),
                Arguments.of(
                        Rules.ONLY_WEB_AND_COMMAND_OPEN_SOCKETS,
                        "gradus.studio.command",
                        "java.nio.channels.SocketChannel.open();"),
                Arguments.of(Rules.ONLY_ENTRY_POINTS_PRINT, "gradus.studio.command", "System.out.println();"),
                Arguments.of(
                        Rules.ONLY_ENTRY_POINTS_READ_THE_CLOCK, "gradus.studio.terminal", "java.time.Instant.now();"),
                Arguments.of(
                        Rules.ONLY_ENTRY_POINTS_READ_THE_CLOCK,
                        "gradus.mastery",
                        "java.time.Instant.now((java.time.Clock) null);"),
                Arguments.of(Rules.ONLY_ENTRY_POINTS_READ_THE_CLOCK, "gradus.proctor", "System.nanoTime();"),
                Arguments.of(
                        Rules.ONLY_ENTRY_POINTS_PRINT,
                        "gradus.proctor",
                        "java.io.PrintStream old = System.out; System.setOut(null);"),
                Arguments.of(Rules.MASTERY_AND_COURSE_ARE_PURE, "gradus.mastery", "new java.util.Random(7);"),
                Arguments.of(
                        Rules.RANDOMNESS_IS_PASSED_TO_THE_LIBRARY,
                        "gradus.ml.nn",
                        "new java.util.SplittableRandom(7).nextInt();"),
                Arguments.of(Rules.THREADS_LIVE_IN_THE_KERNELS, "gradus.ml.kernel", "Thread.ofVirtual();"));
    }

    private static boolean broken(Rules rule, String room, String statement, Path folder) throws IOException {
        Path source = folder.resolve("Line.java");
        Files.writeString(
                source, "package %s; class Line { void run() throws Exception { %s } }".formatted(room, statement));
        int status = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-d", folder.toString(), source.toString());
        assertThat(status).isZero();
        JavaClasses line = new ClassFileImporter().importPath(folder);
        return rule.rule().evaluate(line).hasViolation();
    }
}
