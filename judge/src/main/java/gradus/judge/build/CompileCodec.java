package gradus.judge.build;

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
    private static final int MOST = 64 << 20;

    private CompileCodec() {}

    /// What to compile.
    ///
    /// @param forLearner whether it sees what a learner's part sees; else also what comes with the course
    public record Request(boolean forLearner, Map<String, String> sources, Map<String, byte[]> given) {
        public Request {
            sources = Map.copyOf(sources);
            given = Map.copyOf(given);
        }
    }

    public static void write(OutputStream to, Request request) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeInt(MAGIC);
        out.writeBoolean(request.forLearner());
        WireFormat.map(out, request.sources(), WireFormat::text);
        WireFormat.map(out, request.given(), WireFormat::bytes);
        WireFormat.send(to, bytes.toByteArray());
    }

    /// @throws java.io.EOFException if no request will come any more
    public static Request read(InputStream from) throws IOException {
        try (var in = WireFormat.receive(from, MOST)) {
            if (in.readInt() != MAGIC) {
                throw new IOException("what came is no request to compile");
            }
            return new Request(
                    in.readBoolean(), WireFormat.map(in, WireFormat::text), WireFormat.map(in, WireFormat::bytes));
        }
    }

    public static byte[] encode(Built built) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            switch (built) {
                case Built.Classes classes -> {
                    out.writeByte(1);
                    out.writeLong(classes.took().toNanos());
                    WireFormat.map(out, classes.classes(), WireFormat::bytes);
                }
                case Built.Refused refused -> {
                    out.writeByte(2);
                    WireFormat.list(out, refused.complaints(), CompileCodec::complaint);
                }
                case Built.TooSlow slow -> {
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
    public static Built decode(byte[] bytes) throws IOException {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int tag = in.readUnsignedByte();
            Built built = switch (tag) {
                case 1 -> {
                    Duration took = Duration.ofNanos(in.readLong());
                    yield new Built.Classes(WireFormat.map(in, WireFormat::bytes), took);
                }
                case 2 -> new Built.Refused(WireFormat.list(in, CompileCodec::complaint));
                case 3 -> new Built.TooSlow(Duration.ofNanos(in.readLong()));
                default -> throw new IOException("no answer has the tag " + tag);
            };
            if (in.available() > 0) {
                throw new IOException(in.available() + " bytes too many after an answer");
            }
            return built;
        }
    }

    private static void complaint(DataOutputStream out, Complaint complaint) throws IOException {
        WireFormat.text(out, complaint.path());
        out.writeInt(complaint.line());
        out.writeInt(complaint.column());
        WireFormat.text(out, complaint.message());
        WireFormat.text(out, complaint.plain());
    }

    private static Complaint complaint(DataInputStream in) throws IOException {
        return new Complaint(WireFormat.text(in), in.readInt(), in.readInt(), WireFormat.text(in), WireFormat.text(in));
    }
}
