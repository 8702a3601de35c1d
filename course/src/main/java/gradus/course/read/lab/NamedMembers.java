package gradus.course.read.lab;

import gradus.course.Cut;
import gradus.course.DidYouMean;
import gradus.course.MemberId;
import gradus.course.Source;
import gradus.course.read.file.YamlFields;
import gradus.course.read.outline.ReaderContext;
import gradus.course.syntax.CutCode;
import gradus.course.syntax.SyntaxTree;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Members of the library that a field of `lab.md` names without cutting them, as in
/// `subject: ["gradus.ml.linalg.Vector#plus,dot"]`.
final class NamedMembers {

    private final ReaderContext context;
    private final Path file;
    private final String field;
    private final String what;
    private final boolean allRead;
    private final List<Cut> cuts;

    /// @param file `lab.md`
    /// @param field what the entries are called: `subject`
    /// @param what which members they name: `the members under test`
    NamedMembers(ReaderContext context, Path file, List<YamlFields.Entry> entries, String field, String what) {
        this.context = context;
        this.file = file;
        this.field = field;
        this.what = what;
        List<Cut> read = entries.stream().flatMap(entry -> read(entry).stream()).toList();
        this.allRead = read.size() == entries.size();
        this.cuts = List.copyOf(read.stream()
                .collect(Collectors.toMap(Cut::type, cut -> cut, Cut::and, LinkedHashMap::new))
                .values());
    }

    /// Those that exist, one cut for each class.
    List<Cut> cuts() {
        return cuts;
    }

    /// The library's sources of their classes.
    List<Source> references() {
        return cuts.stream()
                .flatMap(cut -> context.library().source(cut.type()).stream())
                .toList();
    }

    /// @param verb what the lab does to them: `test`
    SolutionReader.Changeable changeable(String verb) {
        return new SolutionReader.Changeable(cuts, allRead, verb);
    }

    private Optional<Cut> read(YamlFields.Entry entry) {
        Optional<Cut> cut = Cut.parse(entry.text());
        if (cut.isEmpty()) {
            fault(
                    entry,
                    "The " + field + " \"" + entry.text() + "\" must name a class and " + what
                            + ", as in gradus.ml.linalg.Vector#plus,dot.");
            return Optional.empty();
        }
        Optional<Source> source = context.library().source(cut.get().type());
        if (source.isEmpty()) {
            fault(
                    entry,
                    "The " + field + " names an unknown class: \"" + cut.get().type() + "\""
                            + DidYouMean.hint(
                                    cut.get().type(), context.library().classes()));
            return Optional.empty();
        }
        var types = CutCode.types(SyntaxTree.parse(source.get()), cut.get().simpleName());
        List<MemberId> missing = cut.get().members().stream()
                .filter(member -> CutCode.named(types, member).isEmpty())
                .toList();
        missing.forEach(member -> fault(
                entry,
                "The " + field + " names an unknown member: \"" + member + "\" in "
                        + cut.get().type() + "."));
        return missing.isEmpty() ? cut : Optional.empty();
    }

    private void fault(YamlFields.Entry entry, String message) {
        context.faults().add(file, entry.line(), message);
    }
}
