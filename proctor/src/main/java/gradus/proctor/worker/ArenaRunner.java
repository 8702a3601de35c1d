package gradus.proctor.worker;

import gradus.proctor.arena.Arena;
import gradus.proctor.arena.Scores;
import gradus.proctor.failure.AssertionFailure;
import gradus.proctor.failure.CheckFault;
import gradus.proctor.metric.ReportChannel;
import gradus.proctor.transcript.Event;
import gradus.proctor.transcript.Job.RunContender;
import java.lang.reflect.Constructor;
import java.util.Arrays;

/// Runs a contender of an arena once, on a fold or on the hidden test.
final class ArenaRunner {

    private final ClassLoader loader;
    private final EventChannel events;
    private final OutputCapture output;

    ArenaRunner(ClassLoader loader, EventChannel events, OutputCapture output) {
        this.loader = loader;
        this.events = events;
        this.output = output;
    }

    void run(RunContender task) throws ReflectiveOperationException {
        ReportChannel.open(events::send);
        Constructor<?> constructor =
                Class.forName(task.className(), false, loader).getDeclaredConstructor();
        constructor.setAccessible(true);
        events.send(new Event.Started(task.contender()));
        long start = System.nanoTime();
        Event event;
        try {
            if (!(constructor.newInstance() instanceof Arena arena)) {
                throw new CheckFault(task.className() + " must implement " + Arena.class.getName());
            }
            Scores scores = task.fold().isPresent()
                    ? arena.probe(task.contender(), task.fold().getAsInt())
                    : arena.hidden(task.contender());
            event = new Event.Scored(
                    Arrays.stream(scores.perExample()).boxed().toList(), scores.fitNanos(), scores.predictNanos());
        } catch (ReflectiveOperationException | RuntimeException | Error thrown) {
            // A contender may be the learner's, and so may be what it throws.
            if (thrown instanceof CheckFault fault && fault.isGenuine()) {
                throw fault;
            }
            event = new Event.Failed(
                    task.contender(), AssertionFailure.findingOf(CheckCall.cause(thrown)), System.nanoTime() - start);
        }
        output.flushPending();
        events.send(event);
    }
}
