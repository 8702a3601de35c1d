package gradus.judge.local;

import gradus.course.Lab;
import gradus.judge.JudgePaths;
import gradus.judge.LearnerParts;
import gradus.judge.SnippetRunner;
import gradus.judge.compile.CompileResult;
import gradus.judge.compile.SourceSet;
import gradus.judge.javac.CompileError;
import gradus.judge.process.Worker;
import gradus.judge.process.WorkerEventQueue;
import gradus.judge.process.WorkerEventQueue.PollResult;
import gradus.judge.run.CheckRunMonitor;
import gradus.judge.support.JudgeException;
import gradus.proctor.transcript.Event;
import gradus.proctor.transcript.Job;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// Runs snippets on this machine, in child JVMs that are reused while nothing goes wrong.
public final class LocalSnippetRunner implements SnippetRunner {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int MEGABYTES = 256;
    private static final String NAME = "Snippet";

    private final JudgeEngine engine;
    private final boolean ownsEngine;

    public LocalSnippetRunner(JudgePaths judgePaths) {
        this.engine = new JudgeEngine(judgePaths, false);
        this.ownsEngine = true;
    }

    LocalSnippetRunner(JudgeEngine engine) {
        this.engine = engine;
        this.ownsEngine = false;
    }

    @Override
    public Result run(String source, Optional<Lab> lab, LearnerParts learnerParts) {
        Map<String, byte[]> parts = engine.parts(lab, engine.compile(lab, learnerParts));
        return switch (engine.snippetCompiler().compile(SourceSet.of(Map.of(NAME + ".java", source)), parts)) {
            case CompileResult.Failure failure -> {
                CompileError first = failure.errors().getFirst();
                yield new Result.DidNotCompile(first.line(), first.message());
            }
            case CompileResult.Timeout timeout -> throw new JudgeException("a snippet took too long to compile");
            case CompileResult.Success success -> run(success.classes(), parts);
        };
    }

    private Result run(Map<String, byte[]> classes, Map<String, byte[]> parts) {
        var job = new Job(engine.reachable(parts, classes), parts, classes, new Job.RunMain(NAME));
        try {
            return run(engine.reusableWorkers().acquire(MEGABYTES), job);
        } catch (CheckRunMonitor.WorkerLostException e) {
            // The previous run may have left something behind that ended the worker.
            return run(engine.workerPool().acquire(MEGABYTES), job);
        }
    }

    private Result run(Worker worker, Job job) {
        Result result = null;
        try {
            result = awaitResult(worker.startReusable(job));
            return result;
        } finally {
            if (result instanceof Result.Through) {
                engine.reusableWorkers().release(worker);
            } else {
                worker.close();
            }
        }
    }

    private static Result awaitResult(WorkerEventQueue events) {
        var output = new StringBuilder();
        String failure = "";
        boolean hasStarted = false;
        // This includes the start of the child: the time isn't measured.
        long deadline = System.nanoTime() + LIMIT.multipliedBy(2).toNanos();
        while (true) {
            switch (events.next(deadline)) {
                case PollResult.Received(Event.Printed printed) -> output.append(printed.text());
                case PollResult.Received(Event.Started started) -> {
                    hasStarted = true;
                    deadline = System.nanoTime() + LIMIT.toNanos();
                }
                case PollResult.Received(Event.Failed failed) ->
                    failure = failed.finding().got();
                case PollResult.Received(Event.ProctorFault proctorFault) -> {
                    return new Result.Failed(proctorFault.message(), output.toString());
                }
                case PollResult.Received(Event.Finished finished) -> {
                    return failure.isEmpty()
                            ? new Result.Through(output.toString())
                            : new Result.Failed("it threw " + failure, output.toString());
                }
                case PollResult.Received received -> {}
                case PollResult.TimedOut timedOut -> {
                    return new Result.Failed("it ran longer than " + LIMIT.toSeconds() + " s", output.toString());
                }
                case PollResult.Exited exited -> {
                    if (!hasStarted) {
                        throw new CheckRunMonitor.WorkerLostException(
                                "the child JVM ended before it started the snippet, exit code " + exited.exitCode());
                    }
                    return new Result.Failed("it ended the JVM, exit code " + exited.exitCode(), output.toString());
                }
                case PollResult.Malformed malformed ->
                    throw new JudgeException("the channel from the child broke: " + malformed.reason());
            }
        }
    }

    @Override
    public void close() {
        if (ownsEngine) {
            engine.close();
        }
    }
}
