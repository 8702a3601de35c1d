package gradus.proctor.transcript;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// What only the holders of a [Token] can put on a frame. The token itself never leaves them: a program may
/// read back what was written to its own output, and whoever has seen the seals of some frames can still make
/// none.
///
/// A keyed hash, SipHash-2-4. Source: Aumasson and Bernstein, "SipHash: a fast short-input PRF", 2012.
final class FrameAuthenticator {

    /// What a frame begins with, and what seals its content.
    static final int MARKER_BYTES = 16;

    static final int MAC_BYTES = 8;

    private final Token token;

    FrameAuthenticator(Token token) {
        this.token = token;
    }

    /// What frame `number`, and no other, begins with: the first or the second half of it.
    long marker(int number, int half) {
        return sipHash(ByteBuffer.allocate(5).putInt(number).put((byte) half));
    }

    /// The seal of what frame `number` holds.
    long mac(int number, byte continued, byte[] content, int from, int length) {
        return sipHash(
                ByteBuffer.allocate(5 + length).putInt(number).put(continued).put(content, from, length));
    }

    /// The hash of all that has been put into `written`.
    long sipHash(ByteBuffer written) {
        ByteBuffer bytes = written.flip().order(ByteOrder.LITTLE_ENDIAN);
        long last = (long) bytes.remaining() << 56;
        var sipHashState = new SipHashState(token.high(), token.low());
        while (bytes.remaining() >= Long.BYTES) {
            sipHashState.update(bytes.getLong());
        }
        for (int shift = 0; bytes.hasRemaining(); shift += Byte.SIZE) {
            last |= (bytes.get() & 0xFFL) << shift;
        }
        sipHashState.update(last);
        return sipHashState.digest();
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
