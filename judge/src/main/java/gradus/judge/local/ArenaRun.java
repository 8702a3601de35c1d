package gradus.judge.local;

import gradus.course.Arena;
import gradus.course.answer.ProbeLog;
import gradus.judge.Cancellation;
import gradus.judge.LearnerParts;
import gradus.judge.ProbeResult;
import gradus.judge.ProgressEvent;
import gradus.judge.Submission;
import gradus.judge.Verdict;
import gradus.judge.diagnose.ArenaGrader;
import gradus.judge.process.TimeLimit;
import gradus.judge.process.Worker;
import gradus.judge.process.WorkerEventQueue;
import gradus.judge.process.WorkerEventQueue.PollResult;
import gradus.judge.process.WorkerKind;
import gradus.judge.run.LearnerCode;
import gradus.judge.support.JudgeException;
import gradus.proctor.transcript.Event;
import gradus.proctor.transcript.Job;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/// Runs the contenders of an arena, each time in a JVM of its own.
///
/// A probe runs the learner's own parts where they exist. The hidden test runs the library's only: nothing of a
/// learner's is in a JVM that has its labels.
final class ArenaRun {

    private static final Duration START_LIMIT = Duration.ofSeconds(30);

    private final JudgeEngine engine;
    private final Arena arena;
    private final Map<String, byte[]> classes;

    ArenaRun(JudgeEngine engine, Arena arena) {
        this.engine = engine;
        this.arena = arena;
        this.classes = engine.implementations().compiled(List.of(arena.code()));
    }

    /// Runs a contender on a fold. What the judge itself can't do is a failure of the probe.
    ProbeResult probe(String contender, int fold, LearnerParts learnerParts, Cancellation cancellation) {
        try {
            return probed(contender, fold, learnerParts, cancellation);
        } catch (JudgeException e) {
            return new ProbeResult.Failed(String.valueOf(e.getMessage()));
        }
    }

    private ProbeResult probed(String contender, int fold, LearnerParts learnerParts, Cancellation cancellation) {
        CompiledParts compiled = engine.compile(Optional.empty(), learnerParts);
        Run run = run(contender, OptionalInt.of(fold), compiled, cancellation);
        cancellation.check();
        return switch (run) {
            case Run.Scored(Event.Scored scored) ->
                new ProbeResult.Scored(
                        new ProbeLog.Probe(contender, fold, scored.fitNanos(), scored.predictNanos(), scored.scores()));
            case Run.Failed(String why) ->
                new ProbeResult.Failed(why
                        + (compiled.parts().isEmpty()
                                ? ""
                                : "; your own parts ran, so let the library's run in their place and probe again"));
        };
    }

    Verdict judge(Submission submission, Consumer<ProgressEvent> progressListener) {
        return new ArenaGrader(arena, submission).grade(() -> hidden(progressListener));
    }

    /// The scores on the hidden test, by contender.
    private Map<String, List<Double>> hidden(Consumer<ProgressEvent> progressListener) {
        var scores = new LinkedHashMap<String, List<Double>>();
        CompiledParts none = engine.compile(Optional.empty(), LearnerParts.NONE);
        for (Arena.Contender contender : arena.contenders()) {
            progressListener.accept(
                    new ProgressEvent.Progress(scores.size(), arena.contenders().size()));
            switch (run(contender.id(), OptionalInt.empty(), none, new Cancellation())) {
                case Run.Scored(Event.Scored scored) -> scores.put(contender.id(), scored.scores());
                case Run.Failed(String why) ->
                    throw new JudgeException(
                            "the contender " + contender.id() + " gave no scores on the hidden test: " + why);
            }
        }
        if (scores.values().stream().map(List::size).distinct().count() > 1) {
            throw new JudgeException("the contenders were scored on different numbers of examples of the hidden test");
        }
        return scores;
    }

    private sealed interface Run {

        record Scored(Event.Scored scored) implements Run {}

        record Failed(String why) implements Run {}
    }

    private Run run(String contender, OptionalInt fold, CompiledParts learnerParts, Cancellation cancellation) {
        cancellation.check();
        Map<String, byte[]> parts = engine.parts(Optional.empty(), learnerParts);
        var job = new Job(
                engine.reachable(parts, classes),
                parts,
                classes,
                new Job.RunContender(arena.code().className(), contender, fold));
        WorkerKind kind = WorkerKind.of(
                arena.limits(), LearnerCode.of(learnerParts.compiled()).classes());
        try (Worker worker = engine.workerPool().acquire(kind)) {
            cancellation.whenCancelled(worker::close);
            return await(worker.start(job));
        }
    }

    private Run await(WorkerEventQueue events) {
        boolean hasStarted = false;
        TimeLimit timeLimit = TimeLimit.clock(START_LIMIT);
        while (true) {
            switch (events.next(timeLimit)) {
                case PollResult.Received(Event.Started _) -> {
                    hasStarted = true;
                    timeLimit = events.processorTime(arena.limits().processorTime());
                }
                case PollResult.Received(Event.Scored scored) -> {
                    return new Run.Scored(scored);
                }
                case PollResult.Received(Event.Failed failed) -> {
                    return new Run.Failed("it threw " + failed.finding().got());
                }
                case PollResult.Received(Event.ProctorFault fault) -> throw new JudgeException(fault.message());
                case PollResult.Received _ -> {}
                case PollResult.TimedOut _ -> {
                    if (!hasStarted) {
                        throw new JudgeException(
                                "the child JVM did not start within " + START_LIMIT.toSeconds() + " s");
                    }
                    return new Run.Failed("it ran longer than " + arena.limits().seconds() + " s");
                }
                case PollResult.Exited exited -> {
                    if (exited.exitCode() == Worker.OUT_OF_MEMORY_EXIT_CODE) {
                        return new Run.Failed(
                                "it needed more than " + arena.limits().megabytes() + " MB");
                    }
                    return new Run.Failed("it ended the JVM, exit code " + exited.exitCode());
                }
                case PollResult.Malformed malformed ->
                    throw new JudgeException("the channel from the child broke: " + malformed.reason());
            }
        }
    }
}
