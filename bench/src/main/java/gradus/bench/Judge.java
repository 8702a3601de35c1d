package gradus.bench;

import gradus.bench.comparison.MachineInfo;
import gradus.course.Coding;
import gradus.course.Lesson;
import gradus.course.Question;
import gradus.judge.AnswerBehaviour;
import gradus.judge.AnswerRunner;
import gradus.judge.JudgePaths;
import gradus.judge.LearnerParts;
import gradus.judge.Submission;
import gradus.judge.Verdict;
import gradus.judge.local.LocalJudge;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// Measures the speed targets of the judge, compared with Exercism's Java test runner and a plain Maven test
/// run: in one run, on the same source and the same checks.
///
/// Optional arguments: the number of repetitions (60), and the folder with the jars of a built copy of
/// Exercism's `java-test-runner` (without it, that row isn't measured).
public final class Judge {

    private static final String LESSON = "java-numerics";

    /// What is asked of a lesson's lab, in milliseconds.
    private record Target(String lesson, int median, int p95) {}

    private static final List<Target> TARGETS =
            List.of(new Target(LESSON, 35, 70), new Target("first-model", 25, 50), new Target("vectors", 80, 120));

    private static final int WARM_UP = 30;
    private static final int SECONDS = 20;

    private final Path root = Path.of(System.getProperty("gradus.root"));
    private final ResultTable results = new ResultTable();
    private final int times;
    private final Optional<Path> exercism;

    private Judge(int times, Optional<Path> exercism) {
        this.times = times;
        this.exercism = exercism;
    }

    public static void main(String[] arguments) throws Exception {
        new Judge(
                        arguments.length > 0 ? Integer.parseInt(arguments[0]) : 60,
                        arguments.length > 1 ? Optional.of(Path.of(arguments[1])) : Optional.empty())
                .run();
    }

    private void run() throws Exception {
        IO.println(MachineInfo.describe());
        machine("before");
        try (LocalJudge judge = LocalJudge.longLived(judgePaths())) {
            judge.buildImages(LabSubmissions.lab(root, LESSON));
            TARGETS.forEach(target -> checkLatency(judge, LabSubmissions.lab(root, target.lesson()), target));
            Coding lab = LabSubmissions.lab(root, LESSON);
            compileError(judge, lab);
            answer(judge, LabSubmissions.lesson(root, "first-model"));
            timeoutOvershoot(judge, lab);
            idleMemory(judge, lab);
            throughput(judge, LabSubmissions.lab(root, "first-model"));
            throughput(judge, lab);
        }
        try (StudioPage studio = StudioPage.open(root)) {
            studio.measure(results, LabSubmissions.lab(root, LESSON), times);
        }
        try {
            new ExternalTestRunners(root, LabSubmissions.lab(root, LESSON))
                    .measure(results, Math.max(3, times / 10), exercism);
        } finally {
            machine("after");
            results.print();
        }
    }

    /// How fast the machine is at the moment: the targets are meant for one on which this takes 32 ms.
    private void machine(String when) throws Exception {
        var timings = new Timings();
        for (int i = 0; i < 20; i++) {
            long start = System.nanoTime();
            new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            timings.add((System.nanoTime() - start) / 1e6);
        }
        results.peer("a JVM that does nothing, " + when + ": p50; p95", timings.toString());
    }

    private JudgePaths judgePaths() {
        return JudgePaths.locate(root, root.resolve("target/course"));
    }

    private void checkLatency(LocalJudge judge, Coding lab, Target target) {
        var timings = new Timings();
        for (int i = -WARM_UP; i < times; i++) {
            Submission edit = LabSubmissions.edited(LabSubmissions.reference(lab), i);
            awaitReady(judge);
            long start = System.nanoTime();
            passes(judge.judge(lab, edit, LearnerParts.NONE, _ -> {}));
            if (i >= 0) {
                timings.add((System.nanoTime() - start) / 1e6);
            }
        }
        long lines = LabSubmissions.lines(LabSubmissions.reference(lab));
        results.row(
                "press to verdict, " + lab.lesson() + ", " + lines + " lines, "
                        + lab.checks().size() + " checks: p50; p95",
                "≤ %d ms; ≤ %d ms".formatted(target.median(), target.p95()),
                timings.toString(),
                timings.median() <= target.median() && timings.percentile(95) <= target.p95());
    }

    private void compileError(LocalJudge judge, Coding lab) {
        var timings = new Timings();
        for (int i = 0; i < times; i++) {
            Submission edit = LabSubmissions.misspelt(LabSubmissions.edited(LabSubmissions.reference(lab), i));
            awaitReady(judge);
            long start = System.nanoTime();
            Verdict verdict = judge.judge(lab, edit, LearnerParts.NONE, _ -> {});
            timings.add((System.nanoTime() - start) / 1e6);
            if (!(verdict instanceof Verdict.DidNotCompile)) {
                throw new IllegalStateException("expected DidNotCompile, got " + verdict);
            }
        }
        results.row("compile error: p50; p95", "≤ 25 ms p50", timings.toString(), timings.median() <= 25);
    }

    /// A right answer to a fill-in question, which is compiled into its program and run.
    private void answer(LocalJudge judge, Lesson lesson) {
        AnswerRunner runner = judge.answerRunner();
        List<Question.Hole> holes = lesson.questions().stream()
                .filter(Question.Hole.class::isInstance)
                .map(Question.Hole.class::cast)
                .toList();
        var timings = new Timings();
        for (int i = -WARM_UP; i < times; i++) {
            Question.Hole hole = holes.get(Math.floorMod(i, holes.size()));
            String answer = hole.answers().getFirst().text() + " // edit " + i;
            awaitReady(judge);
            long start = System.nanoTime();
            AnswerBehaviour behaviour = runner.run(hole.program(), answer, lesson.coding());
            if (i >= 0) {
                timings.add((System.nanoTime() - start) / 1e6);
            }
            if (!(behaviour instanceof AnswerBehaviour.Ran)) {
                throw new IllegalStateException("expected a right answer to run, got " + behaviour);
            }
        }
        results.row(
                "answer to a fill-in of " + lesson.id() + ", warm: p50; p95",
                "≤ 50 ms",
                timings.toString(),
                timings.percentile(95) <= 50);
    }

    private void timeoutOvershoot(LocalJudge judge, Coding lab) {
        var timings = new Timings();
        Coding limited = LabSubmissions.withTimeLimit(lab, 1);
        judge.recordWrongSolutions(limited);
        for (int i = 0; i < 5; i++) {
            awaitReady(judge);
            long start = System.nanoTime();
            Verdict verdict = judge.judge(
                    limited, LabSubmissions.endless(LabSubmissions.reference(lab)), LearnerParts.NONE, _ -> {});
            timings.add((System.nanoTime() - start) / 1e6 - 1000);
            if (!(verdict instanceof Verdict.OutOfTime)) {
                throw new IllegalStateException("expected OutOfTime for an endless loop, got " + verdict);
            }
        }
        results.row(
                "time-out overshoot, compiling included: p50; p95",
                "≤ 50 ms",
                timings.toString(),
                timings.percentile(95) <= 50);
    }

    private void idleMemory(LocalJudge judge, Coding lab) {
        judge.prepareFor(lab);
        awaitReady(judge);
        double worker = MachineInfo.residentMegabytes("gradus.proctor.worker.Main");
        double compiler = MachineInfo.residentMegabytes("CompileMain");
        results.row("worker at rest, warm", "≤ 60 MB", "%.0f MB".formatted(worker), worker <= 60);
        results.row("compile process", "≤ 130 MB", "%.0f MB".formatted(compiler), compiler <= 130);
    }

    /// Closed loop: as many clients as processors, each of which submits again as soon as it has a verdict.
    private void throughput(LocalJudge judge, Coding lab) throws InterruptedException {
        awaitReady(judge);
        var done = new AtomicInteger();
        long end = System.nanoTime() + SECONDS * 1_000_000_000L;
        List<Thread> askers = IntStream.range(0, Runtime.getRuntime().availableProcessors())
                .mapToObj(asker -> Thread.ofPlatform().start(() -> {
                    for (int i = 0; System.nanoTime() < end; i++) {
                        Submission edit = LabSubmissions.edited(LabSubmissions.reference(lab), 1_000_000 * asker + i);
                        passes(judge.judge(lab, edit, LearnerParts.NONE, _ -> {}));
                        done.incrementAndGet();
                    }
                }))
                .toList();
        for (Thread asker : askers) {
            asker.join();
        }
        double rate = done.get() / (double) SECONDS;
        results.row(
                "verdicts a second, closed loop, " + lab.lesson(),
                "≥ 12",
                "%.1f".formatted(rate),
                rate >= 12);
    }

    private static void passes(Verdict verdict) {
        if (!(verdict instanceof Verdict.Passed)) {
            throw new IllegalStateException("expected Passed for a correct solution, got " + verdict);
        }
    }

    private static void awaitReady(LocalJudge judge) {
        try {
            judge.awaitReady();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
