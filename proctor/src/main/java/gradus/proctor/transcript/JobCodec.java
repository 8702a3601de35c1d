package gradus.proctor.transcript;

import gradus.proctor.transcript.Job.CheckCall;
import gradus.proctor.transcript.Job.DrawFigure;
import gradus.proctor.transcript.Job.Request;
import gradus.proctor.transcript.Job.RunChecks;
import gradus.proctor.transcript.Job.RunMain;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/// The way into a child JVM: jobs, and the requests of a job that takes any.
public final class JobCodec {

    private static final int HAND_OVER = 0x67726164;
    private static final int REQUEST = 0x67726165;
    private static final int MOST = 64 << 20;

    private JobCodec() {}

    /// What comes down the pipe.
    public sealed interface Message {}

    /// A job.
    ///
    /// @param token what the answers are sealed with; the same for every job of one child
    /// @param last whether the child ends with this job
    public record HandOver(Token token, Job job, boolean last) implements Message {}

    /// One more thing within the job at hand.
    public record Asked(Request request) implements Message {}

    public static void write(OutputStream to, HandOver handOver) throws IOException {
        write(to, handOver, Map.of());
    }

    /// @param known the library of the job before; where it is that of this job, it is not sent again
    public static void write(OutputStream to, HandOver handOver, Map<String, byte[]> known) throws IOException {
        var bytes = new ByteArrayOutputStream();
        Job job = handOver.job();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(HAND_OVER);
            out.writeLong(handOver.token().high());
            out.writeLong(handOver.token().low());
            out.writeBoolean(handOver.last());
            boolean sent = job.library() == known;
            out.writeBoolean(sent);
            Packing.map(out, sent ? Map.of() : job.library(), Packing::bytes);
            Packing.map(out, job.parts(), Packing::bytes);
            Packing.map(out, job.beside(), Packing::bytes);
            task(out, job.task());
        }
        Packing.send(to, bytes.toByteArray());
    }

    public static void write(OutputStream to, Request request) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(REQUEST);
            Packing.map(out, request.moved(), Packing::text);
        }
        Packing.send(to, bytes.toByteArray());
    }

    /// @throws EOFException if nothing comes any more
    public static Message read(InputStream from) throws IOException {
        return read(from, Map.of());
    }

    /// @param known the library of the job before
    /// @throws EOFException if nothing comes any more
    public static Message read(InputStream from, Map<String, byte[]> known) throws IOException {
        try (var in = Packing.receive(from, MOST)) {
            int tag = in.readInt();
            return switch (tag) {
                case HAND_OVER -> handOver(in, known);
                case REQUEST -> new Asked(new Request(Packing.map(in, Packing::text)));
                default -> throw new IOException("no message has the tag " + tag);
            };
        }
    }

    private static HandOver handOver(DataInputStream in, Map<String, byte[]> known) throws IOException {
        var token = new Token(in.readLong(), in.readLong());
        boolean last = in.readBoolean();
        boolean sent = in.readBoolean();
        Map<String, byte[]> library = Packing.map(in, Packing::bytes);
        var job = new Job(
                sent ? known : library, Packing.map(in, Packing::bytes), Packing.map(in, Packing::bytes), task(in));
        return new HandOver(token, job, last);
    }

    private static void task(DataOutputStream out, Job.Task task) throws IOException {
        switch (task) {
            case RunChecks run -> {
                out.writeByte(1);
                Packing.list(out, run.checks(), JobCodec::check);
            }
            case DrawFigure draw -> {
                out.writeByte(2);
                Packing.text(out, draw.className());
            }
            case RunMain run -> {
                out.writeByte(3);
                Packing.text(out, run.className());
            }
        }
    }

    private static Job.Task task(DataInputStream in) throws IOException {
        int tag = in.readUnsignedByte();
        return switch (tag) {
            case 1 -> new RunChecks(Packing.list(in, JobCodec::check));
            case 2 -> new DrawFigure(Packing.text(in));
            case 3 -> new RunMain(Packing.text(in));
            default -> throw new IOException("no task has the tag " + tag);
        };
    }

    private static void check(DataOutputStream out, CheckCall check) throws IOException {
        Packing.text(out, check.id());
        Packing.text(out, check.className());
        Packing.text(out, check.method());
    }

    private static CheckCall check(DataInputStream in) throws IOException {
        return new CheckCall(Packing.text(in), Packing.text(in), Packing.text(in));
    }
}
