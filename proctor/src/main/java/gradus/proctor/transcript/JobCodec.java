package gradus.proctor.transcript;

import gradus.proctor.transcript.Job.CheckCall;
import gradus.proctor.transcript.Job.DrawFigure;
import gradus.proctor.transcript.Job.Request;
import gradus.proctor.transcript.Job.RunChecks;
import gradus.proctor.transcript.Job.RunMain;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// The way into a child JVM: first the token of the job and the job, then its requests if it takes any.
public final class JobCodec {

    private static final int MAGIC = 0x67726164;
    private static final int MOST = 64 << 20;

    private JobCodec() {}

    /// What a child is handed: its job, and the token that its answers begin with.
    public record HandOver(Token token, Job job) {}

    public static void write(OutputStream to, Token token, Job job) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeLong(token.high());
            out.writeLong(token.low());
            Packing.text(out, job.library());
            Packing.map(out, job.parts(), Packing::bytes);
            Packing.map(out, job.beside(), Packing::bytes);
            task(out, job.task());
        }
        send(to, bytes.toByteArray());
    }

    /// @throws EOFException if there is no job and never will be
    public static HandOver read(InputStream from) throws IOException {
        try (var in = receive(from)) {
            if (in.readInt() != MAGIC) {
                throw new IOException("what came is not a job");
            }
            var token = new Token(in.readLong(), in.readLong());
            return new HandOver(
                    token,
                    new Job(
                            Packing.text(in),
                            Packing.map(in, Packing::bytes),
                            Packing.map(in, Packing::bytes),
                            task(in)));
        }
    }

    public static void write(OutputStream to, Request request) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            Packing.map(out, request.moved(), Packing::text);
        }
        send(to, bytes.toByteArray());
    }

    /// @throws EOFException if no request will come any more
    public static Request readRequest(InputStream from) throws IOException {
        try (var in = receive(from)) {
            return new Request(Packing.map(in, Packing::text));
        }
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

    private static void send(OutputStream to, byte[] message) throws IOException {
        var framed = new ByteArrayOutputStream(message.length + 4);
        Packing.bytes(new DataOutputStream(framed), message);
        to.write(framed.toByteArray());
        to.flush();
    }

    private static DataInputStream receive(InputStream from) throws IOException {
        int length = Packing.bounded(new DataInputStream(from).readInt(), MOST);
        byte[] message = from.readNBytes(length);
        if (message.length < length) {
            throw new EOFException("a message that breaks off");
        }
        return new DataInputStream(new ByteArrayInputStream(message));
    }
}
