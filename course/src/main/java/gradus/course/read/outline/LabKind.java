package gradus.course.read.outline;

import gradus.course.read.file.FrontMatterFile;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The kinds of labs, as `kind` in the front matter of `lab.md` names them. Without it, a lab is one of code.
public enum LabKind {
    CODING,
    AUDIT,
    TESTS,
    ARENA,
    MILESTONE;

    /// The name of the field.
    public static final String FIELD = "kind";

    /// The names that authors may write.
    public static final List<String> NAMES =
            Arrays.stream(values()).map(LabKind::label).toList();

    /// The kind of a lab. An unknown name, which is a fault, counts as code.
    public static LabKind of(FrontMatterFile lab) {
        if (!lab.fields().has(FIELD)) {
            return CODING;
        }
        String name = lab.fields().string(FIELD);
        return NAMES.contains(name) ? values()[NAMES.indexOf(name)] : CODING;
    }

    /// `audit`
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
