package gradus.course;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The idea of a lesson in Python, which its page shows beside a Java program that prints the same.
///
/// @param file the snippet, `panel.py` beside `lesson.md`
/// @param hash the hash of its text
/// @param code what the page shows: the text without its header
/// @param agree how the outputs must agree: [#TEXT], or how far a number may be from the Java's, relatively:
///     `1e-9`
/// @param differences the values that differ by design, by name, each with the reason
/// @param packages the packages that it imports, with the versions that it must be recorded with
/// @param recording what it printed; empty if that isn't known of this text and these versions
public record Panel(
        Path file,
        String hash,
        String code,
        String agree,
        Map<String, String> differences,
        Map<String, String> packages,
        Optional<Recording> recording) {

    /// The name of the snippet beside `lesson.md`.
    public static final String FILE = "panel.py";

    /// The agreement of outputs that must be the same text.
    public static final String TEXT = "text";

    public Panel {
        differences = ordered(differences);
        packages = ordered(packages);
    }

    /// What a snippet printed when it was run.
    ///
    /// @param date the day, as in `2026-11-29`
    /// @param python the version of Python
    /// @param packages the versions of the packages that it imports
    /// @param snippet the hash of the snippet
    /// @param compared what of the output is compared with the Java's, and how
    /// @param output the output, without a line break at its end
    public record Recording(
            String date,
            String python,
            Map<String, String> packages,
            String snippet,
            List<String> compared,
            String output) {

        /// The name of the file beside `lesson.md`.
        public static final String FILE = "panel.json";

        public Recording {
            packages = ordered(packages);
            compared = List.copyOf(compared);
        }
    }

    private static Map<String, String> ordered(Map<String, String> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
