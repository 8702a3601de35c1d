package gradus.course.read.file;

import gradus.course.Fault;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Collects faults while the course is read.
public final class FaultCollector {

    private final Path root;
    private final Set<Fault> found = new LinkedHashSet<>();

    public FaultCollector(Path root) {
        this.root = root;
    }

    public void add(Path file, int line, String message) {
        Path relative = file.startsWith(root) ? root.relativize(file) : file;
        found.add(new Fault(relative, Math.max(1, line), message));
    }

    /// All faults, sorted by file, then by line.
    public List<Fault> sorted() {
        return found.stream()
                .sorted(Comparator.comparing(Fault::file).thenComparingInt(Fault::line))
                .toList();
    }
}
