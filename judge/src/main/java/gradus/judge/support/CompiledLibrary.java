package gradus.judge.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/// The library's compiled classes, read once.
///
/// @param path the jar or the folder of classes
/// @param classes by binary name, nested classes too
/// @param hash of all classes; see [#hashOf]
public record CompiledLibrary(Path path, Map<String, byte[]> classes, String hash) {

    public CompiledLibrary {
        classes = Map.copyOf(classes);
    }

    public static CompiledLibrary read(Path path) {
        try {
            var classes = new TreeMap<String, byte[]>();
            if (Files.isDirectory(path)) {
                forEachFile(path, (name, file) -> classes.put(name, Files.readAllBytes(file)));
            } else {
                forEachEntry(path, (name, jar, entry) -> {
                    try (var in = jar.getInputStream(entry)) {
                        classes.put(name, in.readAllBytes());
                    }
                });
            }
            return new CompiledLibrary(path, classes, hashOf(path));
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(path, e);
        }
    }

    /// The hash of the classes at `path`: of their names, sizes and checksums. A jar has these in its directory, so
    /// that nothing is unpacked.
    public static String hashOf(Path path) {
        var checksums = new TreeMap<String, String>();
        try {
            if (Files.isDirectory(path)) {
                forEachFile(path, (name, file) -> {
                    byte[] bytes = Files.readAllBytes(file);
                    var checksum = new CRC32();
                    checksum.update(bytes);
                    checksums.put(name, bytes.length + " " + checksum.getValue());
                });
            } else {
                forEachEntry(path, (name, _, entry) -> checksums.put(name, entry.getSize() + " " + entry.getCrc()));
            }
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(path, e);
        }
        return new ContentHash().addAll(checksums).hex();
    }

    private static JudgeException unreadable(Path path, Exception cause) {
        return new JudgeException("the classes cannot be read at " + path, cause);
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

    private interface FileReader {
        void read(String className, Path file) throws IOException;
    }

    private static void forEachFile(Path root, FileReader reader) throws IOException {
        try (var files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = root.relativize(file).toString().replace('\\', '/');
                if (isClass(name)) {
                    reader.read(binaryName(name), file);
                }
            }
        }
    }

    private interface EntryReader {
        void read(String className, JarFile jar, JarEntry entry) throws IOException;
    }

    private static void forEachEntry(Path path, EntryReader reader) throws IOException {
        try (var jar = new JarFile(path.toFile())) {
            for (JarEntry entry : jar.stream().toList()) {
                if (isClass(entry.getName())) {
                    reader.read(binaryName(entry.getName()), jar, entry);
                }
            }
        }
    }

    private static boolean isClass(String name) {
        return name.endsWith(".class") && !name.startsWith("META-INF/") && !name.equals("module-info.class");
    }

    private static String binaryName(String file) {
        return file.substring(0, file.length() - ".class".length()).replace('/', '.');
    }
}
