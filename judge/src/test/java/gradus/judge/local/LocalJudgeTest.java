package gradus.judge.local;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.Coding;
import gradus.course.FailureFingerprint;
import gradus.course.Lab;
import gradus.course.Source;
import gradus.judge.JudgePaths;
import gradus.judge.LearnerParts;
import gradus.judge.ProgressEvent;
import gradus.judge.Submission;
import gradus.judge.Verdict;
import gradus.judge.Verdict.Integration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalJudgeTest {

    private static final String NUMBERS = "gradus/ml/toy/Numbers.java";

    @TempDir
    static Path folder;

    private static JudgePaths judgePaths;
    private static LocalJudge judge;

    @BeforeAll
    static void open() {
        judgePaths = ToyLibrary.judgePaths(folder);
        judge = LocalJudge.longLived(judgePaths);
    }

    @AfterAll
    static void close() {
        judge.close();
    }

    @Test
    void everyCheckRunsEvenAfterOneFails() {
        var verdict = (Verdict.NotYet) judgeNumbers(with("sum += value;", "sum -= value;"));

        assertThat(verdict.checks())
                .extracting(check -> check.outcome().getClass().getSimpleName())
                .containsExactly("Failed", "Failed", "Passed", "Passed", "Failed");
        assertThat(verdict.diagnosis().message()).contains("wrong sign");
    }

    @Test
    void progressIsReportedDuringTheRun() {
        var events = new ArrayList<ProgressEvent>();
        judge.judge(
                ToyLibrary.numbers(),
                ToyLibrary.numbersAs(with("double sum = 0;", "double sum = 0; System.out.println(\"hello\");")),
                LearnerParts.NONE,
                events::add);

        assertThat(events.getFirst()).isInstanceOf(ProgressEvent.Compiled.class);
        assertThat(events).filteredOn(ProgressEvent.Checking.class::isInstance).hasSize(5);
        assertThat(events).filteredOn(ProgressEvent.Checked.class::isInstance).hasSize(5);
        assertThat(events).contains(new ProgressEvent.Printed("hello\n"));
    }

    @Test
    void aPassReportsItsResourceUsage() {
        var verdict =
                (Verdict.Passed) judgeNumbers(ToyLibrary.reference("Numbers").text());

        assertThat(verdict.resourceUsage().compileTime()).isPositive();
        assertThat(verdict.resourceUsage().runTime()).isPositive();
        assertThat(verdict.resourceUsage().cpuTime()).isPositive();
        assertThat(verdict.resourceUsage().allocatedBytes()).isPositive();
        assertThat(verdict.integration()).isEqualTo(new Integration.NoOtherParts());
    }

    @Test
    void anUngradedRunRunsOnlyTheVisibleChecks() {
        var verdict = (Verdict.Passed) judge.runVisibleChecks(
                ToyLibrary.numbers(),
                ToyLibrary.numbersAs(with("result[i] += by;", "result[i] -= by;")),
                LearnerParts.NONE,
                _ -> {});

        assertThat(verdict.checks()).hasSize(2).allMatch(Verdict.CheckResult::visible);
    }

    @Test
    void anEmptyFileAMissingFileAndAHugeFileEachGetAMessage() {
        assertThat(judgeNumbers("  \n").toString()).contains("Numbers.java is empty");
        assertThat(judge.judge(ToyLibrary.numbers(), new Submission("toy", Map.of()), LearnerParts.NONE, _ -> {})
                        .toString())
                .contains("Numbers.java is missing");
        assertThat(judgeNumbers(" ".repeat(5 << 20) + "x").toString())
                .contains("Numbers.java has 5120 KB; a source can have at most 256 KB");
    }

    @Test
    void aFileOutsideTheLabIsForbidden() {
        var sources = Map.of(
                NUMBERS,
                ToyLibrary.reference("Numbers").text(),
                "gradus/proctor/assertions/Expect.java",
                "package gradus.proctor.assertions;");

        assertThat(judge.judge(ToyLibrary.numbers(), new Submission("toy", sources), LearnerParts.NONE, _ -> {}))
                .isInstanceOfSatisfying(
                        Verdict.Forbidden.class,
                        forbidden -> assertThat(forbidden.what()).contains("gradus/proctor/assertions/Expect.java"));
    }

    @Test
    void aPassIsRunAgainWithTheLearnersOtherParts() {
        LearnerParts learnerParts = LearnerParts.NONE
                .with(ToyLibrary.part(ToyLibrary.reference("Numbers"), "sum", "mean"))
                .with(ToyLibrary.part(ToyLibrary.reference("Spread"), "variance"));

        assertThat(judgeScore(learnerParts).integration())
                .isEqualTo(new Integration.Passed(List.of("gradus.ml.toy.Numbers", "gradus.ml.toy.Spread")));
    }

    @Test
    void thePartThatMakesOthersFailIsNamed() {
        String overflowing = ToyLibrary.reference("Spread")
                .text()
                .replace("sum += (value - mean) * (value - mean);", "sum += value * value;")
                .replace("return sum / values.length;", "return sum / values.length - mean * mean;");
        LearnerParts learnerParts = LearnerParts.NONE
                .with(ToyLibrary.part(ToyLibrary.reference("Numbers"), "sum"))
                .with(ToyLibrary.part(Source.of("gradus.ml.toy.Spread", overflowing), "variance"));

        assertThat(judgeScore(learnerParts).integration()).isInstanceOfSatisfying(Integration.Failed.class, fault -> {
            assertThat(fault.part()).isEqualTo("gradus.ml.toy.Spread");
            assertThat(fault.failedCheck().id()).isEqualTo("ScoreChecks#largeValues");
        });
    }

    @Test
    void aPartThatNoLongerCompilesIsSetAsideWithASentence() {
        String calling = ToyLibrary.reference("Spread")
                .text()
                .replace("double mean = Numbers.mean(values);", "double mean = Numbers.average(values);");
        LearnerParts learnerParts = LearnerParts.NONE
                .with(ToyLibrary.part(ToyLibrary.reference("Numbers"), "sum"))
                .with(ToyLibrary.part(Source.of("gradus.ml.toy.Spread", calling), "variance"));

        Verdict.Passed verdict = judgeScore(learnerParts);

        assertThat(verdict.integration()).isEqualTo(new Integration.Passed(List.of("gradus.ml.toy.Numbers")));
        assertThat(verdict.remarks())
                .singleElement()
                .satisfies(remark -> assertThat(remark.message())
                        .startsWith("Your Spread no longer fits the library, which has changed: line ")
                        .contains("cannot find symbol"));
    }

    @Test
    void aFailureLikeAKnownWrongSolutionIsRecognised() {
        Coding lab = ToyLibrary.numbers(
                wrong("forgets-the-first", "int i = 1"),
                wrong("subtracts", "sum -= value"),
                wrong("never-ends", "while"));
        judge.recordWrongSolutions(lab);

        var same = (Verdict.NotYet)
                judge.judge(lab, ToyLibrary.numbersAs(source("sum -= value")), LearnerParts.NONE, _ -> {});
        assertThat(same.diagnosis().recognised()).hasValueSatisfying(recognisedMistake -> {
            assertThat(recognisedMistake.name()).isEqualTo("subtracts");
            assertThat(recognisedMistake.misconception()).isEqualTo("belief-of-subtracts");
        });
        FailureFingerprint endless = judge.prover()
                .run(lab, ToyLibrary.numbersAs(source("while")), lab.checks())
                .fingerprint();
        assertThat(judge.prover().recognise(lab, endless))
                .map(Lab.Solution::name)
                .hasValue("never-ends");
    }

    @Test
    void aFailureWithOtherNumbersButTheSameSymptomsIsRecognisedToo() {
        Coding lab =
                ToyLibrary.numbers(wrong("adds-a-hundred", "sum += value + 100"), wrong("subtracts", "sum -= value"));

        assertThat(recognised(lab, ToyLibrary.numbersAs(source("sum += value + 77"))))
                .map(Verdict.RecognisedMistake::name)
                .hasValue("adds-a-hundred");
    }

    @Test
    void aPassOrAnUnknownFailureIsNotRecognised() {
        Coding lab = ToyLibrary.numbers(wrong("subtracts", "sum -= value"));

        assertThat(recognised(lab, ToyLibrary.numbersAs(source("sum += value"))))
                .isEmpty();
        assertThat(recognised(lab, ToyLibrary.numbersAs(with("result[i] += by;", ""))))
                .isEmpty();
    }

    @Test
    void threeThreadsCanUseTheJudgeAtOnce() throws Exception {
        try (var threads = Executors.newFixedThreadPool(3)) {
            var verdicts = threads.invokeAll(IntStream.range(0, 9)
                    .<java.util.concurrent.Callable<Verdict>>mapToObj(
                            i -> () -> judgeNumbers(source(i % 3 == 0 ? "sum += value" : "sum -= value")))
                    .toList());
            for (int i = 0; i < 9; i++) {
                assertThat(verdicts.get(i).get())
                        .isInstanceOf(i % 3 == 0 ? Verdict.Passed.class : Verdict.NotYet.class);
            }
        }
    }

    @Test
    void aJudgeWhoseChildrenCannotStartSaysSo() {
        var broken = new JudgePaths(
                Path.of("/no/such/java"),
                judgePaths.library(),
                judgePaths.librarySources(),
                judgePaths.proctor(),
                judgePaths.judge(),
                judgePaths.data(),
                judgePaths.cache());
        try (LocalJudge helpless = LocalJudge.oneShot(broken)) {
            assertThat(judgeNumbers(helpless, source("sum += value")))
                    .isInstanceOfSatisfying(
                            Verdict.JudgeFault.class,
                            fault -> assertThat(fault.message()).contains("cannot be started"));
        }
    }

    @Test
    void aDamagedCacheIsRebuilt() throws Exception {
        judgeNumbers(source("sum += value"));
        try (var files = Files.list(judgePaths.cache().resolve("checks"))) {
            for (Path file : files.toList()) {
                Files.writeString(file, "garbage");
            }
        }
        try (LocalJudge fresh = LocalJudge.oneShot(judgePaths)) {
            assertThat(judgeNumbers(fresh, source("sum += value"))).isInstanceOf(Verdict.Passed.class);
        }
    }

    private static Verdict judgeNumbers(String source) {
        return judgeNumbers(judge, source);
    }

    private static Verdict judgeNumbers(LocalJudge judge, String source) {
        return judge.judge(ToyLibrary.numbers(), ToyLibrary.numbersAs(source), LearnerParts.NONE, _ -> {});
    }

    private static Verdict.Passed judgeScore(LearnerParts learnerParts) {
        var submission = new Submission(
                "score",
                Map.of("gradus/ml/toy/Score.java", ToyLibrary.reference("Score").text()));
        return (Verdict.Passed) judge.judge(ToyLibrary.score(), submission, learnerParts, _ -> {});
    }

    private static String with(String old, String fresh) {
        return ToyLibrary.reference("Numbers").text().replace(old, fresh);
    }

    /// The reference with a different way to add.
    private static String source(String adding) {
        return switch (adding) {
            case "int i = 1" -> with("sum += value;", "sum += value == values[0] ? 0 : value;");
            case "while" -> with("sum += value;", "while (sum < 1) { Thread.onSpinWait(); }");
            default -> with("sum += value;", adding + ";");
        };
    }

    private static Lab.Solution wrong(String name, String adding) {
        return new Lab.Solution(
                name,
                Optional.of("belief-of-" + name),
                List.of("Look.", "There.", "Because."),
                List.of(Source.of("gradus.ml.toy.Numbers", source(adding))),
                Path.of("wrong", name));
    }

    private Optional<Verdict.RecognisedMistake> recognised(Coding lab, Submission submission) {
        return judge.judge(lab, submission, LearnerParts.NONE, _ -> {}) instanceof Verdict.NotYet notYet
                ? notYet.diagnosis().recognised()
                : Optional.empty();
    }
}
