package gradus.course.read;

import gradus.course.Fault;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What is wrong, gathered while reading goes on.
final class Faults {

    private final Path root;
    private final Set<Fault> found = new LinkedHashSet<>();

    Faults(Path root) {
        this.root = root;
    }

    void add(Path file, int line, String sentence) {
        Path relative = file.startsWith(root) ? root.relativize(file) : file;
        found.add(new Fault(relative, Math.max(1, line), sentence));
    }

    /// By file, then by line.
    List<Fault> sorted() {
        return found.stream()
                .sorted(Comparator.comparing(Fault::file).thenComparingInt(Fault::line))
                .toList();
    }
}
