package gradus.judge.local;

import gradus.course.Cut;
import gradus.course.Lab;
import gradus.course.Parallel;
import gradus.course.Testing;
import gradus.judge.ProgressEvent;
import gradus.judge.Submission;
import gradus.judge.Verdict;
import gradus.judge.compile.CompileResult;
import gradus.judge.compile.SourceSet;
import gradus.judge.diagnose.TestingGrader;
import gradus.judge.diagnose.VerdictFactory;
import gradus.judge.javac.CompileError;
import gradus.judge.process.Worker;
import gradus.judge.process.WorkerKind;
import gradus.judge.process.WorkerPool;
import gradus.judge.run.CheckRunMonitor;
import gradus.judge.run.CheckRunResult;
import gradus.judge.run.LearnerCode;
import gradus.judge.run.RequestedChecks;
import gradus.judge.support.ContentHash;
import gradus.judge.validate.MissingImports;
import gradus.judge.validate.SubmissionValidator;
import gradus.judge.validate.TestClass;
import gradus.judge.validate.UntaughtCalls;
import gradus.proctor.transcript.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Compiles a learner's tests and runs them on each implementation of a lab of tests.
///
/// Each run has a JVM of its own. In one that several runs share, a test could keep what it has seen of one
/// implementation, and fail on the next because it is another one, without testing anything.
final class TestingRun {

    private final JudgeEngine engine;
    private final Testing lab;
    private final Consumer<ProgressEvent> progressListener;

    TestingRun(JudgeEngine engine, Testing lab, Consumer<ProgressEvent> progressListener) {
        this.engine = engine;
        this.lab = lab;
        this.progressListener = progressListener;
    }

    /// Announces that tests for this lab will come, so that workers are prepared for them.
    void prepare() {
        Map<String, byte[]> starter = engine.implementations().starter(lab);
        Map<String, byte[]> reference = engine.implementations().of(lab).getFirst();
        List<Lab.Check> tests = TestClass.of(lab.starter().className(), starter).tests();
        int megabytes = lab.limits().megabytes();
        String key = new ContentHash()
                .add(engine.library().hash())
                .add(lab.starter().text())
                .add(megabytes + " MB")
                .hex();
        engine.prepareFor(new WorkerPool.WarmUpJob(key, megabytes, job(starter, tests, reference)));
    }

    /// The job that runs tests on an implementation.
    Job job(Map<String, byte[]> testClasses, List<Lab.Check> tests, Map<String, byte[]> implementation) {
        return new Job(
                engine.reachable(implementation, testClasses),
                implementation,
                testClasses,
                new Job.RunTests(tests.stream()
                        .map(test -> new Job.CheckMethod(test.id(), test.className(), test.method(), false))
                        .toList()));
    }

    Verdict judge(Submission submission) {
        Optional<Verdict> invalid = SubmissionValidator.validate(lab, submission);
        if (invalid.isPresent()) {
            return invalid.get();
        }
        List<Map<String, byte[]>> implementations = engine.implementations().of(lab);
        return switch (engine.snippetCompiler().compile(SourceSet.of(submission.sources()), Map.of())) {
            case CompileResult.Timeout timeout -> VerdictFactory.compileTimeout(timeout.limit(), lab.checks());
            case CompileResult.Failure failure ->
                VerdictFactory.didNotCompile(MissingImports.explained(failure.errors(), untaughtCalls()));
            case CompileResult.Success success -> run(success, implementations);
        };
    }

    private Verdict run(CompileResult.Success compiled, List<Map<String, byte[]>> implementations) {
        TestClass tests = TestClass.of(lab.starter().className(), compiled.classes());
        var grader = new TestingGrader(lab, compiled.took(), tests.forgotten());
        List<CompileError> errors = tests.errors().isEmpty()
                ? untaughtCalls().find(compiled.classes(), Map.of(), Set.of())
                : tests.errors();
        if (!errors.isEmpty()) {
            return VerdictFactory.didNotCompile(errors);
        }
        progressListener.accept(new ProgressEvent.Compiled());
        if (tests.tests().isEmpty()) {
            return grader.withoutTests();
        }
        var run = new Run(compiled, tests.tests(), implementations, grader);
        int right = 1 + lab.rightSolutions().size();
        List<CheckRunResult> results = new ArrayList<>(run.all(0, 1));
        if (!results.getFirst().passed()) {
            return grader.grade(results);
        }
        results.addAll(run.all(1, right));
        if (!results.stream().allMatch(CheckRunResult::passed)) {
            return grader.refused(results, run.reference());
        }
        results.addAll(run.all(right, implementations.size()));
        return grader.grade(results);
    }

    private UntaughtCalls untaughtCalls() {
        return new UntaughtCalls(
                lab.libraryUse(),
                lab.subject().stream().map(Cut::type).collect(Collectors.toSet()),
                engine.library().classes());
    }

    /// The runs of the same tests.
    private final class Run {

        private final CompileResult.Success compiled;
        private final List<Lab.Check> tests;
        private final List<Map<String, byte[]>> implementations;
        private final TestingGrader grader;

        Run(
                CompileResult.Success compiled,
                List<Lab.Check> tests,
                List<Map<String, byte[]>> implementations,
                TestingGrader grader) {
            this.compiled = compiled;
            this.tests = tests;
            this.implementations = implementations;
            this.grader = grader;
        }

        /// Runs the tests on the implementations with these indices, on as many at a time as there are cores.
        List<CheckRunResult> all(int from, int to) {
            try (var runs = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
                List<Future<CheckRunResult>> running = IntStream.range(from, to)
                        .mapToObj(index -> runs.submit(() -> on(implementations.get(index), index == 0)))
                        .toList();
                var results = new ArrayList<CheckRunResult>();
                for (int i = from; i < to; i++) {
                    Lab.Check check = lab.checks().get(i);
                    progressListener.accept(new ProgressEvent.Checking(check.id(), check.title()));
                    results.add(Parallel.await(running.get(i - from)));
                    progressListener.accept(new ProgressEvent.Checked(grader.result(i, results.getLast())));
                }
                return results;
            }
        }

        /// Runs the tests on the library, and shows nothing of it.
        CheckRunResult reference() {
            return on(implementations.getFirst(), false);
        }

        private CheckRunResult on(Map<String, byte[]> implementation, boolean shows) {
            Job job = job(compiled.classes(), tests, implementation);
            Worker worker = engine.workerPool().acquire(WorkerKind.of(lab.limits(), List.of()));
            return engine.checkRunner().run(worker, job, () -> monitor(shows));
        }

        /// @param shows whether what the tests print is shown
        private CheckRunMonitor monitor(boolean shows) {
            return new CheckRunMonitor(
                    lab.limits(), Optional.empty(), RequestedChecks.of(tests), LearnerCode.of(compiled), event -> {
                        if (shows && event instanceof ProgressEvent.Printed) {
                            progressListener.accept(event);
                        }
                    });
        }
    }
}
