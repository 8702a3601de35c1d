package gradus.proctor.transcript;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Finds the frames of one job in a stream that others may write to as well, and reassembles the messages.
/// Bytes between the frames are stray output; the beginning of it is kept. If a frame has been removed,
/// everything after it is stray output too.
///
/// It has a buffer of its own: the platform's takes a lock for each byte, and whoever writes stray output without end
/// would wait for this reader more than it computes.
public final class FrameReader {

    private static final int MAX_STRAY_BYTES = 4096;
    private static final int MAX_MESSAGE_BYTES = 16 << 20;
    private static final int BUFFER_BYTES = 1 << 13;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int position;
    private int end;
    private final FrameAuthenticator authenticator;
    private final byte[] stray = new byte[MAX_STRAY_BYTES];

    /// Written after the bytes that it counts, so that other threads see them.
    private volatile int strayBytes;

    private int number;

    public FrameReader(InputStream in, Token token) {
        this.in = in;
        this.authenticator = new FrameAuthenticator(token);
    }

    /// The next message, or null at the end of the stream. A message that is incomplete at the end doesn't
    /// count.
    ///
    /// @throws IOException if a frame has been changed
    public byte @Nullable [] next() throws IOException {
        var message = new ByteArrayOutputStream();
        boolean incomplete = true;
        while (incomplete) {
            if (!findMarker()) {
                return null;
            }
            try {
                long mac = number(Long.BYTES);
                byte continued = (byte) number(1);
                int length = WireFormat.requireAtMost((int) number(Short.BYTES), FrameWriter.MAX_PAYLOAD_BYTES);
                WireFormat.requireAtMost(message.size() + length, MAX_MESSAGE_BYTES);
                byte[] payload = payload(length);
                if (authenticator.mac(number, continued, payload, 0, length) != mac) {
                    throw new IOException("frame " + number + " has an invalid MAC");
                }
                number++;
                incomplete = continued != 0;
                message.writeBytes(payload);
            } catch (EOFException e) {
                return null;
            }
        }
        return message.toByteArray();
    }

    /// The beginning of the stray output: messages of the JVM itself, or bytes that the program wrote to the
    /// stream directly, not to `System.out`.
    public String strayOutput() {
        return new String(stray, 0, strayBytes, StandardCharsets.UTF_8);
    }

    /// Slides a window of 16 bytes along the stream until it contains the marker of the next frame. Bytes
    /// that leave the window are stray output.
    private boolean findMarker() throws IOException {
        long first = authenticator.marker(number, 0);
        long second = authenticator.marker(number, 1);
        long high = 0;
        long low = 0;
        for (int seen = 0; ; seen++) {
            if (seen >= FrameAuthenticator.MARKER_BYTES) {
                if (high == first && low == second) {
                    return true;
                }
                addStray((byte) (high >>> 56));
            }
            int next = read();
            if (next < 0) {
                addRemaining(high, low, Math.min(seen, FrameAuthenticator.MARKER_BYTES - 1));
                return false;
            }
            high = high << 8 | low >>> 56;
            low = low << 8 | next;
        }
    }

    private void addRemaining(long high, long low, int bytes) {
        for (int i = bytes - 1; i >= 0; i--) {
            addStray((byte) (i >= 8 ? high >>> 8 * (i - 8) : low >>> 8 * i));
        }
    }

    private void addStray(byte value) {
        int count = strayBytes;
        if (count < MAX_STRAY_BYTES) {
            stray[count] = value;
            strayBytes = count + 1;
        }
    }

    /// The next byte, or −1 at the end of the stream.
    private int read() throws IOException {
        return position == end && !fill() ? -1 : buffer[position++] & 0xff;
    }

    private boolean fill() throws IOException {
        position = 0;
        end = Math.max(0, in.read(buffer, 0, BUFFER_BYTES));
        return end > 0;
    }

    /// A big-endian number of so many bytes.
    private long number(int bytes) throws IOException {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            int next = read();
            if (next < 0) {
                throw new EOFException();
            }
            value = value << 8 | next;
        }
        return value;
    }

    private byte[] payload(int length) throws IOException {
        byte[] payload = new byte[length];
        int filled = 0;
        while (filled < length) {
            if (position == end && !fill()) {
                throw new EOFException();
            }
            int part = Math.min(length - filled, end - position);
            System.arraycopy(buffer, position, payload, filled, part);
            position += part;
            filled += part;
        }
        return payload;
    }
}
