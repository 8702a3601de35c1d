package gradus.course.proof;

import gradus.course.Sha256;
import gradus.course.syntax.JavaTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// Which sources of a module a program can reach: those of the classes that it names, those that these name,
/// and so on. Only tokens count: comments and layout change nothing.
///
/// A class is named where its simple name stands in its own package, in a file that imports it, or after its
/// package. That finds all that a compiler would, and here and there one more.
public final class SourceReach {

    private final Map<String, Path> files = new HashMap<>();
    private final Map<String, List<String>> bySimpleName = new HashMap<>();
    private final Map<String, Reached> reached = new ConcurrentHashMap<>();

    private SourceReach() {}

    private record Reached(String hash, Set<String> names) {}

    /// @param sources the folder of a module's sources; without it, there are none to reach
    public static SourceReach in(Path sources) {
        var reach = new SourceReach();
        if (!Files.isDirectory(sources)) {
            return reach;
        }
        try (Stream<Path> all = Files.walk(sources)) {
            all.filter(file -> file.toString().endsWith(".java")
                            && !file.toString().endsWith("-info.java"))
                    .forEach(file -> reach.add(sources, file));
        } catch (IOException e) {
            throw new UncheckedIOException("the sources in " + sources + " cannot be read", e);
        }
        return reach;
    }

    private void add(Path sources, Path file) {
        String path = sources.relativize(file).toString().replace('\\', '/');
        String type = path.substring(0, path.length() - ".java".length()).replace('/', '.');
        files.put(type, file);
        bySimpleName.computeIfAbsent(simpleName(type), _ -> new ArrayList<>()).add(type);
    }

    /// The classes that can be reached.
    ///
    /// @param program sources
    /// @param types the names of classes that it may use as well
    public SortedSet<String> of(Collection<String> program, Collection<String> types) {
        var open = new ArrayDeque<String>(types);
        program.forEach(text -> open.addAll(names(text)));
        return closure(open);
    }

    /// The classes that programs of a page can reach, in which all classes are imported.
    public SortedSet<String> ofSnippets(Collection<String> snippets) {
        var open = new ArrayDeque<String>();
        for (String snippet : snippets) {
            JavaTokens.of(snippet).forEach(word -> open.addAll(bySimpleName.getOrDefault(word, List.of())));
        }
        return closure(open);
    }

    private SortedSet<String> closure(ArrayDeque<String> open) {
        var found = new TreeSet<String>();
        while (!open.isEmpty()) {
            String type = open.pop();
            if (files.containsKey(type) && found.add(type)) {
                open.addAll(reached(type).names());
            }
        }
        return found;
    }

    /// The hash of the tokens of these classes.
    public String hash(Collection<String> types) {
        var all = new StringBuilder();
        types.stream()
                .sorted()
                .forEach(type -> all.append(type)
                        .append(' ')
                        .append(reached(type).hash())
                        .append('\n'));
        return hash(all.toString());
    }

    /// The hash of the tokens of a source.
    public static String hashOfCode(String code) {
        return hash(String.join("\n", JavaTokens.of(code)));
    }

    static String hash(String text) {
        return Sha256.of(text).substring(0, 20);
    }

    private Reached reached(String type) {
        return reached.computeIfAbsent(type, name -> {
            try {
                String text = Files.readString(files.get(name));
                return new Reached(hashOfCode(text), names(text));
            } catch (IOException e) {
                throw new UncheckedIOException("the source of " + name + " cannot be read", e);
            }
        });
    }

    private Set<String> names(String text) {
        List<String> tokens = JavaTokens.of(text);
        String code = String.join(" ", tokens);
        var found = new HashSet<String>();
        for (String word : Set.copyOf(tokens)) {
            for (String type : bySimpleName.getOrDefault(word, List.of())) {
                if (isVisible(code, type)) {
                    found.add(type);
                }
            }
        }
        return found;
    }

    /// @param code the tokens, separated by spaces
    private static boolean isVisible(String code, String type) {
        String home = type.contains(".") ? type.substring(0, type.lastIndexOf('.')) : "";
        String spaced = type.replace(".", " . ");
        return home.isEmpty()
                || code.contains(spaced)
                || code.contains("package " + home.replace(".", " . ") + " ;")
                || code.contains("import " + home.replace(".", " . ") + " . * ;")
                || code.contains("import module");
    }

    private static String simpleName(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }
}
