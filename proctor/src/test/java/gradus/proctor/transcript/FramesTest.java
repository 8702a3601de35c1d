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
    void messagesOfAnyLengthComeThrough() throws IOException {
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
    void noFrameIsLongerThanWhatAPipeTakesInOnePiece() throws IOException {
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
    void whatOthersWriteBetweenTheFramesIsNoise() throws IOException {
        pipe.writeBytes(bytes("OpenJDK says hello"));
        writer.write(bytes("one"));
        pipe.writeBytes(bytes("Passed NumbersTest#sumByHand"));
        writer.write(bytes("two"));
        pipe.writeBytes(bytes("bye"));

        FrameReader reader = reader();
        assertThat(reader.next()).isEqualTo(bytes("one"));
        assertThat(reader.next()).isEqualTo(bytes("two"));
        assertThat(reader.next()).isNull();
        assertThat(reader.noise()).isEqualTo("OpenJDK says helloPassed NumbersTest#sumByHandbye");
    }

    @Test
    void theBeginningOfATokenBeforeATokenDoesNotHideIt() throws IOException {
        byte[] start = ByteBuffer.allocate(16)
                .putLong(token.high())
                .putLong(token.low())
                .array();
        for (int length = 1; length < 16; length++) {
            pipe.writeBytes(Arrays.copyOf(start, length));
            writer.write(bytes("message " + length));
        }

        FrameReader reader = reader();
        for (int length = 1; length < 16; length++) {
            assertThat(reader.next()).isEqualTo(bytes("message " + length));
        }
    }

    @Test
    void aFrameUnderAnotherTokenIsNoise() throws IOException {
        new FrameWriter(pipe, Token.fresh()).write(bytes("forged"));
        writer.write(bytes("true"));

        FrameReader reader = reader();
        assertThat(reader.next()).isEqualTo(bytes("true"));
        assertThat(reader.next()).isNull();
    }

    @Test
    void aMessageThatBreaksOffDoesNotCount() throws IOException {
        writer.write(new byte[1000]);
        byte[] all = pipe.toByteArray();

        for (int length : new int[] {0, 5, 17, 30, 512, 600, all.length - 1}) {
            var reader = new FrameReader(new ByteArrayInputStream(Arrays.copyOf(all, length)), token);
            assertThat(reader.next()).isNull();
        }
    }

    @Test
    void aFrameThatSomebodyTookOutIsMissed() throws IOException {
        writer.write(bytes("first"));
        pipe.reset();
        writer.write(bytes("second"));

        assertThatThrownBy(() -> reader().next()).hasMessageContaining("frame 1 came where frame 0 was due");
    }

    @Test
    void onlyTheBeginningOfTheNoiseIsKept() throws IOException {
        pipe.writeBytes(new byte[1_000_000]);
        FrameReader reader = reader();

        assertThat(reader.next()).isNull();
        assertThat(reader.noise()).hasSize(4096);
    }

    private FrameReader reader() {
        return new FrameReader(new ByteArrayInputStream(pipe.toByteArray()), token);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
