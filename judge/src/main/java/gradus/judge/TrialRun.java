package gradus.judge;

import gradus.course.Lab;
import gradus.course.Source;
import gradus.judge.Trial.Ending;
import gradus.judge.Verdict.CheckResult;
import gradus.judge.Verdict.Outcome;
import gradus.judge.Verdict.Place;
import gradus.judge.build.Breakdown;
import gradus.judge.build.Library;
import gradus.judge.child.Mailbox;
import gradus.judge.child.Mailbox.Mail;
import gradus.judge.child.Worker;
import gradus.proctor.transcript.Event;
import gradus.proctor.transcript.Event.Finding;
import gradus.proctor.transcript.Job;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Runs a lab's checks in a child and writes down how it went. Whatever the learner's code does, this ends:
/// at the latest when the lab's time is up.
final class TrialRun {

    /// A child that has not begun by then never will: the machine is at fault, not the learner.
    private static final Duration TO_BEGIN = Duration.ofSeconds(30);

    /// As a process exits that got the signal that nobody can refuse. The child cannot send it to itself.
    private static final int KILLED = 128 + 9;

    /// As a process exits that has used up the processor time that the system gives it.
    private static final int OUT_OF_PROCESSOR_TIME = 128 + 24;

    private static final int FEWEST_SAMPLES = 5;

    private static final Event.Finished NO_MEASURE = new Event.Finished(0, 0, 0, Map.of());

    private final Map<String, Lab.Check> checks = new LinkedHashMap<>();
    private final Map<String, CheckResult> results = new HashMap<>();
    private final Map<String, Finding> findings = new HashMap<>();
    private final StringBuilder output = new StringBuilder();
    private final Lab.Limits limits;
    private final Set<String> learners;
    private final Consumer<Progress> watcher;
    private Lab.@Nullable Check running;
    private long start;
    private long deadline;

    /// @param learners the top-level classes that the learner wrote, to say where something was thrown
    TrialRun(List<Lab.Check> checks, Lab.Limits limits, Set<String> learners, Consumer<Progress> watcher) {
        checks.forEach(check -> this.checks.put(check.id(), check));
        this.limits = limits;
        this.learners = learners;
        this.watcher = watcher;
    }

    /// The job of running `checks`.
    ///
    /// @param parts classes in place of the library's
    static Job job(Kit kit, Map<String, byte[]> parts, List<Lab.Check> checks) {
        List<Job.CheckMethod> calls = checks.stream()
                .map(check -> new Job.CheckMethod(check.id(), check.className(), check.method()))
                .toList();
        return new Job(kit.library().classes(), parts, kit.checks(), new Job.RunChecks(calls));
    }

    /// The child was ended by somebody else, or never began: nothing can be said of the submission.
    static final class Lost extends Breakdown {

        private static final long serialVersionUID = 1L;

        Lost(String message) {
            super(message);
        }
    }

    /// Listens until the child is through, or time is up.
    Trial follow(Mailbox mailbox) {
        start = System.nanoTime();
        deadline = start + TO_BEGIN.toNanos();
        while (true) {
            switch (mailbox.next(deadline)) {
                case Mail.Came came -> {
                    switch (came.event()) {
                        case Event.Started started -> started(started);
                        case Event.Passed passed -> passed(passed);
                        case Event.Failed failed -> failed(failed);
                        case Event.Printed printed -> printed(printed.text());
                        case Event.Finished finished -> {
                            return through(finished);
                        }
                        case Event.ProctorFault proctorFault ->
                            throw new Breakdown("the proctor failed: " + proctorFault.message());
                        case Event.Drawn drawn -> throw new Breakdown("a picture came where checks were run: " + drawn);
                    }
                }
                case Mail.Late() -> {
                    if (results.isEmpty() && running == null) {
                        throw new Lost("the child JVM did not begin within " + TO_BEGIN.toSeconds() + " s");
                    }
                    return trial(new Ending.OutOfTime(), NO_MEASURE);
                }
                case Mail.Gone gone -> {
                    if (results.isEmpty() && running == null) {
                        throw new Lost("the child JVM ended before it began, exit code " + gone.exitCode() + " "
                                + gone.noise().strip());
                    }
                    if (gone.exitCode() == KILLED) {
                        throw new Lost("the child JVM was killed from outside");
                    }
                    return trial(ending(gone), NO_MEASURE);
                }
                case Mail.Garbled garbled -> throw new Lost("the channel from the child broke: " + garbled.why());
            }
        }
    }

    private static Ending ending(Mail.Gone gone) {
        boolean full = gone.exitCode() == Worker.OUT_OF_MEMORY && gone.noise().contains("OutOfMemoryError");
        if (full || gone.noise().contains("insufficient memory for the Java Runtime")) {
            return new Ending.OutOfMemory();
        }
        if (gone.exitCode() == OUT_OF_PROCESSOR_TIME) {
            return new Ending.OutOfTime();
        }
        // From 128 on a signal ended it, as after a crash.
        return new Ending.EndedEarly(
                gone.exitCode() > 128
                        ? "the JVM crashed or was killed, exit code " + gone.exitCode()
                        : "System.exit or Runtime.halt, exit code " + gone.exitCode());
    }

    private void started(Event.Started started) {
        if (running == null && results.isEmpty()) {
            // Only now does the learner's code run; before it the child was still being made ready.
            deadline = System.nanoTime() + Duration.ofSeconds(limits.seconds()).toNanos();
        }
        running = check(started.check());
        watcher.accept(new Progress.Checking(running.id(), running.title()));
    }

    private void passed(Event.Passed passed) {
        result(passed.check(), new Outcome.Passed(Duration.ofNanos(passed.nanos())));
    }

    private void failed(Event.Failed failed) {
        Finding finding = failed.finding();
        findings.put(failed.check(), finding);
        result(
                failed.check(),
                new Outcome.Failed(finding.call(), finding.expected(), finding.got(), finding.why(), places(finding)));
    }

    private void result(String id, Outcome outcome) {
        Lab.Check check = check(id);
        var result = new CheckResult(id, check.title(), check.visible(), outcome);
        results.put(id, result);
        running = null;
        watcher.accept(new Progress.Checked(result));
    }

    private Lab.Check check(String id) {
        Lab.Check check = checks.get(id);
        if (check == null) {
            throw new Breakdown("the proctor spoke of a check that was not asked for: " + id);
        }
        return check;
    }

    private void printed(String text) {
        output.append(text);
        watcher.accept(new Progress.Printed(text));
    }

    private List<Place> places(Finding finding) {
        return finding.stackTrace().stream()
                .filter(stackFrame -> learners.contains(Library.outermost(stackFrame.className())))
                .map(stackFrame ->
                        new Place(Source.pathOf(Library.outermost(stackFrame.className())), stackFrame.line(), 0))
                .toList();
    }

    private Trial through(Event.Finished finished) {
        if (!results.keySet().containsAll(checks.keySet())) {
            throw new Breakdown("the proctor finished without running every check");
        }
        return trial(new Ending.Through(), finished);
    }

    private Trial trial(Ending ending, Event.Finished measured) {
        List<CheckResult> inOrder = checks.values().stream()
                .map(check -> results.getOrDefault(
                        check.id(), new CheckResult(check.id(), check.title(), check.visible(), new Outcome.NotRun())))
                .toList();
        return new Trial(
                inOrder,
                findings,
                ending,
                Optional.ofNullable(running),
                output.toString(),
                Duration.ofNanos(System.nanoTime() - start),
                Duration.ofNanos(measured.cpuNanos()),
                measured.allocatedBytes(),
                measured.peakHeapBytes(),
                share(measured.samples()));
    }

    /// How much of the time that was spent in library and lab was spent in what the learner wrote, in
    /// percent; what ran in the checks themselves does not count. Empty where it was over before anybody
    /// could look.
    private OptionalInt share(Map<String, Integer> samples) {
        int yours = 0;
        int all = 0;
        for (Map.Entry<String, Integer> sample : samples.entrySet()) {
            if (!sample.getKey().startsWith("gradus.checks.")) {
                all += sample.getValue();
                yours += learners.contains(sample.getKey()) ? sample.getValue() : 0;
            }
        }
        return all < FEWEST_SAMPLES ? OptionalInt.empty() : OptionalInt.of(Math.round(100f * yours / all));
    }
}
