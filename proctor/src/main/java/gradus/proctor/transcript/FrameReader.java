package gradus.proctor.transcript;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Finds the frames of one job in a stream that others may write to as well, and reassembles the messages.
/// Bytes between the frames are stray output; the beginning of it is kept. If a frame has been removed,
/// everything after it is stray output too.
public final class FrameReader {

    private static final int MAX_STRAY_BYTES = 4096;
    private static final int MAX_MESSAGE_BYTES = 16 << 20;

    private final DataInputStream in;
    private final FrameAuthenticator authenticator;
    private final ByteArrayOutputStream stray = new ByteArrayOutputStream();
    private int number;

    public FrameReader(InputStream in, Token token) {
        this.in = new DataInputStream(new BufferedInputStream(in));
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
                long mac = in.readLong();
                byte continued = in.readByte();
                int length = WireFormat.requireAtMost(in.readUnsignedShort(), FrameWriter.MAX_PAYLOAD_BYTES);
                WireFormat.requireAtMost(message.size() + length, MAX_MESSAGE_BYTES);
                byte[] payload = new byte[length];
                in.readFully(payload);
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
    public synchronized String strayOutput() {
        return stray.toString(StandardCharsets.UTF_8);
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
            int next = in.read();
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

    private synchronized void addStray(byte value) {
        if (stray.size() < MAX_STRAY_BYTES) {
            stray.write(value);
        }
    }
}
