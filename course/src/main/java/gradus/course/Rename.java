package gradus.course;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A member that the library has renamed since learners wrote it.
///
/// @param type the binary name of its top-level class
/// @param from its earlier simple name
/// @param to its name now
public record Rename(String type, String from, MemberId to) {

    private static final Pattern FORM = Pattern.compile("(.+#)(\\w+)\\s*->\\s*(\\w+)");

    /// Reads a line of `lab.md`: `gradus.ml.linalg.Vector#length -> norm`; empty if `text` has no such form.
    public static Optional<Rename> parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        return form.matches()
                ? Cut.parse(form.group(1) + form.group(3))
                        .map(now -> new Rename(
                                now.type(), form.group(2), now.members().getFirst()))
                : Optional.empty();
    }

    /// Whether it is the member `id` of the class `type`.
    public boolean isOf(String type, MemberId id) {
        return this.type.equals(type)
                && to.nested().equals(id.nested())
                && to.name().equals(id.name());
    }
}
