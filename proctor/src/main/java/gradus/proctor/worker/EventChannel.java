package gradus.proctor.worker;

import gradus.proctor.transcript.Event;
import gradus.proctor.transcript.EventCodec;
import gradus.proctor.transcript.FrameWriter;
import gradus.proctor.transcript.Token;
import java.io.IOException;
import java.io.OutputStream;

/// The way back to the parent.
final class EventChannel {

    private final FrameWriter frames;

    EventChannel(OutputStream out, Token token) {
        this.frames = new FrameWriter(out, token);
    }

    /// A parent that cannot be told anything any more has no use for a child: the JVM ends.
    void send(Event event) {
        try {
            frames.write(EventCodec.encode(event));
        } catch (IOException e) {
            Runtime.getRuntime().halt(Main.EXIT_PARENT_GONE);
        }
    }
}
