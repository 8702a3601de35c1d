package gradus.course.read;

import gradus.course.DidYouMean;
import gradus.course.Term;
import gradus.course.cut.LibrarySources;
import gradus.course.read.file.FaultCollector;
import gradus.course.read.file.TextFile;
import gradus.course.read.file.YamlFields;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Reads the glossary, `curriculum/glossary/`: one file for each area, with a list of terms.
///
/// A name may belong to one term only, as the term itself or as a synonym, so that a lookup is unambiguous.
final class GlossaryReader {

    private static final String LIBRARY = "gradus.ml.";

    private final LibrarySources library;
    private final FaultCollector faults;
    private final Map<String, String> termByName = new HashMap<>();

    GlossaryReader(LibrarySources library, FaultCollector faults) {
        this.library = library;
        this.faults = faults;
    }

    /// All terms, in alphabetical order.
    List<Term> read(Path folder) {
        var terms = new ArrayList<Term>();
        for (Path file : LibrarySources.list(folder, any -> true)) {
            if (file.getFileName().toString().endsWith(".yaml")) {
                TextFile.read(file, faults).ifPresent(text -> {
                    YamlFields fields = YamlFields.parse(text, faults).allowOnly("area", "terms");
                    String area = fields.string("area");
                    fields.mappings("terms").forEach(entry -> terms.add(term(entry, area)));
                });
            } else {
                faults.add(
                        file,
                        1,
                        "Unknown file \"" + file.getFileName() + "\"; the glossary may contain only .yaml files.");
            }
        }
        return terms.stream()
                .sorted(Comparator.comparing(Term::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    private Term term(YamlFields fields, String area) {
        fields.allowOnly("term", "also", "says", "where");
        String name = fields.string("term");
        claim(name, name, fields.file(), fields.line());
        List<YamlFields.Entry> also = fields.strings("also");
        also.forEach(entry -> claim(entry.text(), name, fields.file(), entry.line()));
        List<YamlFields.Entry> where = fields.strings("where");
        if (where.isEmpty()) {
            faults.add(
                    fields.file(),
                    fields.line(),
                    "The term \"" + name + "\" has an empty field \"where\"; name the types of the library.");
        }
        where.forEach(entry -> checkType(entry, name, fields.file()));
        return new Term(
                name,
                area,
                also.stream().map(YamlFields.Entry::text).toList(),
                fields.string("says"),
                where.stream().map(entry -> LIBRARY + entry.text()).toList());
    }

    private void claim(String name, String term, Path file, int line) {
        String other = termByName.putIfAbsent(name.toLowerCase(Locale.ROOT), term);
        if (other != null) {
            faults.add(
                    file, line, "\"" + name + "\" is used twice, here and for the term \"" + other + "\"; keep one.");
        }
    }

    private void checkType(YamlFields.Entry where, String term, Path file) {
        String type = LIBRARY + where.text().replaceFirst("#.*", "");
        boolean known = library.classes().contains(type)
                || library.classes().stream().anyMatch(outer -> type.startsWith(outer + "."));
        if (!known) {
            faults.add(
                    file,
                    where.line(),
                    "The term \"" + term + "\" names \"" + where.text() + "\", which the library does not have"
                            + DidYouMean.hint(type, library.classes()));
        }
    }
}
