package gradus.judge.local;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.Coding;
import gradus.course.Lab;
import gradus.judge.LearnerParts;
import gradus.judge.Verdict;
import gradus.judge.compile.CompileResult;
import gradus.judge.process.ByteCorruptor;
import gradus.judge.process.EncodedFrames;
import gradus.judge.process.FakeProcess;
import gradus.judge.process.Worker;
import gradus.judge.run.CheckRunResult;
import gradus.judge.run.CompiledLab;
import gradus.judge.run.RequestedChecks;
import gradus.proctor.transcript.Event;
import gradus.proctor.transcript.Event.FailureKind;
import gradus.proctor.transcript.EventCodec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// When a worker runs a second submission, and what happens if the first has spoilt it after all.
class ReuseTest {

    /// So much heap that no other test's workers have the same.
    private static final int MEGABYTES = 65;

    private static final Coding LAB = ToyLibrary.numbers().withLimits(new Lab.Limits(2, MEGABYTES));
    private static final String RIGHT = ToyLibrary.reference("Numbers").text();

    @TempDir
    Path folder;

    private JudgeEngine engine;
    private CodingJudge judge;

    @BeforeEach
    void open() {
        engine = new JudgeEngine(ToyLibrary.judgePaths(folder), false);
        judge = new CodingJudge(engine);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void codeThatLeavesNothingBehindIsFollowedByOtherCodeInTheSameWorker() {
        assertThat(verdict(RIGHT)).isInstanceOf(Verdict.Passed.class);
        Set<Long> first = workers();
        assertThat(verdict(RIGHT.replace("sum += value;", "sum -= value;"))).isInstanceOf(Verdict.NotYet.class);
        assertThat(verdict(RIGHT)).isInstanceOf(Verdict.Passed.class);

        assertThat(first).hasSize(1);
        awaitWorkers(first::equals);
    }

    @Test
    void codeThatMayLeaveSomethingBehindGetsAWorkerThatNobodyHasUsedAndThatNobodyUsesAfterwards() {
        verdict(RIGHT);
        Set<Long> kept = workers();
        assertThat(verdict(RIGHT.replace("double sum = 0;", "double sum = 0; System.out.println();")))
                .isInstanceOf(Verdict.Passed.class);

        awaitWorkers(kept::equals);
        try (Worker other = engine.workerPool().acquire(MEGABYTES)) {
            assertThat(other.isUsed()).isFalse();
        }
    }

    @Test
    void aWorkerInWhichSomethingWasThrownIsNotUsedAgain() {
        verdict(RIGHT);
        Verdict thrown = verdict(RIGHT.replace("double sum = 0;", "double sum = 1 / (values.length - values.length);"));

        assertThat(((Verdict.NotYet) thrown).diagnosis().message()).contains("divi");
        awaitWorkers(Set::isEmpty);
        assertThat(verdict(RIGHT)).isInstanceOf(Verdict.Passed.class);
    }

    @Test
    void aWorkerIsReplacedAfterSomeUses() {
        verdict(RIGHT);
        Set<Long> first = workers();
        for (int i = 0; i < 16; i++) {
            assertThat(verdict(RIGHT)).isInstanceOf(Verdict.Passed.class);
        }

        awaitWorkers(left -> left.stream().noneMatch(first::contains));
    }

    @ParameterizedTest
    @EnumSource(
            value = FailureKind.class,
            names = {"THREW", "RECURSION", "FORBIDDEN"})
    void whatIsThrownInAUsedWorkerIsNotBelieved(FailureKind kind) {
        assertThat(ranIn(liar(kind, true)).passed()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = FailureKind.class,
            names = {"MISMATCH", "DID_NOT_THROW"})
    void aWrongResultIs(FailureKind kind) {
        assertThat(ranIn(liar(kind, true)).passed()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(FailureKind.class)
    void inAnUnusedWorkerEverythingIsBelieved(FailureKind kind) {
        assertThat(ranIn(liar(kind, false)).passed()).isFalse();
    }

    /// A worker that says of right code that it fails.
    private static Worker liar(FailureKind kind, boolean used) {
        var finding = new Event.Finding(kind, "sum()", "9", "8", "because", List.of(), List.of());
        var events = new ArrayList<Event>();
        for (Lab.Check check : LAB.checks()) {
            events.add(new Event.Started(check.id()));
            events.add(new Event.Failed(check.id(), finding, 5));
        }
        events.add(new Event.Finished(1, 2, 3, Map.of()));
        List<byte[]> transcript = events.stream().map(EventCodec::encode).toList();
        Worker worker = FakeProcess.worker(token -> ByteCorruptor.joined(EncodedFrames.of(token, transcript)), 0);
        if (used) {
            worker.countUse();
        }
        return worker;
    }

    private CheckRunResult ranIn(Worker worker) {
        CompiledLab compiledLab = engine.compiledLabs().get(LAB);
        var right = new CompileResult.Success(compiledLab.referenceClasses(LAB), Duration.ZERO, Map.of());
        return engine.checkRunner()
                .run(worker, LAB, compiledLab, right, RequestedChecks.of(LAB.quickChecks()), _ -> {});
    }

    private Verdict verdict(String source) {
        return judge.judge(LAB, ToyLibrary.numbersAs(source), LearnerParts.NONE, _ -> {});
    }

    /// Waits until the workers that are left are as they should be: one that was killed takes a moment to end. A minute
    /// without that is an error.
    private static void awaitWorkers(Predicate<Set<Long>> expected) {
        long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!expected.test(workers())) {
            assertThat(System.nanoTime()).as("%s", workers()).isLessThan(deadline);
        }
    }

    private static Set<Long> workers() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info()
                        .commandLine()
                        .filter(line -> line.contains("-Xmx" + MEGABYTES + "m"))
                        .isPresent())
                .map(ProcessHandle::pid)
                .collect(Collectors.toSet());
    }
}
