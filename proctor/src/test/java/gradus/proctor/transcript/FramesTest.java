package gradus.proctor.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FramesTest {

    private final Token token = new Token(0x0123456789abcdefL, 0xfedcba9876543210L);
    private final ByteArrayOutputStream pipe = new ByteArrayOutputStream();
    private final FrameWriter writer = new FrameWriter(pipe, token);

    @Test
    void messagesOfAnyLengthAreTransmitted() throws IOException {
        byte[] longOne = new byte[100_000];
        new Random(1).nextBytes(longOne);
        writer.write(bytes("short"));
        writer.write(new byte[0]);
        writer.write(longOne);

        FrameReader reader = reader();
        assertThat(reader.next()).isEqualTo(bytes("short"));
        assertThat(reader.next()).isEmpty();
        assertThat(reader.next()).isEqualTo(longOne);
        assertThat(reader.next()).isNull();
    }

    @Test
    void aStreamMayDeliverOneByteAtATime() throws IOException {
        byte[] longOne = new byte[1000];
        new Random(2).nextBytes(longOne);
        pipe.writeBytes(bytes("stray"));
        writer.write(longOne);
        var slow = new ByteArrayInputStream(pipe.toByteArray()) {
            @Override
            public int read(byte[] into, int from, int length) {
                return super.read(into, from, Math.min(length, 1));
            }
        };

        var reader = new FrameReader(slow, token);
        assertThat(reader.next()).isEqualTo(longOne);
        assertThat(reader.next()).isNull();
        assertThat(reader.strayOutput()).isEqualTo("stray");
    }

    @Test
    void noFrameIsLongerThanAnAtomicPipeWrite() throws IOException {
        var longest = new int[1];
        var counting = new ByteArrayOutputStream() {
            @Override
            public void write(byte[] frame) {
                longest[0] = Math.max(longest[0], frame.length);
            }
        };
        new FrameWriter(counting, token).write(new byte[10_000]);

        assertThat(longest[0]).isEqualTo(512);
    }

    @Test
    void outputBetweenFramesIsStray() throws IOException {
        pipe.writeBytes(bytes("OpenJDK says hello"));
        writer.write(bytes("one"));
        pipe.writeBytes(bytes("Passed NumbersTest#sumByHand"));
        writer.write(bytes("two"));
        pipe.writeBytes(bytes("bye"));

        FrameReader reader = reader();
        assertThat(reader.next()).isEqualTo(bytes("one"));
        assertThat(reader.next()).isEqualTo(bytes("two"));
        assertThat(reader.next()).isNull();
        assertThat(reader.strayOutput()).isEqualTo("OpenJDK says helloPassed NumbersTest#sumByHandbye");
    }

    @Test
    void aPartialMarkerBeforeAFrameDoesNotHideIt() throws IOException {
        var frames = new ByteArrayOutputStream();
        var ahead = new FrameWriter(frames, token);
        for (int length = 1; length < 16; length++) {
            ahead.write(bytes("message " + length));
            pipe.writeBytes(Arrays.copyOf(frames.toByteArray(), length));
            pipe.writeBytes(frames.toByteArray());
            frames.reset();
        }

        FrameReader reader = reader();
        for (int length = 1; length < 16; length++) {
            assertThat(reader.next()).isEqualTo(bytes("message " + length));
        }
    }

    @Test
    void aReplayedFrameIsStray() throws IOException {
        writer.write(bytes("once"));
        pipe.writeBytes(pipe.toByteArray());
        writer.write(bytes("after"));

        FrameReader reader = reader();
        assertThat(reader.next()).isEqualTo(bytes("once"));
        assertThat(reader.next()).isEqualTo(bytes("after"));
        assertThat(reader.next()).isNull();
    }

    @Test
    void framesWithTheSameContentHaveDifferentMarkers() throws IOException {
        writer.write(bytes("same"));
        byte[] first = pipe.toByteArray();
        pipe.reset();
        writer.write(bytes("same"));

        assertThat(Arrays.copyOf(pipe.toByteArray(), 16)).isNotEqualTo(Arrays.copyOf(first, 16));
        assertThat(Arrays.copyOfRange(pipe.toByteArray(), 16, 24)).isNotEqualTo(Arrays.copyOfRange(first, 16, 24));
    }

    @Test
    void aTamperedFrameIsRejected() throws IOException {
        writer.write(bytes("failed"));
        byte[] frame = pipe.toByteArray();
        for (int at = 16; at < frame.length; at++) {
            byte[] changed = frame.clone();
            changed[at] ^= 1;
            var reader = new FrameReader(new ByteArrayInputStream(changed), token);
            assertThatThrownBy(() -> assertThat(reader.next()).isNotNull()).isNotNull();
        }
    }

    @Test
    void theMacIsSipHash() {
        var key = new Token(0x0706050403020100L, 0x0f0e0d0c0b0a0908L);
        var message = ByteBuffer.allocate(15);
        for (int i = 0; i < 15; i++) {
            message.put((byte) i);
        }

        assertThat(new FrameAuthenticator(key).sipHash(message)).isEqualTo(0xa129ca6149be45e5L);
    }

    @Test
    void aFrameWithAnotherTokenIsStray() throws IOException {
        new FrameWriter(pipe, Token.fresh()).write(bytes("forged"));
        writer.write(bytes("true"));

        FrameReader reader = reader();
        assertThat(reader.next()).isEqualTo(bytes("true"));
        assertThat(reader.next()).isNull();
    }

    @Test
    void anIncompleteMessageDoesNotCount() throws IOException {
        writer.write(new byte[1000]);
        byte[] all = pipe.toByteArray();

        for (int length : new int[] {0, 5, 17, 30, 512, 600, all.length - 1}) {
            var reader = new FrameReader(new ByteArrayInputStream(Arrays.copyOf(all, length)), token);
            assertThat(reader.next()).isNull();
        }
    }

    @Test
    void framesAfterARemovedOneDoNotCount() throws IOException {
        writer.write(bytes("first"));
        pipe.reset();
        writer.write(bytes("second"));

        assertThat(reader().next()).isNull();
    }

    @Test
    void onlyTheBeginningOfStrayOutputIsKept() throws IOException {
        pipe.writeBytes(new byte[1_000_000]);
        FrameReader reader = reader();

        assertThat(reader.next()).isNull();
        assertThat(reader.strayOutput()).hasSize(4096);
    }

    private FrameReader reader() {
        return new FrameReader(new ByteArrayInputStream(pipe.toByteArray()), token);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
