package gradus.proctor.worker;

import gradus.proctor.failure.TestFindings;
import gradus.proctor.metric.RecordedMetrics;
import gradus.proctor.transcript.Event;
import gradus.proctor.transcript.Job.CheckMethod;
import gradus.proctor.transcript.Job.RunTests;
import java.util.OptionalLong;

/// Runs tests that a learner wrote, as [CheckRunner] runs checks. But nobody vouches for them: a mistake in
/// one is a failure of that test and no fault of the lab, what it measures isn't reported, and its texts are
/// cut.
final class TestRunner {

    private final LayerClassLoader loader;
    private final EventChannel events;
    private final OutputCapture output;

    TestRunner(LayerClassLoader loader, EventChannel events, OutputCapture output) {
        this.loader = loader;
        this.events = events;
        this.output = output;
    }

    void run(RunTests task) {
        RecordedMetrics.start(OptionalLong.empty());
        task.tests().forEach(this::run);
    }

    private void run(CheckMethod test) {
        // An earlier test may have interrupted the thread.
        Thread.interrupted();
        events.send(new Event.Started(test.id()));
        long start = System.nanoTime();
        Event event;
        try {
            CheckCall.of(test, loader).run("test");
            event = new Event.Passed(test.id(), System.nanoTime() - start);
        } catch (Throwable thrown) {
            long elapsed = System.nanoTime() - start;
            event = new Event.Failed(test.id(), TestFindings.of(CheckCall.cause(thrown)), elapsed);
        }
        output.flushPending();
        RecordedMetrics.take();
        events.send(event);
    }
}
