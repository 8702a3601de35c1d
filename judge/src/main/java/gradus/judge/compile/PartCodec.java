package gradus.judge.compile;

import gradus.course.MemberId;
import gradus.course.Rename;
import gradus.course.Source;
import gradus.course.cut.Merged.Lines;
import gradus.course.cut.Merged.Remark;
import gradus.proctor.transcript.WireFormat;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/// Encodes and decodes parts and their layouts for [CompileCodec].
final class PartCodec {

    private PartCodec() {}

    static void part(DataOutputStream out, PartSource part) throws IOException {
        WireFormat.text(out, part.library().className());
        WireFormat.text(out, part.library().text());
        WireFormat.list(out, part.own(), PartCodec::own);
    }

    static PartSource part(DataInputStream in) throws IOException {
        Source library = Source.of(WireFormat.text(in), WireFormat.text(in));
        return valid(() -> new PartSource(library, WireFormat.list(in, PartCodec::own)));
    }

    private static void own(DataOutputStream out, PartSource.Own own) throws IOException {
        WireFormat.text(out, own.text());
        WireFormat.list(out, own.members(), PartCodec::member);
        WireFormat.list(out, own.renames(), PartCodec::rename);
    }

    private static PartSource.Own own(DataInputStream in) throws IOException {
        return new PartSource.Own(
                WireFormat.text(in), WireFormat.list(in, PartCodec::member), WireFormat.list(in, PartCodec::rename));
    }

    private static void rename(DataOutputStream out, Rename rename) throws IOException {
        WireFormat.text(out, rename.type());
        WireFormat.text(out, rename.from());
        member(out, rename.to());
    }

    private static Rename rename(DataInputStream in) throws IOException {
        return new Rename(WireFormat.text(in), WireFormat.text(in), member(in));
    }

    private static void member(DataOutputStream out, MemberId member) throws IOException {
        WireFormat.text(out, member.toString());
    }

    private static MemberId member(DataInputStream in) throws IOException {
        String text = WireFormat.text(in);
        return valid(() -> MemberId.parse(text));
    }

    static void layout(DataOutputStream out, PartLayout layout) throws IOException {
        WireFormat.list(out, layout.lines(), (to, lines) -> {
            to.writeInt(lines.first());
            to.writeInt(lines.last());
        });
        WireFormat.list(out, layout.remarks(), PartCodec::remark);
    }

    static PartLayout layout(DataInputStream in) throws IOException {
        return new PartLayout(
                WireFormat.list(in, from -> new Lines(from.readInt(), from.readInt())),
                WireFormat.list(in, PartCodec::remark));
    }

    private static void remark(DataOutputStream out, Remark remark) throws IOException {
        switch (remark) {
            case Remark.Missing missing -> write(out, 1, missing.member(), missing.line(), missing.expected(), "");
            case Remark.Changed changed ->
                write(out, 2, changed.member(), changed.line(), changed.expected(), changed.got());
            case Remark.Gone gone -> write(out, 3, gone.member(), gone.line(), "", "");
            case Remark.Renamed renamed -> write(out, 4, renamed.member(), renamed.line(), renamed.earlier(), "");
            case Remark.IgnoredEdit edit -> write(out, 5, MemberId.parse(MemberId.ALL), edit.line(), edit.member(), "");
            case Remark.ImportClash clash ->
                write(out, 6, MemberId.parse(MemberId.ALL), clash.line(), clash.name(), "");
            case Remark.LentImport lent -> write(out, 7, MemberId.parse(MemberId.ALL), lent.line(), lent.name(), "");
        }
    }

    private static void write(DataOutputStream out, int tag, MemberId member, int line, String first, String second)
            throws IOException {
        out.writeByte(tag);
        member(out, member);
        out.writeInt(line);
        WireFormat.text(out, first);
        WireFormat.text(out, second);
    }

    private static Remark remark(DataInputStream in) throws IOException {
        int tag = in.readUnsignedByte();
        MemberId member = member(in);
        int line = in.readInt();
        String first = WireFormat.text(in);
        String second = WireFormat.text(in);
        return switch (tag) {
            case 1 -> new Remark.Missing(member, line, first);
            case 2 -> new Remark.Changed(member, line, first, second);
            case 3 -> new Remark.Gone(member, line);
            case 4 -> new Remark.Renamed(member, line, first);
            case 5 -> new Remark.IgnoredEdit(first, line);
            case 6 -> new Remark.ImportClash(first, line);
            case 7 -> new Remark.LentImport(first, line);
            default -> throw new IOException("unknown tag of a remark: " + tag);
        };
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private static <T> T valid(Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (IllegalArgumentException e) {
            throw new IOException("not a part", e);
        }
    }
}
