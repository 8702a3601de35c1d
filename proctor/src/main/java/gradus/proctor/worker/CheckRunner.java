package gradus.proctor.worker;

import gradus.proctor.failure.AssertionFailure;
import gradus.proctor.failure.CheckFault;
import gradus.proctor.metric.RecordedMetrics;
import gradus.proctor.metric.ReportChannel;
import gradus.proctor.transcript.Event;
import gradus.proctor.transcript.Job.CheckMethod;
import gradus.proctor.transcript.Job.RunChecks;

/// Runs checks as JUnit would. It supports only the features of JUnit that a check may use, so it starts in
/// milliseconds where the JUnit platform takes hundreds.
final class CheckRunner {

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
        // An earlier check may have interrupted the thread.
        Thread.interrupted();
        events.send(new Event.Started(check.id()));
        long start = System.nanoTime();
        Event event;
        try {
            call.run("check");
            event = new Event.Passed(check.id(), System.nanoTime() - start);
        } catch (Throwable thrown) {
            long elapsed = System.nanoTime() - start;
            Throwable cause = CheckCall.cause(thrown);
            Throwable first = cause instanceof ExceptionInInitializerError error ? error.getCause() : cause;
            if (first instanceof CheckFault fault && fault.isGenuine()) {
                throw new CheckFault("the check " + check.id() + ": " + fault.getMessage());
            }
            event = new Event.Failed(check.id(), AssertionFailure.findingOf(cause), elapsed);
        }
        output.flushPending();
        RecordedMetrics.take().forEach(events::send);
        events.send(event);
        return event;
    }
}
