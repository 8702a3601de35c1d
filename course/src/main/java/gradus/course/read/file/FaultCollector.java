package gradus.course.read.file;

import gradus.course.Fault;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Collects faults while the course is read, by several threads.
public final class FaultCollector {

    private final Path root;
    private final Set<Fault> found = new LinkedHashSet<>();

    public FaultCollector(Path root) {
        this.root = root;
    }

    public synchronized void add(Path file, int line, String message) {
        found.add(new Fault(relative(file), Math.max(1, line), message));
    }

    /// Adds what another collector has found below the same root.
    public synchronized void addAll(List<Fault> others) {
        found.addAll(others);
    }

    private Path relative(Path file) {
        return file.startsWith(root) ? root.relativize(file) : file;
    }

    /// Whether something is wrong with a file in this folder.
    public synchronized boolean isAnyIn(Path folder) {
        return found.stream().anyMatch(fault -> fault.file().startsWith(relative(folder)));
    }

    /// All faults, sorted by file, then by line.
    public synchronized List<Fault> sorted() {
        return found.stream()
                .sorted(Comparator.comparing(Fault::file).thenComparingInt(Fault::line))
                .toList();
    }
}
