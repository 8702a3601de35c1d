package gradus.proctor.transcript;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Finds the frames of one job in a stream that anyone may have written to, and puts messages together again.
/// What is between the frames is noise, of which the beginning is kept; what comes after a frame that somebody has
/// taken out is noise too.
public final class FrameReader {

    private static final int MOST_NOISE = 4096;
    private static final int LONGEST_MESSAGE = 16 << 20;

    private final DataInputStream in;
    private final Seal seal;
    private final ByteArrayOutputStream noise = new ByteArrayOutputStream();
    private int number;

    public FrameReader(InputStream in, Token token) {
        this.in = new DataInputStream(new BufferedInputStream(in));
        this.seal = new Seal(token);
    }

    /// The next message, or null at the end of the stream. A message that breaks off at the end does not count.
    ///
    /// @throws IOException if a frame has been changed
    public byte @Nullable [] next() throws IOException {
        var message = new ByteArrayOutputStream();
        boolean more = true;
        while (more) {
            if (!findMark()) {
                return null;
            }
            try {
                long sealed = in.readLong();
                byte goesOn = in.readByte();
                int length = Packing.bounded(in.readUnsignedShort(), FrameWriter.MOST);
                Packing.bounded(message.size() + length, LONGEST_MESSAGE);
                byte[] piece = new byte[length];
                in.readFully(piece);
                if (seal.of(number, goesOn, piece, 0, length) != sealed) {
                    throw new IOException("frame " + number + " was changed on its way");
                }
                number++;
                more = goesOn != 0;
                message.writeBytes(piece);
            } catch (EOFException e) {
                return null;
            }
        }
        return message.toByteArray();
    }

    /// The beginning of what came between the frames: words of the JVM itself, or bytes that the program wrote
    /// past `System.out`.
    public synchronized String noise() {
        return noise.toString(StandardCharsets.UTF_8);
    }

    /// Slides a window of 16 bytes along the stream until it shows the mark of the next frame;
    /// what falls out of the window is
    /// noise.
    private boolean findMark() throws IOException {
        long first = seal.mark(number, 0);
        long second = seal.mark(number, 1);
        long high = 0;
        long low = 0;
        for (int seen = 0; ; seen++) {
            if (seen >= Seal.MARK) {
                if (high == first && low == second) {
                    return true;
                }
                noise((byte) (high >>> 56));
            }
            int next = in.read();
            if (next < 0) {
                rest(high, low, Math.min(seen, Seal.MARK - 1));
                return false;
            }
            high = high << 8 | low >>> 56;
            low = low << 8 | next;
        }
    }

    private void rest(long high, long low, int bytes) {
        for (int i = bytes - 1; i >= 0; i--) {
            noise((byte) (i >= 8 ? high >>> 8 * (i - 8) : low >>> 8 * i));
        }
    }

    private synchronized void noise(byte value) {
        if (noise.size() < MOST_NOISE) {
            noise.write(value);
        }
    }
}
