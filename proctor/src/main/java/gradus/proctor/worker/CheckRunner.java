package gradus.proctor.worker;

import gradus.proctor.failure.AssertionFailure;
import gradus.proctor.failure.CheckFault;
import gradus.proctor.format.CallTexts;
import gradus.proctor.metric.RecordedMetrics;
import gradus.proctor.metric.ReportChannel;
import gradus.proctor.transcript.Event;
import gradus.proctor.transcript.Event.FailureKind;
import gradus.proctor.transcript.Event.Finding;
import gradus.proctor.transcript.Job.CheckMethod;
import gradus.proctor.transcript.Job.RunChecks;

/// Runs checks as JUnit would. It supports only the features of JUnit that a check may use, so it starts in
/// milliseconds where the JUnit platform takes hundreds.
final class CheckRunner {

    /// A longer check isn't run once more for the words of a call: it would use up too much of the lab's time.
    private static final long MAX_REPEATED_NANOS = 250_000_000;

    private final LayerClassLoader loader;
    private final EventChannel events;
    private final OutputCapture output;

    CheckRunner(LayerClassLoader loader, EventChannel events, OutputCapture output) {
        this.loader = loader;
        this.events = events;
        this.output = output;
    }

    void run(RunChecks task) throws ReflectiveOperationException {
        RecordedMetrics.start(task.seed());
        ReportChannel.open(events::send);
        VectorUnit.environment().ifPresent(events::send);
        boolean failed = false;
        for (CheckMethod check : task.checks()) {
            if (check.isGate() && failed) {
                continue;
            }
            Event event = run(check, CheckCall.of(check, loader));
            failed |= event instanceof Event.Failed;
        }
    }

    private Event run(CheckMethod check, CheckCall call) {
        events.send(new Event.Started(check.id()));
        CallTexts.cameLate();
        Event event = CallTexts.later(() -> attempt(check, call));
        output.flushPending();
        RecordedMetrics.take().forEach(events::send);
        if (event instanceof Event.Failed failed && CallTexts.cameLate() && isWorthRepeating(check, failed)) {
            event = inWords(check, call, failed);
        }
        events.send(event);
        return event;
    }

    private static boolean isWorthRepeating(CheckMethod check, Event.Failed failed) {
        return !check.isGate()
                && failed.nanos() <= MAX_REPEATED_NANOS
                && failed.finding().kind() != FailureKind.TO_DO;
    }

    /// The failure with its call in the words that it had before it was made. If the check doesn't fail in the same way
    /// once more, then as it was.
    private Event.Failed inWords(CheckMethod check, CheckCall call, Event.Failed first) {
        output.mute(true);
        try {
            return CallTexts.before(() -> attempt(check, call)) instanceof Event.Failed again
                            && isSame(first.finding(), again.finding())
                    ? new Event.Failed(first.check(), again.finding(), first.nanos())
                    : first;
        } finally {
            output.mute(false);
            RecordedMetrics.take();
        }
    }

    private static boolean isSame(Finding first, Finding again) {
        return first.kind() == again.kind()
                && first.expected().equals(again.expected())
                && first.got().equals(again.got())
                && first.why().equals(again.why());
    }

    private static Event attempt(CheckMethod check, CheckCall call) {
        // An earlier check may have interrupted the thread.
        Thread.interrupted();
        long start = System.nanoTime();
        try {
            call.run("check");
            return new Event.Passed(check.id(), System.nanoTime() - start);
        } catch (Throwable thrown) {
            long elapsed = System.nanoTime() - start;
            Throwable cause = CheckCall.cause(thrown);
            Throwable first = cause instanceof ExceptionInInitializerError error ? error.getCause() : cause;
            if (first instanceof CheckFault fault && fault.isGenuine()) {
                throw new CheckFault("the check " + check.id() + ": " + fault.getMessage());
            }
            return new Event.Failed(check.id(), AssertionFailure.findingOf(cause), elapsed);
        }
    }
}
