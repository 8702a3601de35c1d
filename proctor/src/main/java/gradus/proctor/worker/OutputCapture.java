package gradus.proctor.worker;

import gradus.proctor.transcript.Event;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Captures `System.out` and `System.err`: sends them to the parent line by line, up to 64 KB in total.
final class OutputCapture extends OutputStream {

    static final int MAX_BYTES = 64 << 10;

    private static final int MAX_CHUNK_BYTES = 8 << 10;

    private final EventChannel events;
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private int written;
    private boolean muted;

    OutputCapture(EventChannel events) {
        this.events = events;
    }

    @Override
    public synchronized void write(int value) {
        if (muted) {
            return;
        }
        if (written == MAX_BYTES) {
            flushPending();
            events.send(new Event.Printed("\n… (output truncated: only the first 64 KB are shown)\n"));
        }
        if (written <= MAX_BYTES) {
            written++;
        }
        if (written > MAX_BYTES) {
            return;
        }
        // Only before the first byte of a character, so that no character is split.
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

    /// Does nothing: the print stream calls it after every print, but only complete lines are sent.
    @Override
    public synchronized void flush() {}

    /// Drops what is printed from now on, or no longer does.
    synchronized void mute(boolean mutes) {
        muted = mutes;
    }

    /// Sends the pending output, even if the line is incomplete.
    synchronized void flushPending() {
        if (pending.size() > 0) {
            events.send(new Event.Printed(pending.toString(StandardCharsets.UTF_8)));
            pending.reset();
        }
    }
}
