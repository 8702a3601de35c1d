package gradus.judge.local;

import gradus.judge.FigureReply;
import gradus.judge.process.TimeLimit;
import gradus.judge.process.Worker;
import gradus.judge.process.WorkerEventQueue;
import gradus.judge.process.WorkerEventQueue.PollResult;
import gradus.judge.run.LearnerCode;
import gradus.judge.support.JudgeException;
import gradus.proctor.transcript.Event;
import gradus.proctor.transcript.Event.FailureKind;
import gradus.proctor.transcript.Event.Finding;
import gradus.proctor.transcript.Job;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A session that draws one figure in one child JVM, any number of times.
final class FigureSession implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Duration START_TIMEOUT = Duration.ofSeconds(30);

    private final String key;
    private final String name;
    private final LearnerCode learnerCode;
    private final List<String> own;
    private final Worker worker;
    private final WorkerEventQueue events;
    private boolean hasStarted;
    private boolean closed;

    /// @param key a hash of the figure's source and the learner's parts
    /// @param learnerCode the learner's own code
    /// @param own the learner's own classes that the figure uses
    FigureSession(String key, String name, LearnerCode learnerCode, List<String> own, Worker worker, Job job) {
        this.key = key;
        this.name = name;
        this.learnerCode = learnerCode;
        this.own = own;
        this.worker = worker;
        this.events = worker.start(job);
    }

    String key() {
        return key;
    }

    /// Whether the session has ended and can't draw any more.
    boolean isClosed() {
        return closed;
    }

    FigureReply draw(Map<String, String> controlValues) {
        worker.send(new Job.DrawRequest(controlValues));
        // The first picture also waits for the JVM to start.
        TimeLimit limit = hasStarted ? events.processorTime(LIMIT) : TimeLimit.clock(START_TIMEOUT);
        while (true) {
            switch (events.next(limit)) {
                case PollResult.Received received -> {
                    switch (received.event()) {
                        case Event.Drawn drawn -> {
                            hasStarted = true;
                            return new FigureReply.Drawn(drawn.svg(), drawn.description(), drawn.controls(), own);
                        }
                        case Event.Failed failed -> {
                            hasStarted = true;
                            return new FigureReply.NotDrawn(why(failed.finding()));
                        }
                        case Event.Started started -> {
                            hasStarted = true;
                            limit = events.processorTime(LIMIT);
                        }
                        case Event.Printed printed -> {}
                        case Event.ProctorFault proctorFault -> {
                            return fail("the figure " + name + " cannot be drawn: " + proctorFault.message());
                        }
                        case Event.Report report -> throw unexpected(report);
                        case Event.Ready ready -> throw unexpected(ready);
                        case Event.Measured measured -> throw unexpected(measured);
                        case Event.Passed passed -> throw unexpected(passed);
                        case Event.Scored scored -> throw unexpected(scored);
                        case Event.Finished finished -> throw unexpected(finished);
                    }
                }
                case PollResult.TimedOut timedOut -> {
                    return fail("the figure " + name + " took longer than " + LIMIT.toSeconds() + " s" + advice());
                }
                case PollResult.Exited exited -> {
                    return fail("the program that draws the figure " + name
                            + " ended before it drew a picture (exit code " + exited.exitCode() + ")" + advice());
                }
                case PollResult.Malformed malformed -> {
                    return fail("the channel from the child broke: " + malformed.reason());
                }
            }
        }
    }

    private FigureReply fail(String why) {
        close();
        return new FigureReply.NotDrawn(why);
    }

    private String advice() {
        return learnerCode.classes().isEmpty() ? "" : ". Look at your own parts, or switch to the library's for now";
    }

    /// Names what failed: the learner's own part on the stack, if there is one, or else the figure.
    private String why(Finding finding) {
        return finding.stackTrace().stream()
                .filter(frame -> learnerCode.contains(frame.className(), frame.line()))
                .findFirst()
                .map(frame -> "your own " + simple(frame.className()) + "." + frame.method() + ", line "
                        + frame.line()
                        + (finding.kind() == FailureKind.TO_DO ? ", isn't written yet" : ", threw " + finding.got()))
                .orElse("the figure " + name + " threw " + finding.got());
    }

    private static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1).replace('$', '.');
    }

    private static JudgeException unexpected(Event event) {
        return new JudgeException("unexpected message from the proctor: " + event);
    }

    @Override
    public void close() {
        closed = true;
        worker.close();
    }
}
