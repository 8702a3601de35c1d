package gradus.course.formula;

import gradus.course.Sha256;
import gradus.course.Typesetter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Keeps what a typesetter made in a folder, a file for each formula, named by the hash of all it depends on. A folder
/// that cannot be read or written slows things down and harms nothing.
public final class FormulaCache implements Typesetter {

    private final Path folder;
    private final Typesetter typesetter;

    /// `typesetter`, which is asked for new formulas only: those it has set are kept in `folder`.
    public FormulaCache(Path folder, Typesetter typesetter) {
        this.folder = folder;
        this.typesetter = typesetter;
    }

    @Override
    public String typeset(String tex, boolean display) {
        Path file = folder.resolve(key(tex, display) + ".html");
        try {
            return Files.readString(file);
        } catch (IOException notThere) {
            String html = typesetter.typeset(tex, display);
            keep(file, html);
            return html;
        }
    }

    private static String key(String tex, boolean display) {
        String all = Katex.VERSION + "\n" + (display ? "display" : "inline") + "\n" + tex;
        return Sha256.of(all.getBytes(StandardCharsets.UTF_8));
    }

    /// The file appears whole or not at all.
    private void keep(Path file, String html) {
        try {
            Files.createDirectories(folder);
            Path half = Files.createTempFile(folder, "formula", ".half");
            Files.writeString(half, html);
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException notKept) {
            // The next reading sets the formula again.
        }
    }
}
