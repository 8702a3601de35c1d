package gradus.proctor.transcript;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/// Writes messages as frames that a [FrameReader] finds among anything else that is written to the same stream.
///
/// A frame is a mark that no other has, a seal, whether the message goes on, and up to 485 bytes. Frames are no
/// longer than the 512 bytes that every system writes to a pipe in one piece, so another writer cannot get
/// between.
public final class FrameWriter {

    static final int HEADER = Seal.MARK + Seal.BYTES + 1 + 2;
    static final int MOST = 512 - HEADER;

    private final OutputStream out;
    private final Seal seal;
    private int number;

    public FrameWriter(OutputStream out, Token token) {
        this.out = out;
        this.seal = new Seal(token);
    }

    public synchronized void write(byte[] message) throws IOException {
        int at = 0;
        do {
            int length = Math.min(MOST, message.length - at);
            byte more = (byte) (at + length < message.length ? 1 : 0);
            byte[] frame = ByteBuffer.allocate(HEADER + length)
                    .putLong(seal.mark(number, 0))
                    .putLong(seal.mark(number, 1))
                    .putLong(seal.of(number, more, message, at, length))
                    .put(more)
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
