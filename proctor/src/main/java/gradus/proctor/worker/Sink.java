package gradus.proctor.worker;

import gradus.proctor.transcript.Event;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Where `System.out` and `System.err` go: to the parent, line by line, up to 64 KB in all.
final class Sink extends OutputStream {

    static final int LIMIT = 64 << 10;

    private static final int MOST_AT_ONCE = 8 << 10;

    private final Channel channel;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int seen;

    Sink(Channel channel) {
        this.channel = channel;
    }

    @Override
    public synchronized void write(int value) {
        if (seen == LIMIT) {
            flushLine();
            channel.send(new Event.Printed("\n… (more was printed than the 64 KB that are shown)\n"));
        }
        if (seen <= LIMIT) {
            seen++;
        }
        if (seen > LIMIT) {
            return;
        }
        // Only before the first byte of a character, so that none is cut in two.
        if (line.size() >= MOST_AT_ONCE && (value & 0xC0) != 0x80) {
            flushLine();
        }
        line.write(value);
        if (value == '\n' && line.size() > MOST_AT_ONCE / 2) {
            flushLine();
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
            flushLine();
        }
    }

    /// Called by the print stream after every print; a line waits until it is complete.
    @Override
    public synchronized void flush() {}

    /// Sends what is there, complete or not.
    synchronized void flushLine() {
        if (line.size() > 0) {
            channel.send(new Event.Printed(line.toString(StandardCharsets.UTF_8)));
            line.reset();
        }
    }
}
