package gradus.proctor.transcript;

import gradus.proctor.transcript.Event.Bound;
import gradus.proctor.transcript.Event.FailureKind;
import gradus.proctor.transcript.Event.Finding;
import gradus.proctor.transcript.Event.StackFrame;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Encodes events as bytes and decodes them.
public final class EventCodec {

    private EventCodec() {}

    public static byte[] encode(Event event) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            write(out, event);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// @throws IOException if `bytes` are not exactly one event
    public static Event decode(byte[] bytes) throws IOException {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            Event event = read(in);
            if (in.available() > 0) {
                throw new IOException(in.available() + " bytes too many after an event");
            }
            return event;
        }
    }

    private static void write(DataOutputStream out, Event event) throws IOException {
        switch (event) {
            case Event.Started started -> {
                out.writeByte(1);
                WireFormat.text(out, started.check());
            }
            case Event.Passed passed -> {
                out.writeByte(2);
                WireFormat.text(out, passed.check());
                out.writeLong(passed.nanos());
            }
            case Event.Failed failed -> {
                out.writeByte(3);
                WireFormat.text(out, failed.check());
                finding(out, failed.finding());
                out.writeLong(failed.nanos());
            }
            case Event.Printed printed -> {
                out.writeByte(4);
                WireFormat.text(out, printed.text());
            }
            case Event.Drawn drawn -> {
                out.writeByte(5);
                WireFormat.text(out, drawn.svg());
                WireFormat.text(out, drawn.description());
                WireFormat.text(out, drawn.controls());
            }
            case Event.Finished finished -> {
                out.writeByte(6);
                out.writeLong(finished.cpuNanos());
                out.writeLong(finished.allocatedBytes());
                out.writeLong(finished.peakHeapBytes());
                WireFormat.map(out, finished.samples(), DataOutputStream::writeInt);
            }
            case Event.ProctorFault proctorFault -> {
                out.writeByte(7);
                WireFormat.text(out, proctorFault.message());
            }
            case Event.Measured measured -> {
                out.writeByte(8);
                WireFormat.text(out, measured.name());
                out.writeDouble(measured.value());
                out.writeByte(measured.bound().ordinal());
                out.writeDouble(measured.threshold());
            }
            case Event.Progress progress -> {
                out.writeByte(9);
                out.writeInt(progress.done());
                out.writeInt(progress.of());
            }
            case Event.Point point -> {
                out.writeByte(10);
                WireFormat.text(out, point.series());
                out.writeDouble(point.x());
                out.writeDouble(point.y());
            }
            case Event.Sample sample -> {
                out.writeByte(11);
                WireFormat.text(out, sample.title());
                WireFormat.text(out, sample.text());
            }
            case Event.Drawing drawing -> {
                out.writeByte(12);
                WireFormat.text(out, drawing.title());
                WireFormat.text(out, drawing.svg());
                WireFormat.text(out, drawing.description());
            }
            case Event.Environment environment -> {
                out.writeByte(13);
                WireFormat.text(out, environment.java());
                out.writeInt(environment.vectorBits());
                out.writeInt(environment.processors());
            }
            case Event.Ready _ -> out.writeByte(16);
            case Event.Seeded seeded -> {
                out.writeByte(14);
                out.writeLong(seeded.seed());
            }
            case Event.Scored scored -> {
                out.writeByte(15);
                WireFormat.list(out, scored.scores(), DataOutputStream::writeDouble);
                out.writeLong(scored.fitNanos());
                out.writeLong(scored.predictNanos());
            }
        }
    }

    private static Event read(DataInputStream in) throws IOException {
        int tag = in.readUnsignedByte();
        return switch (tag) {
            case 1 -> new Event.Started(WireFormat.text(in));
            case 2 -> new Event.Passed(WireFormat.text(in), in.readLong());
            case 3 -> new Event.Failed(WireFormat.text(in), finding(in), in.readLong());
            case 4 -> new Event.Printed(WireFormat.text(in));
            case 5 -> new Event.Drawn(WireFormat.text(in), WireFormat.text(in), WireFormat.text(in));
            case 6 ->
                new Event.Finished(
                        in.readLong(), in.readLong(), in.readLong(), WireFormat.map(in, DataInputStream::readInt));
            case 7 -> new Event.ProctorFault(WireFormat.text(in));
            case 8 ->
                new Event.Measured(WireFormat.text(in), in.readDouble(), constant(in, Bound.values()), in.readDouble());
            case 9 -> new Event.Progress(in.readInt(), in.readInt());
            case 10 -> new Event.Point(WireFormat.text(in), in.readDouble(), in.readDouble());
            case 11 -> new Event.Sample(WireFormat.text(in), WireFormat.text(in));
            case 12 -> new Event.Drawing(WireFormat.text(in), WireFormat.text(in), WireFormat.text(in));
            case 13 -> new Event.Environment(WireFormat.text(in), in.readInt(), in.readInt());
            case 14 -> new Event.Seeded(in.readLong());
            case 15 -> new Event.Scored(WireFormat.list(in, DataInputStream::readDouble), in.readLong(), in.readLong());
            case 16 -> new Event.Ready();
            default -> throw new IOException("no event has the tag " + tag);
        };
    }

    private static void finding(DataOutputStream out, Finding finding) throws IOException {
        out.writeByte(finding.kind().ordinal());
        WireFormat.text(out, finding.call());
        WireFormat.text(out, finding.expected());
        WireFormat.text(out, finding.got());
        WireFormat.text(out, finding.why());
        WireFormat.list(out, finding.symptoms(), WireFormat::text);
        WireFormat.list(out, finding.stackTrace(), EventCodec::frame);
    }

    private static Finding finding(DataInputStream in) throws IOException {
        return new Finding(
                constant(in, FailureKind.values()),
                WireFormat.text(in),
                WireFormat.text(in),
                WireFormat.text(in),
                WireFormat.text(in),
                WireFormat.list(in, WireFormat::text),
                WireFormat.list(in, EventCodec::frame));
    }

    private static <E> E constant(DataInputStream in, E[] all) throws IOException {
        return all[WireFormat.requireAtMost(in.readUnsignedByte(), all.length - 1)];
    }

    private static void frame(DataOutputStream out, StackFrame stackFrame) throws IOException {
        WireFormat.text(out, stackFrame.className());
        WireFormat.text(out, stackFrame.method());
        WireFormat.text(out, stackFrame.file());
        out.writeInt(stackFrame.line());
    }

    private static StackFrame frame(DataInputStream in) throws IOException {
        return new StackFrame(WireFormat.text(in), WireFormat.text(in), WireFormat.text(in), in.readInt());
    }
}
