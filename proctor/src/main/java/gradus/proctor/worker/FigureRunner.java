package gradus.proctor.worker;

import gradus.proctor.Mismatch;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Settings;
import gradus.proctor.transcript.Event;
import gradus.proctor.transcript.Job.Request;
import java.lang.reflect.InvocationTargetException;
import java.util.List;

/// Draws one figure for as long as somebody asks.
final class FigureRunner {

    private final ClassLoader loader;
    private final Channel channel;
    private final Sink sink;

    FigureRunner(ClassLoader loader, Channel channel, Sink sink) {
        this.loader = loader;
        this.channel = channel;
        this.sink = sink;
    }

    void run(String className, Inbox inbox) throws ReflectiveOperationException {
        Class<? extends Figure> type = Class.forName(className, false, loader).asSubclass(Figure.class);
        while (true) {
            Request request = inbox.nextRequest();
            // Says that the time of this picture begins now: before it the JVM was still being made ready.
            channel.send(new Event.Started(type.getName()));
            Event reply = draw(type, request);
            sink.flushLine();
            channel.send(reply);
        }
    }

    private static Event draw(Class<? extends Figure> type, Request request) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            Figure figure = constructor.newInstance();
            List<Control> controls = figure.controls();
            Settings settings = Settings.of(controls, request.moved());
            Picture picture = figure.draw(settings);
            return new Event.Drawn(picture.svg(), picture.text(), ControlsJson.of(controls, settings));
        } catch (InvocationTargetException e) {
            return new Event.Failed(type.getName(), Mismatch.findingOf(e.getCause()), 0);
        } catch (Throwable e) {
            return new Event.Failed(type.getName(), Mismatch.findingOf(e), 0);
        }
    }
}
