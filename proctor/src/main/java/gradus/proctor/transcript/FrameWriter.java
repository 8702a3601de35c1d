package gradus.proctor.transcript;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/// Writes messages as frames that a [FrameReader] finds among anything else that is written to the same stream.
///
/// A frame is the token, a running number, whether the message goes on, and up to 489 bytes. Frames are no
/// longer than the 512 bytes that every system writes to a pipe in one piece, so another writer cannot get
/// between.
public final class FrameWriter {

    static final int HEADER = Token.BYTES + 4 + 1 + 2;
    static final int MOST = 512 - HEADER;

    private final OutputStream out;
    private final Token token;
    private int number;

    public FrameWriter(OutputStream out, Token token) {
        this.out = out;
        this.token = token;
    }

    public synchronized void write(byte[] message) throws IOException {
        int at = 0;
        do {
            int length = Math.min(MOST, message.length - at);
            boolean more = at + length < message.length;
            byte[] frame = ByteBuffer.allocate(HEADER + length)
                    .putLong(token.high())
                    .putLong(token.low())
                    .putInt(number++)
                    .put((byte) (more ? 1 : 0))
                    .putShort((short) length)
                    .put(message, at, length)
                    .array();
            out.write(frame);
            at += length;
        } while (at < message.length);
        out.flush();
    }
}
