package gradus.judge.run;

import gradus.course.Coding;
import gradus.course.Lab;
import gradus.course.Source;
import gradus.judge.ProgressEvent;
import gradus.judge.Verdict.CheckResult;
import gradus.judge.Verdict.Metric;
import gradus.judge.Verdict.Outcome;
import gradus.judge.Verdict.Place;
import gradus.judge.process.TimeLimit;
import gradus.judge.process.Worker;
import gradus.judge.process.WorkerEventQueue;
import gradus.judge.process.WorkerEventQueue.PollResult;
import gradus.judge.run.CheckRunResult.Ending;
import gradus.judge.support.CompiledLibrary;
import gradus.judge.support.JudgeException;
import gradus.judge.support.OneLine;
import gradus.proctor.transcript.Event;
import gradus.proctor.transcript.Event.FailureKind;
import gradus.proctor.transcript.Event.Finding;
import gradus.proctor.transcript.Event.StackFrame;
import gradus.proctor.transcript.Job;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Monitors a run of a lab's checks in a child JVM and records the results. It always ends, whatever the
/// learner's code does: at the latest when the lab's time is up.
public final class CheckRunMonitor {

    /// If the child hasn't started by then, it never will: the machine is at fault, not the learner.
    private static final Duration START_TIMEOUT = Duration.ofSeconds(30);

    /// Exit code after SIGKILL, which the child can't send to itself.
    private static final int KILLED = 128 + 9;

    /// Exit code after SIGXCPU: the process has used up its processor time.
    private static final int CPU_LIMIT_EXCEEDED = 128 + 24;

    /// What a JVM prints when it crashes, before it exits with code 1.
    private static final String CRASH = "fatal error has been detected by the Java Runtime Environment";

    /// More would be a child that writes whatever it likes.
    private static final int MAX_METRICS = 100;

    private static final Event.Finished NOT_MEASURED = new Event.Finished(0, 0, 0, Map.of());

    private final Map<String, Lab.Check> checks = new LinkedHashMap<>();
    private final Map<String, CheckResult> results = new HashMap<>();
    private final Map<String, Finding> findings = new HashMap<>();
    private final List<Metric> metrics = new ArrayList<>();
    private final StringBuilder output = new StringBuilder();
    private final Lab.Limits limits;
    private final Optional<String> gate;
    private final LearnerCode learnerCode;
    private final Consumer<ProgressEvent> progressListener;
    private final ReportRelay reports;
    private Lab.@Nullable Check running;
    private long start;
    private TimeLimit timeLimit;

    /// @param gate the id of the check that runs only if all others have passed, if there is one
    /// @param learnerCode to find where in it an exception was thrown
    public CheckRunMonitor(
            Lab.Limits limits,
            Optional<String> gate,
            RequestedChecks checks,
            LearnerCode learnerCode,
            Consumer<ProgressEvent> progressListener) {
        checks.all().forEach(check -> this.checks.put(check.id(), check));
        this.limits = limits;
        this.gate = gate;
        this.learnerCode = learnerCode;
        this.progressListener = progressListener;
        this.timeLimit = TimeLimit.clock(START_TIMEOUT);
        this.reports = new ReportRelay(progressListener);
    }

    /// Creates the job that runs `checks`, the gate last.
    ///
    /// @param parts classes that replace the library's
    public static Job job(Coding lab, CompiledLab compiledLab, Map<String, byte[]> parts, RequestedChecks checks) {
        List<Job.CheckMethod> calls = checks.all().stream()
                .map(check -> new Job.CheckMethod(check.id(), check.className(), check.method(), lab.isGate(check)))
                .sorted(Comparator.comparing(Job.CheckMethod::isGate))
                .toList();
        return new Job(
                compiledLab.libraryFor(parts),
                parts,
                compiledLab.checkClasses(),
                new Job.RunChecks(calls, checks.seed()));
    }

    /// The child was ended from outside, or never started, which says nothing about the submission.
    public static final class WorkerLostException extends JudgeException {

        private static final long serialVersionUID = 1L;

        public WorkerLostException(String message) {
            super(message);
        }
    }

    /// Reads events until the child has finished, or time is up.
    ///
    /// @throws gradus.judge.process.MachineBusyException if the child never got its time
    public CheckRunResult awaitResult(WorkerEventQueue events) {
        start = System.nanoTime();
        timeLimit = TimeLimit.clock(START_TIMEOUT);
        while (true) {
            switch (events.next(timeLimit)) {
                case PollResult.Received received -> {
                    switch (received.event()) {
                        case Event.Started started -> started(started, events);
                        case Event.Measured measured -> measured(measured);
                        case Event.Report report -> reports.relay(report);
                        case Event.Ready ready -> {
                            // After the job before.
                        }
                        case Event.Passed passed -> passed(passed);
                        case Event.Failed failed -> failed(failed);
                        case Event.Printed printed -> printed(printed.text());
                        case Event.Finished finished -> {
                            return completed(finished);
                        }
                        case Event.ProctorFault proctorFault ->
                            throw new JudgeException("the proctor failed: " + proctorFault.message());
                        case Event.Drawn drawn ->
                            throw new JudgeException("unexpected picture from the proctor during checks: " + drawn);
                        case Event.Scored scored ->
                            throw new JudgeException("unexpected scores from the proctor during checks: " + scored);
                    }
                }
                case PollResult.TimedOut(boolean waited) -> {
                    if (results.isEmpty() && running == null) {
                        throw new WorkerLostException(
                                "the child JVM did not start within " + START_TIMEOUT.toSeconds() + " s");
                    }
                    return result(new Ending.OutOfTime(waited), NOT_MEASURED);
                }
                case PollResult.Exited exited -> {
                    if (results.isEmpty() && running == null) {
                        throw new WorkerLostException("the child JVM ended before it ran a check, exit code "
                                + exited.exitCode() + " " + exited.noise().strip());
                    }
                    if (exited.exitCode() == KILLED) {
                        throw new WorkerLostException("the child JVM was killed from outside");
                    }
                    return result(ending(exited), NOT_MEASURED);
                }
                case PollResult.Malformed malformed ->
                    throw new WorkerLostException("the channel from the child broke: " + malformed.reason());
            }
        }
    }

    private static Ending ending(PollResult.Exited exited) {
        boolean outOfMemory = exited.exitCode() == Worker.OUT_OF_MEMORY_EXIT_CODE
                && exited.noise().contains("OutOfMemoryError");
        if (outOfMemory || exited.noise().contains("insufficient memory for the Java Runtime")) {
            return new Ending.OutOfMemory();
        }
        if (exited.exitCode() == CPU_LIMIT_EXCEEDED) {
            return new Ending.OutOfTime(false);
        }
        boolean crashed = exited.exitCode() > 128 || exited.noise().contains(CRASH);
        return new Ending.EndedEarly(
                crashed
                        ? "the JVM crashed or was killed, exit code " + exited.exitCode()
                        : "System.exit or Runtime.halt, exit code " + exited.exitCode());
    }

    private void started(Event.Started started, WorkerEventQueue events) {
        if (running == null && results.isEmpty()) {
            // The learner's code runs only from now on; before, the child was still starting.
            timeLimit = events.processorTime(limits.processorTime());
        }
        running = check(started.check());
        metrics.clear();
        progressListener.accept(new ProgressEvent.Checking(running.id(), running.title()));
    }

    private void measured(Event.Measured measured) {
        if (metrics.size() == MAX_METRICS) {
            throw new JudgeException("a check measured more than " + MAX_METRICS + " metrics");
        }
        Optional<Metric.Threshold> threshold = switch (measured.bound()) {
            case NONE -> Optional.empty();
            case AT_LEAST -> Optional.of(new Metric.Threshold(true, measured.threshold()));
            case AT_MOST -> Optional.of(new Metric.Threshold(false, measured.threshold()));
        };
        metrics.add(new Metric(measured.name(), measured.value(), threshold));
    }

    private void passed(Event.Passed passed) {
        recordResult(passed.check(), new Outcome.Passed(Duration.ofNanos(passed.nanos())));
    }

    private void failed(Event.Failed failed) {
        Finding finding = inOneLine(inOwnCode(failed.finding()));
        findings.put(failed.check(), finding);
        recordResult(
                failed.check(),
                new Outcome.Failed(finding.call(), finding.expected(), finding.got(), finding.why(), places(finding)));
    }

    /// The finding with the text of an exception in one line.
    private static Finding inOneLine(Finding finding) {
        return finding.kind() == FailureKind.MISMATCH
                ? finding
                : new Finding(
                        finding.kind(),
                        finding.call(),
                        finding.expected(),
                        OneLine.of(finding.got()),
                        finding.why(),
                        finding.symptoms(),
                        finding.stackTrace());
    }

    /// The finding with only those frames that are in the learner's own lines, if there are any.
    private Finding inOwnCode(Finding finding) {
        List<StackFrame> own = finding.stackTrace().stream()
                .filter(frame -> learnerCode.contains(frame.className(), frame.line()))
                .toList();
        // Other frames may be in the cycle of a recursion.
        return own.isEmpty() || finding.kind() == FailureKind.RECURSION ? finding : finding.withStackTrace(own);
    }

    private void recordResult(String id, Outcome outcome) {
        Lab.Check check = check(id);
        var result = new CheckResult(id, check.title(), check.visible(), outcome, metrics);
        results.put(id, result);
        running = null;
        progressListener.accept(new ProgressEvent.Checked(result));
    }

    private Lab.Check check(String id) {
        Lab.Check check = checks.get(id);
        if (check == null) {
            throw new JudgeException("the proctor reported a check that was not requested: " + id);
        }
        return check;
    }

    private void printed(String text) {
        output.append(text);
        progressListener.accept(new ProgressEvent.Printed(text));
    }

    private List<Place> places(Finding finding) {
        return finding.stackTrace().stream()
                .filter(frame -> learnerCode.contains(frame.className(), frame.line()))
                .map(frame ->
                        new Place(Source.pathOf(CompiledLibrary.topLevelName(frame.className())), frame.line(), 0))
                .toList();
    }

    private CheckRunResult completed(Event.Finished finished) {
        if (!checks.values().stream().allMatch(check -> results.containsKey(check.id()) || isSkipped(check))) {
            throw new JudgeException("the proctor finished without running every check");
        }
        return result(new Ending.Completed(), finished);
    }

    /// Whether a check is left out because others have failed.
    private boolean isSkipped(Lab.Check check) {
        return gate.equals(Optional.of(check.id())) && !findings.isEmpty();
    }

    private CheckRunResult result(Ending ending, Event.Finished measured) {
        List<CheckResult> inOrder = checks.values().stream()
                .map(check -> results.getOrDefault(
                        check.id(), new CheckResult(check.id(), check.title(), check.visible(), new Outcome.NotRun())))
                .toList();
        return new CheckRunResult(
                inOrder,
                findings,
                ending,
                Optional.ofNullable(running),
                output.toString(),
                Duration.ofNanos(System.nanoTime() - start),
                Duration.ofNanos(measured.cpuNanos()),
                measured.allocatedBytes(),
                measured.peakHeapBytes(),
                learnerCode.percentOf(measured.samples()));
    }
}
