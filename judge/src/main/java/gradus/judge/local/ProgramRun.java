package gradus.judge.local;

import gradus.judge.SnippetRunner.Result;
import gradus.judge.process.TimeLimit;
import gradus.judge.process.Worker;
import gradus.judge.process.WorkerEventQueue;
import gradus.judge.process.WorkerEventQueue.PollResult;
import gradus.judge.process.WorkerKind;
import gradus.judge.run.CheckRunMonitor;
import gradus.judge.support.JudgeException;
import gradus.proctor.transcript.Event;
import gradus.proctor.transcript.Job;
import java.time.Duration;
import java.util.Map;

/// Runs the main method of a compiled program, in a child JVM that is reused while nothing goes wrong.
///
/// @param className the class with the main method
/// @param limit for the run, without the start of the child
record ProgramRun(JudgeEngine engine, String className, Duration limit) {

    private static final int MEGABYTES = 256;
    private static final Duration START_LIMIT = Duration.ofSeconds(20);

    /// @param parts classes in place of the library's, or beside them
    Result run(Map<String, byte[]> classes, Map<String, byte[]> parts) {
        var job = new Job(engine.reachable(parts, classes), parts, classes, new Job.RunMain(className));
        try {
            return run(engine.reusableWorkers().acquire(WorkerKind.strict(MEGABYTES)), job);
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

    private Result awaitResult(WorkerEventQueue events) {
        var output = new StringBuilder();
        String failure = "";
        boolean hasStarted = false;
        TimeLimit timeLimit = TimeLimit.clock(START_LIMIT);
        while (true) {
            switch (events.next(timeLimit)) {
                case PollResult.Received(Event.Printed printed) -> output.append(printed.text());
                case PollResult.Received(Event.Started started) -> {
                    hasStarted = true;
                    timeLimit = events.processorTime(limit);
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
                    if (!hasStarted) {
                        throw new JudgeException(
                                "the child JVM did not start within " + START_LIMIT.toSeconds() + " s");
                    }
                    return new Result.Failed("it ran longer than " + limit.toSeconds() + " s", output.toString());
                }
                case PollResult.Exited exited -> {
                    if (!hasStarted) {
                        throw new CheckRunMonitor.WorkerLostException(
                                "the child JVM ended before it started the program, exit code " + exited.exitCode());
                    }
                    return new Result.Failed("it ended the JVM, exit code " + exited.exitCode(), output.toString());
                }
                case PollResult.Malformed malformed ->
                    throw new JudgeException("the channel from the child broke: " + malformed.reason());
            }
        }
    }
}
