package gradus.judge.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gradus.course.Lab;
import gradus.judge.LearnerParts;
import gradus.judge.ProgressEvent;
import gradus.judge.Verdict;
import gradus.judge.process.Worker;
import gradus.judge.run.CheckRunMonitor;
import gradus.judge.run.LearnerCode;
import gradus.judge.run.RequestedChecks;
import gradus.judge.sandbox.Spawner;
import gradus.judge.validate.TestClass;
import gradus.proctor.transcript.Job;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Every file in `hostile-tests` is a hostile test class, handed in to a lab of tests; its first lines give
/// the expected result. They do what only tests can do; what any submission can do is in `hostile`.
class HostileTestsTest extends WithToyJudge {

    static Stream<HostileSubmission> attacks() {
        return HostileSubmission.all("hostile-tests").stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void noAttackSucceedsNorBlamesTheLab(HostileSubmission attack) {
        var spawner = Spawner.confined(List.of(), List.of());
        spawner.ifPresent(Spawner::close);
        assumeTrue(spawner.isPresent(), "this kernel has no Landlock, or this processor is not known to the filter");
        var printed = new StringBuffer();

        try (Canaries canaries = Canaries.set()) {
            Verdict verdict = judge.judge(
                    ToyTesting.lab(),
                    ToyTesting.submission(attack.source(canaries.targets())),
                    LearnerParts.NONE,
                    event -> {
                        if (event instanceof ProgressEvent.Printed(String text)) {
                            printed.append(text);
                        }
                    });

            assertThat(attack.header("verdict"))
                    .as(verdict.toString())
                    .contains(verdict.getClass().getSimpleName());
            attack.header("says")
                    .forEach(words -> assertThat(verdict.toString()).contains(words));
            assertThat(verdict.toString()).doesNotContain("lab is at fault, not");
            assertThat(printed).doesNotContain(HostileSubmission.THROUGH);
            assertThat(canaries.harm()).isEmpty();
        }
    }

    /// Why no JVM is shared: the attack would succeed there. A static field is new in each run, a system property
    /// isn't.
    @ParameterizedTest
    @CsvSource({"counts-runs-in-a-property, false", "counts-runs-in-a-static-field, true"})
    void inAJvmThatRunsShareATestCanCountThem(String name, boolean passesThirdRun) {
        String source = attacks()
                .filter(attack -> attack.name().equals(name))
                .findFirst()
                .orElseThrow()
                .source(Map.of());
        try (JudgeEngine engine = new JudgeEngine(ToyLibrary.judgePaths(folder.resolve(name)), false);
                Worker worker = engine.workerPool().acquire(128)) {
            Map<String, byte[]> classes =
                    engine.courseCompiler().compileOrThrow(Map.of(ToyTesting.PATH, source), Map.of());
            List<Lab.Check> tests =
                    TestClass.of("gradus.lab.tests.toy.NumbersTests", classes).tests();
            Job job = new TestingRun(engine, ToyTesting.lab(), _ -> {})
                    .job(
                            classes,
                            tests,
                            engine.implementations().of(ToyTesting.lab()).getFirst());

            List<Boolean> passed = Stream.generate(() -> new CheckRunMonitor(
                                    ToyTesting.lab().limits(),
                                    Optional.empty(),
                                    RequestedChecks.of(tests),
                                    new LearnerCode(Set.of(), Map.of()),
                                    _ -> {})
                            .awaitResult(worker.startReusable(job))
                            .passed())
                    .limit(3)
                    .toList();

            assertThat(passed).containsExactly(true, true, passesThirdRun);
        }
    }

    @Test
    void thePageHasARowForEachTestClass() throws Exception {
        assertThat(HostileTableTest.rows("| test class | what it tries | verdict | what stops it |"))
                .containsExactlyElementsOf(attacks().map(HostileTableTest::row).toList());
    }
}
