package gradus.judge.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import gradus.course.MemberId;
import gradus.course.Rename;
import gradus.course.Source;
import gradus.course.cut.Merged.Lines;
import gradus.course.cut.Merged.Remark;
import gradus.judge.compile.CompileCodec;
import gradus.judge.compile.CompileResult;
import gradus.judge.compile.PartLayout;
import gradus.judge.compile.PartSource;
import gradus.judge.compile.SourceSet;
import gradus.judge.javac.CompileError;
import gradus.proctor.transcript.Event;
import gradus.proctor.transcript.Event.Finding;
import gradus.proctor.transcript.EventCodec;
import gradus.proctor.transcript.FrameReader;
import gradus.proctor.transcript.Job;
import gradus.proctor.transcript.JobCodec;
import gradus.proctor.transcript.Token;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Fuzzes every decoder of pipe messages: malformed input must be rejected with an [IOException], and take no
/// more memory than its length allows.
class ProtocolFuzzTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final Token TOKEN = new Token(0x0123456789abcdefL, 0xfedcba9876543210L);

    /// An exception takes some thousand bytes, and so does the buffer of a reader.
    private static final long MOST_AT_ONCE = 256 << 10;

    private static final long MOST_FOR_A_BYTE = 100;

    interface Reader {
        void read(byte[] bytes) throws IOException;
    }

    /// A decoder, with valid input.
    record Decoder(String name, byte[] right, Reader reader) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Decoder> decoders() throws IOException {
        var job = new ByteArrayOutputStream();
        JobCodec.write(job, new JobCodec.JobMessage(TOKEN, job(), true));
        var moved = new ByteArrayOutputStream();
        JobCodec.write(moved, new Job.DrawRequest(Map.of("k", "3", "größe", "🎲")));
        var request = new ByteArrayOutputStream();
        CompileCodec.write(
                request,
                new CompileCodec.Request(
                        true,
                        new SourceSet(Map.of("A.java", "class A {}"), List.of(part())),
                        Map.of("B", new byte[] {1, 2, 3})));
        return Stream.of(
                        events(),
                        Stream.of(
                                new Decoder(
                                        "a job",
                                        job.toByteArray(),
                                        bytes -> JobCodec.read(new ByteArrayInputStream(bytes))),
                                new Decoder(
                                        "a request",
                                        moved.toByteArray(),
                                        bytes -> JobCodec.read(new ByteArrayInputStream(bytes))),
                                new Decoder(
                                        "a request to compile",
                                        request.toByteArray(),
                                        bytes -> CompileCodec.read(new ByteArrayInputStream(bytes))),
                                built(new CompileResult.Success(
                                        Map.of("A", new byte[] {7}, "B", new byte[40]),
                                        Duration.ofMillis(3),
                                        Map.of("A.java", layout()))),
                                built(new CompileResult.Failure(
                                        List.of(new CompileError("A.java", 1, 2, "no", "not so")))),
                                built(new CompileResult.Timeout(Duration.ofSeconds(4))),
                                new Decoder("frames", ByteCorruptor.joined(frames()), ProtocolFuzzTest::readFrames)))
                .flatMap(decoders -> decoders);
    }

    private static PartSource part() {
        MemberId member = MemberId.parse("Model#plus(Vector)");
        return new PartSource(
                Source.of("a.A", "class A {}"),
                List.of(new PartSource.Own(
                        "class A { int b; }", List.of(member), List.of(new Rename("a.A", "add", member)))));
    }

    private static PartLayout layout() {
        MemberId member = MemberId.parse("plus");
        return new PartLayout(
                List.of(new Lines(1, 3), Lines.ALL),
                List.of(
                        new Remark.Missing(member, 1, "int plus()"),
                        new Remark.Changed(member, 2, "int plus()", "long plus()"),
                        new Remark.Gone(member, 3),
                        new Remark.Renamed(member, 4, "add"),
                        new Remark.IgnoredEdit("minus", 5),
                        new Remark.ImportClash("List", 6),
                        new Remark.LentImport("java.util.Arrays", 7)));
    }

    @ParameterizedTest
    @MethodSource("decoders")
    void validInputIsDecoded(Decoder decoder) throws IOException {
        decoder.reader().read(decoder.right());
    }

    @ParameterizedTest
    @MethodSource("decoders")
    void truncatedInputIsRejected(Decoder decoder) {
        for (int length = 0; length < decoder.right().length; length++) {
            give(decoder, Arrays.copyOf(decoder.right(), length));
        }
    }

    @ParameterizedTest
    @MethodSource("decoders")
    void anAbsurdNumberIsRejectedAnywhere(Decoder decoder) {
        for (int at = 0; at + 4 <= decoder.right().length; at++) {
            for (int number : ByteCorruptor.UNLIKELY) {
                give(
                        decoder,
                        ByteBuffer.wrap(decoder.right().clone())
                                .putInt(at, number)
                                .array());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("decoders")
    void anyFlippedBitIsDecodedOrRejected(Decoder decoder) {
        for (int bit = 0; bit < 8 * decoder.right().length; bit++) {
            byte[] flipped = decoder.right().clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            give(decoder, flipped);
        }
    }

    @ParameterizedTest
    @MethodSource("decoders")
    void damagedInputIsDecodedOrRejected(Decoder decoder) {
        damage(decoder, 2_000);
    }

    @ParameterizedTest
    @MethodSource("decoders")
    @Tag("hostile")
    void muchDamagedInputIsDecodedOrRejected(Decoder decoder) {
        damage(decoder, 100_000);
    }

    @Test
    void framesInAnotherOrderNeverMakeOtherMessages() {
        mixUp(5_000);
    }

    @Test
    @Tag("hostile")
    void framesInManyOtherOrdersNeverMakeOtherMessages() {
        mixUp(500_000);
    }

    private static void damage(Decoder decoder, int times) {
        var byteCorruptor = new ByteCorruptor(decoder.name().hashCode());
        for (int i = 0; i < times; i++) {
            give(decoder, i % 4 == 0 ? byteCorruptor.random(200) : byteCorruptor.to(decoder.right()));
        }
    }

    private static void mixUp(int times) {
        var byteCorruptor = new ByteCorruptor(3);
        byte[] foreign = EncodedFrames.of(Token.fresh(), messages()).getFirst();
        for (int i = 0; i < times; i++) {
            var came = new ArrayList<byte[]>();
            try {
                var reader = new FrameReader(
                        new ByteArrayInputStream(ByteCorruptor.joined(byteCorruptor.toOrder(frames(), foreign))),
                        TOKEN);
                for (byte[] message = reader.next(); message != null; message = reader.next()) {
                    came.add(message);
                }
            } catch (IOException e) {
                // What is missing or comes twice is noticed.
            }
            assertThat(came).as("case " + i).hasSizeLessThanOrEqualTo(messages().size());
            for (int k = 0; k < came.size(); k++) {
                assertThat(came.get(k)).as("case " + i).isEqualTo(messages().get(k));
            }
        }
    }

    /// Any exception but the expected one fails the test.
    private static void give(Decoder decoder, byte[] bytes) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        try {
            decoder.reader().read(bytes);
        } catch (IOException e) {
            // Refused.
        } catch (RuntimeException | Error e) {
            throw new AssertionError(
                    decoder + " did not expect " + java.util.HexFormat.of().formatHex(bytes), e);
        }
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
        if (allocated > MOST_AT_ONCE + MOST_FOR_A_BYTE * bytes.length) {
            throw new AssertionError(decoder + " took " + allocated + " bytes for " + bytes.length);
        }
    }

    private static void readFrames(byte[] bytes) throws IOException {
        var reader = new FrameReader(new ByteArrayInputStream(bytes), TOKEN);
        byte[] message = reader.next();
        while (message != null) {
            message = reader.next();
        }
        assertThat(reader.strayOutput().length()).isLessThanOrEqualTo(4096);
    }

    private static List<byte[]> frames() {
        return EncodedFrames.of(TOKEN, messages());
    }

    private static List<byte[]> messages() {
        return List.of(new byte[0], new byte[] {1, 2, 3}, new byte[1200], new byte[] {4}, new byte[600]);
    }

    private static Stream<Decoder> events() {
        var frames = List.of(new Event.StackFrame("gradus.ml.linalg.Vector", "dot", "Vector.java", 42));
        var finding = new Finding(Event.FailureKind.THREW, "v.dot(w)", "32", "∞", "because", List.of("nan"), frames);
        return Stream.of(
                        new Event.Started("A#b"),
                        new Event.Passed("A#b", 7),
                        new Event.Failed("A#b", finding, 7),
                        new Event.Printed("größer 🎲"),
                        new Event.Drawn("<svg/>", "a picture", "[]"),
                        new Event.Finished(1, 2, 3, Map.of("gradus.ml.linalg.Vector", 7)),
                        new Event.ProctorFault("so"))
                .map(event -> new Decoder(event.toString(), EventCodec.encode(event), EventCodec::decode));
    }

    private static Decoder built(CompileResult compileResult) {
        return new Decoder(
                compileResult.getClass().getSimpleName(), CompileCodec.encode(compileResult), CompileCodec::decode);
    }

    private static Job job() {
        return new Job(
                Map.of("L", new byte[30]),
                Map.of("A", new byte[60], "B", new byte[0]),
                Map.of("C", new byte[] {7}),
                new Job.RunChecks(List.of(new Job.CheckMethod("A#b", "gradus.checks.a.A", "b", true))));
    }
}
