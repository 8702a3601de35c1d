package gradus.proctor.transcript;

import gradus.proctor.transcript.Job.CheckMethod;
import gradus.proctor.transcript.Job.DrawFigure;
import gradus.proctor.transcript.Job.DrawRequest;
import gradus.proctor.transcript.Job.RunChecks;
import gradus.proctor.transcript.Job.RunContender;
import gradus.proctor.transcript.Job.RunMain;
import gradus.proctor.transcript.Job.RunTests;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Encodes and decodes the messages to a child JVM: jobs, and draw requests.
public final class JobCodec {

    private static final int JOB_TAG = 0x67726164;
    private static final int DRAW_TAG = 0x67726165;
    private static final int HIDDEN_TEST = -1;
    private static final int MAX_BYTES = 64 << 20;

    private JobCodec() {}

    /// A message to a child JVM.
    public sealed interface Message {}

    /// A job.
    ///
    /// @param token the key that authenticates the child's replies; the same for every job of one child
    /// @param last whether the child ends after this job
    public record JobMessage(Token token, Job job, boolean last) implements Message {}

    /// A draw request within the current job.
    public record DrawMessage(DrawRequest request) implements Message {}

    /// What a child has got: if a job has the same library or the same clients as the one before, they aren't sent
    /// again.
    public record Sent(Map<String, byte[]> library, Map<String, byte[]> clients) {

        public static final Sent NOTHING = new Sent(Map.of(), Map.of());

        /// What a child has got with `job`.
        public static Sent with(Job job) {
            return new Sent(job.library(), job.clients());
        }
    }

    public static void write(OutputStream to, JobMessage message) throws IOException {
        write(to, message, Sent.NOTHING);
    }

    /// Writes a job.
    ///
    /// @param previous what was sent with the job before
    public static void write(OutputStream to, JobMessage message, Sent previous) throws IOException {
        var bytes = new ByteArrayOutputStream();
        Job job = message.job();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(JOB_TAG);
            out.writeLong(message.token().high());
            out.writeLong(message.token().low());
            out.writeBoolean(message.last());
            unlessSent(out, job.library(), previous.library());
            unlessSent(out, job.clients(), previous.clients());
            WireFormat.map(out, job.parts(), WireFormat::bytes);
            task(out, job.task());
        }
        WireFormat.send(to, bytes.toByteArray());
    }

    public static void write(OutputStream to, DrawRequest request) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(DRAW_TAG);
            WireFormat.map(out, request.controlValues(), WireFormat::text);
        }
        WireFormat.send(to, bytes.toByteArray());
    }

    /// The next message.
    ///
    /// @throws EOFException if the stream has ended
    public static Message read(InputStream from) throws IOException {
        return read(from, Sent.NOTHING);
    }

    /// The next message.
    ///
    /// @param previous what came with the job before
    /// @throws EOFException if the stream has ended
    public static Message read(InputStream from, Sent previous) throws IOException {
        try (var in = WireFormat.receive(from, MAX_BYTES)) {
            int tag = in.readInt();
            return switch (tag) {
                case JOB_TAG -> readJob(in, previous);
                case DRAW_TAG -> new DrawMessage(new DrawRequest(WireFormat.map(in, WireFormat::text)));
                default -> throw new IOException("no message has the tag " + tag);
            };
        }
    }

    private static void unlessSent(DataOutputStream out, Map<String, byte[]> classes, Map<String, byte[]> sent)
            throws IOException {
        boolean alreadySent = classes == sent;
        out.writeBoolean(alreadySent);
        if (!alreadySent) {
            WireFormat.map(out, classes, WireFormat::bytes);
        }
    }

    private static Map<String, byte[]> unlessSent(DataInputStream in, Map<String, byte[]> sent) throws IOException {
        boolean alreadySent = in.readBoolean();
        return alreadySent ? sent : WireFormat.map(in, WireFormat::bytes);
    }

    private static JobMessage readJob(DataInputStream in, Sent previous) throws IOException {
        var token = new Token(in.readLong(), in.readLong());
        boolean last = in.readBoolean();
        Map<String, byte[]> library = unlessSent(in, previous.library());
        Map<String, byte[]> clients = unlessSent(in, previous.clients());
        Map<String, byte[]> parts = WireFormat.map(in, WireFormat::bytes);
        return new JobMessage(token, new Job(library, parts, clients, task(in)), last);
    }

    private static void task(DataOutputStream out, Job.Task task) throws IOException {
        switch (task) {
            case RunChecks run -> {
                out.writeByte(1);
                WireFormat.list(out, run.checks(), JobCodec::check);
                out.writeBoolean(run.seed().isPresent());
                out.writeLong(run.seed().orElse(0));
            }
            case DrawFigure draw -> {
                out.writeByte(2);
                WireFormat.text(out, draw.className());
            }
            case RunMain run -> {
                out.writeByte(3);
                WireFormat.text(out, run.className());
            }
            case RunTests run -> {
                out.writeByte(4);
                WireFormat.list(out, run.tests(), JobCodec::check);
            }
            case RunContender run -> {
                out.writeByte(5);
                WireFormat.text(out, run.className());
                WireFormat.text(out, run.contender());
                out.writeInt(run.fold().orElse(HIDDEN_TEST));
            }
        }
    }

    private static Job.Task task(DataInputStream in) throws IOException {
        int tag = in.readUnsignedByte();
        return switch (tag) {
            case 1 -> new RunChecks(WireFormat.list(in, JobCodec::check), seed(in));
            case 2 -> new DrawFigure(WireFormat.text(in));
            case 3 -> new RunMain(WireFormat.text(in));
            case 4 -> new RunTests(WireFormat.list(in, JobCodec::check));
            case 5 -> new RunContender(WireFormat.text(in), WireFormat.text(in), fold(in.readInt()));
            default -> throw new IOException("no task has the tag " + tag);
        };
    }

    private static OptionalInt fold(int fold) {
        return fold == HIDDEN_TEST ? OptionalInt.empty() : OptionalInt.of(fold);
    }

    private static OptionalLong seed(DataInputStream in) throws IOException {
        boolean given = in.readBoolean();
        long seed = in.readLong();
        return given ? OptionalLong.of(seed) : OptionalLong.empty();
    }

    private static void check(DataOutputStream out, CheckMethod check) throws IOException {
        WireFormat.text(out, check.id());
        WireFormat.text(out, check.className());
        WireFormat.text(out, check.method());
        out.writeBoolean(check.isGate());
    }

    private static CheckMethod check(DataInputStream in) throws IOException {
        return new CheckMethod(WireFormat.text(in), WireFormat.text(in), WireFormat.text(in), in.readBoolean());
    }
}
