package gradus.proctor.worker;

import gradus.proctor.failure.AssertionFailure;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.transcript.Event;
import gradus.proctor.transcript.Job.DrawRequest;
import java.lang.reflect.InvocationTargetException;
import java.util.List;

/// Draws one figure for each [DrawRequest].
final class FigureRunner {

    private final ClassLoader loader;
    private final EventChannel events;
    private final OutputCapture output;

    FigureRunner(ClassLoader loader, EventChannel events, OutputCapture output) {
        this.loader = loader;
        this.events = events;
        this.output = output;
    }

    void run(String className, JobInbox inbox) throws ReflectiveOperationException {
        Class<? extends Figure> type = Class.forName(className, false, loader).asSubclass(Figure.class);
        while (true) {
            DrawRequest request = inbox.nextRequest();
            // The time of this picture starts now: until here the JVM was starting up.
            events.send(new Event.Started(type.getName()));
            Event reply = draw(type, request);
            output.flushPending();
            events.send(reply);
        }
    }

    private static Event draw(Class<? extends Figure> type, DrawRequest request) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            Figure figure = constructor.newInstance();
            List<Control> controls = figure.controls();
            ControlValues controlValues = ControlValues.of(controls, request.controlValues());
            Picture picture = figure.draw(controlValues);
            return new Event.Drawn(picture.svg(), picture.description(), ControlsJson.of(controls, controlValues));
        } catch (InvocationTargetException e) {
            return new Event.Failed(type.getName(), AssertionFailure.findingOf(e.getCause()), 0);
        } catch (Throwable e) {
            return new Event.Failed(type.getName(), AssertionFailure.findingOf(e), 0);
        }
    }
}
