package gradus.judge.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/// The library's compiled classes, read once.
///
/// @param path the jar or the folder of classes
/// @param classes by binary name, nested classes too
/// @param hash of all classes
public record CompiledLibrary(Path path, Map<String, byte[]> classes, String hash) {

    public CompiledLibrary {
        classes = Map.copyOf(classes);
    }

    public static CompiledLibrary read(Path path) {
        try {
            Map<String, byte[]> classes = Files.isDirectory(path) ? folder(path) : jar(path);
            var hash = new ContentHash();
            new TreeMap<>(classes).forEach((name, bytes) -> hash.add(name).add(bytes));
            return new CompiledLibrary(path, classes, hash.hex());
        } catch (IOException | UncheckedIOException e) {
            throw new JudgeException("the library cannot be read at " + path, e);
        }
    }

    /// The class `outer` and its nested classes, by binary name.
    public Map<String, byte[]> withNestedClasses(String outer) {
        return withNestedClasses(classes, outer);
    }

    public static Map<String, byte[]> withNestedClasses(Map<String, byte[]> classes, String outer) {
        return classes.entrySet().stream()
                .filter(entry -> topLevelName(entry.getKey()).equals(outer))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// The top-level class that `className` is nested in, or itself.
    public static String topLevelName(String className) {
        int nested = className.indexOf('$');
        return nested < 0 ? className : className.substring(0, nested);
    }

    private static Map<String, byte[]> folder(Path root) throws IOException {
        var classes = new TreeMap<String, byte[]>();
        try (var files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = root.relativize(file).toString().replace('\\', '/');
                if (isClass(name)) {
                    classes.put(binaryName(name), Files.readAllBytes(file));
                }
            }
        }
        return classes;
    }

    private static Map<String, byte[]> jar(Path path) throws IOException {
        var classes = new TreeMap<String, byte[]>();
        try (var jar = new JarFile(path.toFile())) {
            for (var entry : jar.stream().toList()) {
                if (isClass(entry.getName())) {
                    try (var in = jar.getInputStream(entry)) {
                        classes.put(binaryName(entry.getName()), in.readAllBytes());
                    }
                }
            }
        }
        return classes;
    }

    private static boolean isClass(String name) {
        return name.endsWith(".class") && !name.startsWith("META-INF/") && !name.equals("module-info.class");
    }

    private static String binaryName(String file) {
        return file.substring(0, file.length() - ".class".length()).replace('/', '.');
    }
}
