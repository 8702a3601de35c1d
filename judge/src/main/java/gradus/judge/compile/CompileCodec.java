package gradus.judge.compile;

import gradus.judge.javac.CompileError;
import gradus.proctor.transcript.WireFormat;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;

/// Encodes and decodes the messages between the judge and its compile process.
public final class CompileCodec {

    private static final int MAGIC = 0x6a617663;
    private static final int MAX_BYTES = 64 << 20;

    private CompileCodec() {}

    /// A request to compile.
    ///
    /// @param forLearner whether to compile against the library only; otherwise also against proctor and
    ///     checks
    public record Request(boolean forLearner, SourceSet sources, Map<String, byte[]> providedClasses) {
        public Request {
            providedClasses = Map.copyOf(providedClasses);
        }
    }

    public static void write(OutputStream to, Request request) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeInt(MAGIC);
        out.writeBoolean(request.forLearner());
        WireFormat.map(out, request.sources().files(), WireFormat::text);
        WireFormat.list(out, request.sources().parts(), PartCodec::part);
        WireFormat.map(out, request.providedClasses(), WireFormat::bytes);
        WireFormat.send(to, bytes.toByteArray());
    }

    /// @throws java.io.EOFException if there are no more requests
    public static Request read(InputStream from) throws IOException {
        try (var in = WireFormat.receive(from, MAX_BYTES)) {
            if (in.readInt() != MAGIC) {
                throw new IOException("not a request to compile");
            }
            return new Request(
                    in.readBoolean(),
                    new SourceSet(WireFormat.map(in, WireFormat::text), WireFormat.list(in, PartCodec::part)),
                    WireFormat.map(in, WireFormat::bytes));
        }
    }

    public static byte[] encode(CompileResult result) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            switch (result) {
                case CompileResult.Success success -> {
                    out.writeByte(1);
                    out.writeLong(success.took().toNanos());
                    WireFormat.map(out, success.classes(), WireFormat::bytes);
                    WireFormat.map(out, success.layouts(), PartCodec::layout);
                }
                case CompileResult.Failure failure -> {
                    out.writeByte(2);
                    WireFormat.list(out, failure.errors(), CompileCodec::error);
                }
                case CompileResult.Timeout timeout -> {
                    out.writeByte(3);
                    out.writeLong(timeout.limit().toNanos());
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    /// @throws IOException if `bytes` isn't exactly one result
    public static CompileResult decode(byte[] bytes) throws IOException {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int tag = in.readUnsignedByte();
            CompileResult result = switch (tag) {
                case 1 -> {
                    Duration took = Duration.ofNanos(in.readLong());
                    yield new CompileResult.Success(
                            WireFormat.map(in, WireFormat::bytes), took, WireFormat.map(in, PartCodec::layout));
                }
                case 2 -> new CompileResult.Failure(WireFormat.list(in, CompileCodec::error));
                case 3 -> new CompileResult.Timeout(Duration.ofNanos(in.readLong()));
                default -> throw new IOException("unknown tag of a compile result: " + tag);
            };
            if (in.available() > 0) {
                throw new IOException(in.available() + " extra bytes after a compile result");
            }
            return result;
        }
    }

    private static void error(DataOutputStream out, CompileError error) throws IOException {
        WireFormat.text(out, error.path());
        out.writeInt(error.line());
        out.writeInt(error.column());
        WireFormat.text(out, error.message());
        WireFormat.text(out, error.explanation());
    }

    private static CompileError error(DataInputStream in) throws IOException {
        return new CompileError(
                WireFormat.text(in), in.readInt(), in.readInt(), WireFormat.text(in), WireFormat.text(in));
    }
}
