package gradus.judge.compile;

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

/// What goes between the judge and its compile process.
public final class CompileCodec {

    private static final int MAGIC = 0x6a617663;
    private static final int MAX_BYTES = 64 << 20;

    private CompileCodec() {}

    /// What to compile.
    ///
    /// @param forLearner whether it sees what a learner's part sees; else also what comes with the course
    public record Request(boolean forLearner, Map<String, String> sources, Map<String, byte[]> providedClasses) {
        public Request {
            sources = Map.copyOf(sources);
            providedClasses = Map.copyOf(providedClasses);
        }
    }

    public static void write(OutputStream to, Request request) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeInt(MAGIC);
        out.writeBoolean(request.forLearner());
        WireFormat.map(out, request.sources(), WireFormat::text);
        WireFormat.map(out, request.providedClasses(), WireFormat::bytes);
        WireFormat.send(to, bytes.toByteArray());
    }

    /// @throws java.io.EOFException if no request will come any more
    public static Request read(InputStream from) throws IOException {
        try (var in = WireFormat.receive(from, MAX_BYTES)) {
            if (in.readInt() != MAGIC) {
                throw new IOException("what came is no request to compile");
            }
            return new Request(
                    in.readBoolean(), WireFormat.map(in, WireFormat::text), WireFormat.map(in, WireFormat::bytes));
        }
    }

    public static byte[] encode(CompileResult compileResult) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            switch (compileResult) {
                case CompileResult.Success success -> {
                    out.writeByte(1);
                    out.writeLong(success.took().toNanos());
                    WireFormat.map(out, success.classes(), WireFormat::bytes);
                }
                case CompileResult.Failure failure -> {
                    out.writeByte(2);
                    WireFormat.list(out, failure.errors(), CompileCodec::complaint);
                }
                case CompileResult.Timeout slow -> {
                    out.writeByte(3);
                    out.writeLong(slow.limit().toNanos());
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    /// @throws IOException if `bytes` are not exactly one answer
    public static CompileResult decode(byte[] bytes) throws IOException {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int tag = in.readUnsignedByte();
            CompileResult compileResult = switch (tag) {
                case 1 -> {
                    Duration took = Duration.ofNanos(in.readLong());
                    yield new CompileResult.Success(WireFormat.map(in, WireFormat::bytes), took);
                }
                case 2 -> new CompileResult.Failure(WireFormat.list(in, CompileCodec::complaint));
                case 3 -> new CompileResult.Timeout(Duration.ofNanos(in.readLong()));
                default -> throw new IOException("no answer has the tag " + tag);
            };
            if (in.available() > 0) {
                throw new IOException(in.available() + " bytes too many after an answer");
            }
            return compileResult;
        }
    }

    private static void complaint(DataOutputStream out, CompileError compileError) throws IOException {
        WireFormat.text(out, compileError.path());
        out.writeInt(compileError.line());
        out.writeInt(compileError.column());
        WireFormat.text(out, compileError.message());
        WireFormat.text(out, compileError.explanation());
    }

    private static CompileError complaint(DataInputStream in) throws IOException {
        return new CompileError(
                WireFormat.text(in), in.readInt(), in.readInt(), WireFormat.text(in), WireFormat.text(in));
    }
}
