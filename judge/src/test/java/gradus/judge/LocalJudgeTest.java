package gradus.judge;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.Lab;
import gradus.course.Source;
import gradus.judge.Verdict.Integration;
import gradus.judge.Verdict.Outcome;
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

    private static Toolbox toolbox;
    private static LocalJudge judge;

    @BeforeAll
    static void open() {
        toolbox = Toy.toolbox(folder);
        judge = LocalJudge.staying(toolbox);
    }

    @AfterAll
    static void close() {
        judge.close();
    }

    @Test
    void everyCheckHasItsTurnEvenAfterOneFails() {
        var verdict = (Verdict.NotYet) judgeNumbers(with("sum += value;", "sum -= value;"));

        assertThat(verdict.checks())
                .extracting(check -> check.outcome().getClass().getSimpleName())
                .containsExactly("Failed", "Failed", "Passed", "Passed", "Failed");
        assertThat(verdict.diagnosis().sentence()).contains("wrong sign");
    }

    @Test
    void whatHappensIsToldWhileItHappens() {
        var told = new ArrayList<Progress>();
        judge.judge(
                Toy.numbers(),
                Toy.numbersAs(with("double sum = 0;", "double sum = 0; System.out.println(\"hello\");")),
                Parts.NONE,
                told::add);

        assertThat(told.getFirst()).isInstanceOf(Progress.Compiled.class);
        assertThat(told).filteredOn(Progress.Checking.class::isInstance).hasSize(5);
        assertThat(told).filteredOn(Progress.Checked.class::isInstance).hasSize(5);
        assertThat(told).contains(new Progress.Printed("hello\n"));
    }

    @Test
    void aPassCostsSomething() {
        var verdict = (Verdict.Passed) judgeNumbers(Toy.reference("Numbers").text());

        assertThat(verdict.cost().compile()).isPositive();
        assertThat(verdict.cost().run()).isPositive();
        assertThat(verdict.cost().cpu()).isPositive();
        assertThat(verdict.cost().allocatedBytes()).isPositive();
        assertThat(verdict.integration()).isEqualTo(new Integration.Alone());
    }

    @Test
    void aRehearsalRunsTheVisibleChecksOnly() {
        var verdict = (Verdict.Passed) judge.rehearse(
                Toy.numbers(), Toy.numbersAs(with("result[i] += by;", "result[i] -= by;")), Parts.NONE, _ -> {});

        assertThat(verdict.checks()).hasSize(2).allMatch(Verdict.CheckResult::visible);
    }

    @Test
    void anEmptyFileAnAbsentFileAndAHugeFileEachGetASentence() {
        assertThat(judgeNumbers("  \n").toString()).contains("Numbers.java is empty");
        assertThat(judge.judge(Toy.numbers(), new Submission("toy", Map.of()), Parts.NONE, _ -> {})
                        .toString())
                .contains("Numbers.java is missing");
        assertThat(judgeNumbers(" ".repeat(5 << 20) + "x").toString())
                .contains("Numbers.java has 5120 KB; a source may have 256 KB");
    }

    @Test
    void aFileThatIsNoPartOfTheLabIsForbidden() {
        var sources = Map.of(
                NUMBERS,
                Toy.reference("Numbers").text(),
                "gradus/proctor/assertions/Expect.java",
                "package gradus.proctor.assertions;");

        assertThat(judge.judge(Toy.numbers(), new Submission("toy", sources), Parts.NONE, _ -> {}))
                .isInstanceOfSatisfying(
                        Verdict.Forbidden.class,
                        forbidden -> assertThat(forbidden.what()).contains("gradus/proctor/assertions/Expect.java"));
    }

    @Test
    void aPassIsRunAgainUponTheLearnersOtherParts() {
        var parts = new Parts(Map.of(
                "gradus.ml.toy.Numbers", Toy.reference("Numbers"), "gradus.ml.toy.Spread", Toy.reference("Spread")));

        assertThat(judgeScore(parts).integration())
                .isEqualTo(new Integration.Whole(List.of("gradus.ml.toy.Numbers", "gradus.ml.toy.Spread")));
    }

    @Test
    void thePartThatMakesOthersFailIsNamed() {
        String overflowing = Toy.reference("Spread")
                .text()
                .replace("sum += (value - mean) * (value - mean);", "sum += value * value;")
                .replace("return sum / values.length;", "return sum / values.length - mean * mean;");
        var parts = new Parts(Map.of(
                "gradus.ml.toy.Numbers",
                Toy.reference("Numbers"),
                "gradus.ml.toy.Spread",
                Source.of("gradus.ml.toy.Spread", overflowing)));

        assertThat(judgeScore(parts).integration()).isInstanceOfSatisfying(Integration.AtFault.class, fault -> {
            assertThat(fault.part()).isEqualTo("gradus.ml.toy.Spread");
            assertThat(fault.failing().id()).isEqualTo("ScoreChecks#largeValues");
        });
    }

    @Test
    void aPartThatNoLongerCompilesIsNamed() {
        var parts = new Parts(
                Map.of("gradus.ml.toy.Spread", Source.of("gradus.ml.toy.Spread", "package gradus.ml.toy; class {")));

        assertThat(judgeScore(parts).integration())
                .isInstanceOfSatisfying(
                        Integration.AtFault.class,
                        fault -> assertThat(fault.failing().outcome())
                                .isInstanceOfSatisfying(
                                        Outcome.Failed.class,
                                        failed -> assertThat(failed.got()).contains("does not compile")));
    }

    @Test
    void aFailureLikeAKnownWrongSolutionIsRecognised() {
        Lab lab = Toy.numbers(
                wrong("forgets-the-first", "int i = 1"),
                wrong("subtracts", "sum -= value"),
                wrong("never-ends", "while"));
        judge.learnWrongSolutions(lab);

        var same = (Verdict.NotYet) judge.judge(lab, Toy.numbersAs(source("sum -= value")), Parts.NONE, _ -> {});
        assertThat(same.diagnosis().recognised()).hasValueSatisfying(recognised -> {
            assertThat(recognised.name()).isEqualTo("subtracts");
            assertThat(recognised.misconception()).isEqualTo("belief-of-subtracts");
        });
        assertThat(judge.recognise(lab, Toy.numbersAs(source("while"))))
                .map(Verdict.Recognised::name)
                .hasValue("never-ends");
    }

    @Test
    void aFailureWithOtherNumbersButTheSameSignsIsRecognisedToo() {
        Lab lab = Toy.numbers(wrong("adds-a-hundred", "sum += value + 100"), wrong("subtracts", "sum -= value"));

        assertThat(judge.recognise(lab, Toy.numbersAs(source("sum += value + 77"))))
                .map(Verdict.Recognised::name)
                .hasValue("adds-a-hundred");
    }

    @Test
    void nothingIsRecognisedInAPassOrInAFailureOfItsOwn() {
        Lab lab = Toy.numbers(wrong("subtracts", "sum -= value"));

        assertThat(judge.recognise(lab, Toy.numbersAs(source("sum += value")))).isEmpty();
        assertThat(judge.recognise(lab, Toy.numbersAs(with("result[i] += by;", ""))))
                .isEmpty();
    }

    @Test
    void aLabMayHaveSourcesOfItsOwn() {
        String own = Toy.read("toy/own/Program.java");
        String path = "gradus/lab/own/Program.java";

        assertThat(judge.judge(Toy.own(), new Submission("own", Map.of(path, own)), Parts.NONE, _ -> {}))
                .isInstanceOf(Verdict.Passed.class);
        String wrong = own.replace("Steps.START", "1");
        assertThat(judge.judge(Toy.own(), new Submission("own", Map.of(path, wrong)), Parts.NONE, _ -> {}))
                .isInstanceOf(Verdict.NotYet.class);
        String changed = own.replace("int answer", "long answer");
        assertThat(judge.judge(Toy.own(), new Submission("own", Map.of(path, changed)), Parts.NONE, _ -> {})
                        .toString())
                .contains("`public static int answer()` of Program is changed")
                .contains("ProgramChecks");
    }

    @Test
    void threeThreadsMayAskAtOnce() throws Exception {
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
        var broken = new Toolbox(
                Path.of("/no/such/java"),
                toolbox.library(),
                toolbox.proctor(),
                toolbox.judge(),
                toolbox.data(),
                toolbox.cache());
        try (LocalJudge helpless = LocalJudge.once(broken)) {
            assertThat(helpless.judge(
                            Toy.numbers(),
                            Toy.numbersAs(Toy.reference("Numbers").text()),
                            Parts.NONE,
                            _ -> {}))
                    .isInstanceOfSatisfying(
                            Verdict.JudgeFault.class,
                            fault -> assertThat(fault.what()).contains("cannot be started"));
        }
    }

    @Test
    void aDamagedCacheIsMadeAnew() throws Exception {
        judgeNumbers(source("sum += value"));
        try (var files = java.nio.file.Files.list(toolbox.cache().resolve("checks"))) {
            for (Path file : files.toList()) {
                java.nio.file.Files.writeString(file, "garbage");
            }
        }
        try (LocalJudge fresh = LocalJudge.once(toolbox)) {
            assertThat(fresh.judge(Toy.numbers(), Toy.numbersAs(source("sum += value")), Parts.NONE, _ -> {}))
                    .isInstanceOf(Verdict.Passed.class);
        }
    }

    private static Verdict judgeNumbers(String source) {
        return judge.judge(Toy.numbers(), Toy.numbersAs(source), Parts.NONE, _ -> {});
    }

    private static Verdict.Passed judgeScore(Parts parts) {
        var submission = new Submission(
                "score",
                Map.of("gradus/ml/toy/Score.java", Toy.reference("Score").text()));
        return (Verdict.Passed) judge.judge(Toy.score(), submission, parts, _ -> {});
    }

    private static String with(String old, String fresh) {
        return Toy.reference("Numbers").text().replace(old, fresh);
    }

    /// The reference with another way to add up.
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
}
