package gradus.judge.compile;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What to compile together.
///
/// @param files sources to compile as they are, text by path
/// @param parts classes of the library with members of the learner's
public record SourceSet(Map<String, String> files, List<PartSource> parts) {

    public SourceSet {
        files = Map.copyOf(files);
        parts = List.copyOf(parts);
    }

    /// Sources to compile as they are.
    public static SourceSet of(Map<String, String> files) {
        return new SourceSet(files, List.of());
    }

    /// The paths of all sources.
    public Collection<String> paths() {
        return texts().keySet();
    }

    /// The paths of parts whose newest file is the library's own source.
    public Set<String> unchanged() {
        return parts.stream()
                .filter(part -> part.newest().text().equals(part.library().text()))
                .map(PartSource::path)
                .collect(Collectors.toSet());
    }

    public boolean isEmpty() {
        return files.isEmpty() && parts.isEmpty();
    }

    /// The same code with a comment at the end of each source.
    public SourceSet withComment(String comment) {
        var commented = new TreeMap<>(files);
        commented.replaceAll((_, text) -> text + "\n" + comment + "\n");
        return new SourceSet(
                commented, parts.stream().map(part -> part.withComment(comment)).toList());
    }

    /// The learner's text of each path.
    Map<String, String> texts() {
        var texts = new TreeMap<>(files);
        parts.forEach(part -> texts.put(part.path(), part.newest().text()));
        return texts;
    }
}
