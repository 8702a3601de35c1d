package gradus.course.formula;

import gradus.course.Sha256;
import gradus.course.Typesetter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Disk cache of typeset formulas: one file for each formula, named by the hash of all it depends on. If the
/// folder can't be read or written, formulas are typeset each time.
public final class FormulaCache implements Typesetter {

    private final Path folder;
    private final Typesetter typesetter;

    /// A typesetter that uses `typesetter` for formulas that aren't in `folder`.
    public FormulaCache(Path folder, Typesetter typesetter) {
        this.folder = folder;
        this.typesetter = typesetter;
    }

    @Override
    public String typeset(String tex, boolean display) {
        Path file = folder.resolve(key(tex, display) + ".html");
        try {
            return Files.readString(file);
        } catch (IOException notCached) {
            String html = typesetter.typeset(tex, display);
            keep(file, html);
            return html;
        }
    }

    private static String key(String tex, boolean display) {
        String all = Katex.VERSION + "\n" + (display ? "display" : "inline") + "\n" + tex;
        return Sha256.of(all);
    }

    /// Writes the file atomically.
    private void keep(Path file, String html) {
        try {
            Files.createDirectories(folder);
            Path half = Files.createTempFile(folder, "formula", ".half");
            Files.writeString(half, html);
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException notWritten) {
            // The next reader typesets the formula again.
        }
    }
}
