package gradus.studio.web;

import gradus.course.Arena;
import gradus.course.Coding;
import gradus.course.Lab;
import gradus.course.Milestone;
import gradus.judge.Cancellation;
import gradus.judge.Judge;
import gradus.judge.LearnerParts;
import gradus.judge.ProbeResult;
import gradus.judge.ProgressEvent;
import gradus.judge.SandboxTier;
import gradus.judge.SelfTestReport;
import gradus.judge.Submission;
import gradus.judge.Verdict;
import gradus.judge.Verdict.CheckResult;
import gradus.judge.Verdict.Outcome;
import gradus.studio.fixture.TestHealth;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// Judges by words in the source of `Vector`: with `syntax` it doesn't compile, with `loop` it runs out of
/// time, with `fault` the judge throws, with `solved` it passes. Any other source fails its second check.
final class SampleJudge implements Judge {

    private static final Verdict.ResourceUsage COST = new Verdict.ResourceUsage(
            Duration.ofMillis(45),
            Duration.ofMillis(120),
            Duration.ofMillis(80),
            3_100_000,
            9_000_000,
            java.util.OptionalInt.of(64));

    private final Runnable between;

    /// @param between runs in every check, before its result is reported
    SampleJudge(Runnable between) {
        this.between = between;
    }

    @Override
    public Verdict judge(Lab lab, Submission submission, LearnerParts learnerParts, Consumer<ProgressEvent> watcher) {
        return judge(lab.checks(), submission, watcher);
    }

    @Override
    public Verdict runGate(
            Coding lab,
            Submission submission,
            LearnerParts upon,
            Cancellation cancellation,
            Consumer<ProgressEvent> watcher) {
        cancellation.check();
        return judge(lab.checks(), submission, watcher);
    }

    @Override
    public Verdict runMilestone(
            Milestone lab, LearnerParts own, Cancellation cancellation, Consumer<ProgressEvent> watcher) {
        cancellation.check();
        return judge(lab.checks(), new Submission(lab.lesson(), Map.of()), watcher);
    }

    @Override
    public ProbeResult probe(
            Arena lab, String contender, int fold, LearnerParts learnerParts, Cancellation cancellation) {
        return new ProbeResult.Failed("nothing runs here");
    }

    @Override
    public List<Verdict.Problem> problems(Coding lab, Submission submission) {
        return List.of();
    }

    @Override
    public Verdict runVisibleChecks(
            Coding lab, Submission submission, LearnerParts learnerParts, Consumer<ProgressEvent> watcher) {
        return judge(lab.checks().stream().filter(Lab.Check::visible).toList(), submission, watcher);
    }

    @Override
    public CompletableFuture<SelfTestReport> health() {
        return CompletableFuture.completedFuture(TestHealth.of(SandboxTier.T1));
    }

    @Override
    public void close() {}

    private Verdict judge(List<Lab.Check> checks, Submission submission, Consumer<ProgressEvent> watcher) {
        String source = submission.sources().getOrDefault(SampleCourse.VECTOR, "");
        if (source.contains("syntax")) {
            return new Verdict.DidNotCompile(List.of(
                    problem(11, 9, "';' expected", "The line ends too early: a semicolon is missing."),
                    problem(15, 16, "cannot find symbol\n  symbol: variable sum", "")));
        }
        if (source.contains("fault")) {
            throw new IllegalStateException("the judge broke on purpose");
        }
        watcher.accept(new ProgressEvent.Compiled());
        watcher.accept(new ProgressEvent.Printed("dot of <zeros>: 0.0\n"));
        boolean solved = source.contains("solved");
        var results = new ArrayList<CheckResult>();
        for (Lab.Check check : checks) {
            watcher.accept(new ProgressEvent.Checking(check.id(), check.title()));
            between.run();
            Outcome outcome = solved || results.size() % 2 == 0 ? new Outcome.Passed(Duration.ofMillis(2)) : failed();
            var result = new CheckResult(check.id(), check.title(), check.visible(), outcome);
            results.add(result);
            watcher.accept(new ProgressEvent.Checked(result));
        }
        String output = "dot of <zeros>: 0.0\n";
        if (source.contains("loop")) {
            return new Verdict.OutOfTime(
                    Verdict.OutOfTime.Stage.COMPUTING,
                    Duration.ofSeconds(10),
                    Optional.of(checks.getFirst().title()),
                    results,
                    output);
        }
        return solved
                ? new Verdict.Passed(
                        results,
                        new Verdict.Integration.Passed(List.of("gradus.ml.numbers.Numerics")),
                        List.of(),
                        COST,
                        output)
                : new Verdict.NotYet(results, diagnosis(), List.of(), COST, output);
    }

    private static Verdict.Diagnosis diagnosis() {
        return new Verdict.Diagnosis(
                "The result is exactly 2 times what was expected: something is counted twice.",
                Optional.of(new Verdict.RecognisedMistake(
                        "counts-twice",
                        "dot-is-a-vector",
                        List.of(
                                "<p>How often does your loop visit the component 0?</p>",
                                "<p>Look at where <code>sum</code> begins.</p>",
                                "<p>If the sum begins at the first product, the loop must begin at 1.</p>"))));
    }

    private static Outcome failed() {
        return new Outcome.Failed(
                "Vector.of(1, 0).dot(Vector.of(0, 1))",
                "0.0",
                "1.0 <unexpected>",
                "1·0 + 0·1 = 0: neither component is shared.",
                List.of(new Verdict.Place(SampleCourse.VECTOR, 15, 9)));
    }

    private static Verdict.Problem problem(int line, int column, String message, String plain) {
        return new Verdict.Problem(Optional.of(new Verdict.Place(SampleCourse.VECTOR, line, column)), message, plain);
    }
}
