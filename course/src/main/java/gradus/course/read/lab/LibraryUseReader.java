package gradus.course.read.lab;

import gradus.course.DidYouMean;
import gradus.course.LibraryUse;
import gradus.course.Rename;
import gradus.course.read.file.YamlFields;
import gradus.course.read.outline.Outline;
import gradus.course.read.outline.ReaderContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads what the library may do for a submission, and which members it has renamed.
final class LibraryUseReader {

    private final ReaderContext context;
    private final Outline.LessonOutline outline;
    private final YamlFields fields;

    LibraryUseReader(ReaderContext context, Outline.LessonOutline outline, YamlFields fields) {
        this.context = context;
        this.outline = outline;
        this.fields = fields;
    }

    /// The classes and members that `uses` allows.
    LibraryUse libraryUse() {
        List<YamlFields.Entry> entries = fields.has("uses") ? fields.strings("uses") : List.of();
        Map<Boolean, List<YamlFields.Entry>> ofMembers = entries.stream()
                .collect(Collectors.partitioningBy(entry -> entry.text().contains("#")));
        var named =
                new NamedMembers(context, fields.file(), ofMembers.get(true), "use", "the members that may be called");
        return LibraryUse.declaring(Stream.concat(
                        ofMembers.get(false).stream().flatMap(entry -> known(entry).stream()),
                        named.cuts().stream()
                                .flatMap(cut -> cut.members().stream().map(member -> cut.type() + "#" + member)))
                .collect(Collectors.toUnmodifiableSet()));
    }

    private Optional<String> known(YamlFields.Entry entry) {
        if (context.library().classes().contains(entry.text())) {
            return Optional.of(entry.text());
        }
        context.faults()
                .add(
                        fields.file(),
                        entry.line(),
                        "The lab uses an unknown class: \"" + entry.text() + "\""
                                + DidYouMean.hint(
                                        entry.text(), context.library().classes()));
        return Optional.empty();
    }

    /// The members that had another name before.
    List<Rename> renames() {
        var renames = new ArrayList<Rename>();
        for (YamlFields.Entry entry : fields.has("renamed") ? fields.strings("renamed") : List.<YamlFields.Entry>of()) {
            Optional<Rename> rename = Rename.parse(entry.text());
            rename.filter(this::isCut).ifPresent(renames::add);
            if (rename.filter(this::isCut).isEmpty()) {
                context.faults()
                        .add(
                                fields.file(),
                                entry.line(),
                                "A renamed member is written gradus.ml.linalg.Vector#length -> norm, where the lab cuts"
                                        + " norm; got \"" + entry.text() + "\".");
            }
        }
        return renames;
    }

    private boolean isCut(Rename rename) {
        return outline.cuts().keySet().stream()
                .anyMatch(cut -> cut.members().stream()
                        .anyMatch(member -> member.isWholeType() || rename.isOf(cut.type(), member)));
    }
}
