package gradus.proctor.worker;

import gradus.proctor.transcript.Event;
import gradus.proctor.transcript.EventCodec;
import gradus.proctor.transcript.FrameWriter;
import gradus.proctor.transcript.Token;
import java.io.IOException;
import java.io.OutputStream;

/// Sends events to the parent process.
final class EventChannel {

    private final FrameWriter frames;

    EventChannel(OutputStream out, Token token) {
        this.frames = new FrameWriter(out, token);
    }

    /// Sends `event`. Halts the JVM if the channel is closed, because then the parent has gone.
    void send(Event event) {
        try {
            frames.write(EventCodec.encode(event));
        } catch (IOException e) {
            Runtime.getRuntime().halt(Main.EXIT_PARENT_GONE);
        }
    }
}
