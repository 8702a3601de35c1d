package gradus.proctor.transcript;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/// Writes messages as frames, which a [FrameReader] finds among any other output on the same stream.
///
/// A frame consists of a unique marker, a MAC, a flag that says whether the message continues, and up to 485
/// bytes of payload. Frames are at most 512 bytes long. Every system writes that many bytes to a pipe
/// atomically, so the output of another writer can't get in between.
public final class FrameWriter {

    static final int HEADER_BYTES = FrameAuthenticator.MARKER_BYTES + FrameAuthenticator.MAC_BYTES + 1 + 2;
    static final int MAX_PAYLOAD_BYTES = 512 - HEADER_BYTES;

    private final OutputStream out;
    private final FrameAuthenticator authenticator;
    private int number;

    public FrameWriter(OutputStream out, Token token) {
        this.out = out;
        this.authenticator = new FrameAuthenticator(token);
    }

    public synchronized void write(byte[] message) throws IOException {
        int at = 0;
        do {
            int length = Math.min(MAX_PAYLOAD_BYTES, message.length - at);
            byte continued = (byte) (at + length < message.length ? 1 : 0);
            byte[] frame = ByteBuffer.allocate(HEADER_BYTES + length)
                    .putLong(authenticator.marker(number, 0))
                    .putLong(authenticator.marker(number, 1))
                    .putLong(authenticator.mac(number, continued, message, at, length))
                    .put(continued)
                    .putShort((short) length)
                    .put(message, at, length)
                    .array();
            out.write(frame);
            number++;
            at += length;
        } while (at < message.length);
        out.flush();
    }
}
