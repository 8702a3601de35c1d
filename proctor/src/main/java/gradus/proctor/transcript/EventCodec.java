package gradus.proctor.transcript;

import gradus.proctor.transcript.Event.Finding;
import gradus.proctor.transcript.Event.Frame;
import gradus.proctor.transcript.Event.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Events as bytes, and back.
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
                Packing.text(out, started.check());
            }
            case Event.Passed passed -> {
                out.writeByte(2);
                Packing.text(out, passed.check());
                out.writeLong(passed.nanos());
            }
            case Event.Failed failed -> {
                out.writeByte(3);
                Packing.text(out, failed.check());
                finding(out, failed.finding());
                out.writeLong(failed.nanos());
            }
            case Event.Printed printed -> {
                out.writeByte(4);
                Packing.text(out, printed.text());
            }
            case Event.Drawn drawn -> {
                out.writeByte(5);
                Packing.text(out, drawn.svg());
                Packing.text(out, drawn.text());
                Packing.text(out, drawn.controls());
            }
            case Event.Finished finished -> {
                out.writeByte(6);
                out.writeLong(finished.cpuNanos());
                out.writeLong(finished.allocatedBytes());
                out.writeLong(finished.peakHeapBytes());
                Packing.map(out, finished.samples(), DataOutputStream::writeInt);
            }
            case Event.Broken broken -> {
                out.writeByte(7);
                Packing.text(out, broken.what());
            }
        }
    }

    private static Event read(DataInputStream in) throws IOException {
        int tag = in.readUnsignedByte();
        return switch (tag) {
            case 1 -> new Event.Started(Packing.text(in));
            case 2 -> new Event.Passed(Packing.text(in), in.readLong());
            case 3 -> new Event.Failed(Packing.text(in), finding(in), in.readLong());
            case 4 -> new Event.Printed(Packing.text(in));
            case 5 -> new Event.Drawn(Packing.text(in), Packing.text(in), Packing.text(in));
            case 6 ->
                new Event.Finished(
                        in.readLong(), in.readLong(), in.readLong(), Packing.map(in, DataInputStream::readInt));
            case 7 -> new Event.Broken(Packing.text(in));
            default -> throw new IOException("no event has the tag " + tag);
        };
    }

    private static void finding(DataOutputStream out, Finding finding) throws IOException {
        out.writeByte(finding.kind().ordinal());
        Packing.text(out, finding.call());
        Packing.text(out, finding.expected());
        Packing.text(out, finding.got());
        Packing.text(out, finding.why());
        Packing.list(out, finding.signs(), Packing::text);
        Packing.list(out, finding.frames(), EventCodec::frame);
    }

    private static Finding finding(DataInputStream in) throws IOException {
        Kind kind = Kind.values()[Packing.bounded(in.readUnsignedByte(), Kind.values().length - 1)];
        return new Finding(
                kind,
                Packing.text(in),
                Packing.text(in),
                Packing.text(in),
                Packing.text(in),
                Packing.list(in, Packing::text),
                Packing.list(in, EventCodec::frame));
    }

    private static void frame(DataOutputStream out, Frame frame) throws IOException {
        Packing.text(out, frame.className());
        Packing.text(out, frame.method());
        Packing.text(out, frame.file());
        out.writeInt(frame.line());
    }

    private static Frame frame(DataInputStream in) throws IOException {
        return new Frame(Packing.text(in), Packing.text(in), Packing.text(in), in.readInt());
    }
}
