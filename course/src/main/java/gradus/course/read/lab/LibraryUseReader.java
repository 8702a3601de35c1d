package gradus.course.read.lab;

import gradus.course.Cut;
import gradus.course.DidYouMean;
import gradus.course.LibraryUse;
import gradus.course.MemberId;
import gradus.course.Rename;
import gradus.course.read.file.YamlFields;
import gradus.course.read.outline.Outline;
import gradus.course.read.outline.ReaderContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

    /// The classes that the lessons before have built and those in `uses`, without members that are still to
    /// be built.
    LibraryUse libraryUse() {
        Set<String> before = context.outline().ancestors(outline.id());
        var types = new HashSet<String>(uses());
        var taught = new HashMap<String, List<MemberId>>();
        var untaught = new HashMap<String, List<MemberId>>();
        for (Outline.LessonOutline other : context.outline().lessons().values()) {
            boolean isBefore = before.contains(other.id());
            for (Cut cut : other.cuts().keySet()) {
                if (isBefore) {
                    types.add(cut.type());
                }
                if (!other.id().equals(outline.id())) {
                    (isBefore ? taught : untaught)
                            .computeIfAbsent(cut.type(), _ -> new ArrayList<>())
                            .addAll(cut.members());
                }
            }
        }
        return new LibraryUse(types, taught, untaught);
    }

    private List<String> uses() {
        return fields.has("uses")
                ? fields.strings("uses").stream()
                        .flatMap(entry -> known(entry).stream())
                        .toList()
                : List.of();
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
