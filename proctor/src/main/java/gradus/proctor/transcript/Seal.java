package gradus.proctor.transcript;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// What only the holders of a [Token] can put on a frame. The token itself never leaves them: a program may read
/// back what was written to its own output, and whoever has seen the seals of some frames can still make none.
///
/// A keyed hash, SipHash-2-4. Source: Aumasson and Bernstein, "SipHash: a fast short-input PRF", 2012.
final class Seal {

    /// What a frame begins with, and what seals its content.
    static final int MARK = 16;

    static final int BYTES = 8;

    private final Token token;

    Seal(Token token) {
        this.token = token;
    }

    /// What frame `number`, and no other, begins with: the first or the second half of it.
    long mark(int number, int half) {
        return of(ByteBuffer.allocate(5).putInt(number).put((byte) half));
    }

    /// The seal of what frame `number` holds.
    long of(int number, byte more, byte[] content, int from, int length) {
        return of(ByteBuffer.allocate(5 + length).putInt(number).put(more).put(content, from, length));
    }

    /// The hash of all that has been put into `written`.
    long of(ByteBuffer written) {
        ByteBuffer bytes = written.flip().order(ByteOrder.LITTLE_ENDIAN);
        long last = (long) bytes.remaining() << 56;
        var state = new State(token.high(), token.low());
        while (bytes.remaining() >= Long.BYTES) {
            state.take(bytes.getLong());
        }
        for (int shift = 0; bytes.hasRemaining(); shift += Byte.SIZE) {
            last |= (bytes.get() & 0xFFL) << shift;
        }
        state.take(last);
        return state.end();
    }

    private static final class State {

        private long a;
        private long b;
        private long c;
        private long d;

        State(long high, long low) {
            a = high ^ 0x736f6d6570736575L;
            b = low ^ 0x646f72616e646f6dL;
            c = high ^ 0x6c7967656e657261L;
            d = low ^ 0x7465646279746573L;
        }

        void take(long word) {
            d ^= word;
            rounds(2);
            a ^= word;
        }

        long end() {
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
