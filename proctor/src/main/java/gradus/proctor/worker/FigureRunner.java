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

/// Draws one figure for as long as somebody asks.
final class FigureRunner {

    private final ClassLoader loader;
    private final EventChannel eventChannel;
    private final OutputCapture outputCapture;

    FigureRunner(ClassLoader loader, EventChannel eventChannel, OutputCapture outputCapture) {
        this.loader = loader;
        this.eventChannel = eventChannel;
        this.outputCapture = outputCapture;
    }

    void run(String className, JobInbox jobInbox) throws ReflectiveOperationException {
        Class<? extends Figure> type = Class.forName(className, false, loader).asSubclass(Figure.class);
        while (true) {
            DrawRequest drawRequest = jobInbox.nextRequest();
            // Says that the time of this picture begins now: before it the JVM was still being made ready.
            eventChannel.send(new Event.Started(type.getName()));
            Event reply = draw(type, drawRequest);
            outputCapture.flushPending();
            eventChannel.send(reply);
        }
    }

    private static Event draw(Class<? extends Figure> type, DrawRequest drawRequest) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            Figure figure = constructor.newInstance();
            List<Control> controls = figure.controls();
            ControlValues controlValues = ControlValues.of(controls, drawRequest.controlValues());
            Picture picture = figure.draw(controlValues);
            return new Event.Drawn(picture.svg(), picture.description(), ControlsJson.of(controls, controlValues));
        } catch (InvocationTargetException e) {
            return new Event.Failed(type.getName(), AssertionFailure.findingOf(e.getCause()), 0);
        } catch (Throwable e) {
            return new Event.Failed(type.getName(), AssertionFailure.findingOf(e), 0);
        }
    }
}
