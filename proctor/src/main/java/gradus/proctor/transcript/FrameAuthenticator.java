package gradus.proctor.transcript;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Message authentication codes (MACs) of frames, which only the holders of a [Token] can compute. The token
/// itself is never sent. A program may read what was written to its own output, but the MACs of some frames
/// don't help it to forge another one.
///
/// The MAC is a keyed hash, SipHash-2-4. Source: Aumasson and Bernstein, "SipHash: a fast short-input PRF",
/// 2012.
final class FrameAuthenticator {

    /// The length of the marker at the beginning of each frame.
    static final int MARKER_BYTES = 16;

    /// The length of the MAC that follows it.
    static final int MAC_BYTES = 8;

    private final Token token;

    FrameAuthenticator(Token token) {
        this.token = token;
    }

    /// The first or the second half of the marker of frame `number`. Each frame has a different marker.
    long marker(int number, int half) {
        return sipHash(ByteBuffer.allocate(5).putInt(number).put((byte) half));
    }

    /// The MAC of the content of frame `number`.
    long mac(int number, byte continued, byte[] content, int from, int length) {
        return sipHash(
                ByteBuffer.allocate(5 + length).putInt(number).put(continued).put(content, from, length));
    }

    /// The SipHash-2-4 of all bytes that have been put into `written`.
    long sipHash(ByteBuffer written) {
        ByteBuffer bytes = written.flip().order(ByteOrder.LITTLE_ENDIAN);
        long last = (long) bytes.remaining() << 56;
        var state = new SipHashState(token.high(), token.low());
        while (bytes.remaining() >= Long.BYTES) {
            state.update(bytes.getLong());
        }
        for (int shift = 0; bytes.hasRemaining(); shift += Byte.SIZE) {
            last |= (bytes.get() & 0xFFL) << shift;
        }
        state.update(last);
        return state.digest();
    }

    private static final class SipHashState {

        private long a;
        private long b;
        private long c;
        private long d;

        SipHashState(long high, long low) {
            a = high ^ 0x736f6d6570736575L;
            b = low ^ 0x646f72616e646f6dL;
            c = high ^ 0x6c7967656e657261L;
            d = low ^ 0x7465646279746573L;
        }

        void update(long word) {
            d ^= word;
            rounds(2);
            a ^= word;
        }

        long digest() {
            c ^= 0xFF;
            rounds(4);
            return a ^ b ^ c ^ d;
        }

        private void rounds(int count) {
            for (int i = 0; i < count; i++) {
                a += b;
                b = Long.rotateLeft(b, 13) ^ a;
                a = Long.rotateLeft(a, 32);
                c += d;
                d = Long.rotateLeft(d, 16) ^ c;
                a += d;
                d = Long.rotateLeft(d, 21) ^ a;
                c += b;
                b = Long.rotateLeft(b, 17) ^ c;
                c = Long.rotateLeft(c, 32);
            }
        }
    }
}
