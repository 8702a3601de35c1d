package gradus.proctor.worker;

import gradus.proctor.transcript.Event;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Where `System.out` and `System.err` go: to the parent, line by line, up to 64 KB in all.
final class OutputCapture extends OutputStream {

    static final int MAX_BYTES = 64 << 10;

    private static final int MAX_CHUNK_BYTES = 8 << 10;

    private final EventChannel eventChannel;
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private int written;

    OutputCapture(EventChannel eventChannel) {
        this.eventChannel = eventChannel;
    }

    @Override
    public synchronized void write(int value) {
        if (written == MAX_BYTES) {
            flushPending();
            eventChannel.send(new Event.Printed("\n… (more was printed than the 64 KB that are shown)\n"));
        }
        if (written <= MAX_BYTES) {
            written++;
        }
        if (written > MAX_BYTES) {
            return;
        }
        // Only before the first byte of a character, so that none is cut in two.
        if (pending.size() >= MAX_CHUNK_BYTES && (value & 0xC0) != 0x80) {
            flushPending();
        }
        pending.write(value);
        if (value == '\n' && pending.size() > MAX_CHUNK_BYTES / 2) {
            flushPending();
        }
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
        boolean ends = false;
        for (int i = from; i < from + length; i++) {
            write(bytes[i]);
            ends = bytes[i] == '\n';
        }
        if (ends) {
            flushPending();
        }
    }

    /// Called by the print stream after every print; a line waits until it is complete.
    @Override
    public synchronized void flush() {}

    /// Sends what is there, complete or not.
    synchronized void flushPending() {
        if (pending.size() > 0) {
            eventChannel.send(new Event.Printed(pending.toString(StandardCharsets.UTF_8)));
            pending.reset();
        }
    }
}
