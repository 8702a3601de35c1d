package gradus.proctor.worker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.jar.JarFile;

/// The library's classes as they lie on disk, read once: a job that comes later finds them in memory.
final class Libraries {

    private static final String CLASS = ".class";

    private final Map<String, Map<String, byte[]>> read = new HashMap<>();

    /// The classes of the jar or folder `library`, by binary name.
    Map<String, byte[]> open(String library) throws IOException {
        Map<String, byte[]> classes = read.get(library);
        if (classes == null) {
            Path path = Path.of(library);
            classes = Files.isDirectory(path) ? ofFolder(path) : ofJar(path);
            read.put(library, classes);
        }
        return classes;
    }

    private static Map<String, byte[]> ofJar(Path path) throws IOException {
        var classes = new HashMap<String, byte[]>();
        try (var jar = new JarFile(path.toFile())) {
            var entries = jar.entries();
            while (entries.hasMoreElements()) {
                var entry = entries.nextElement();
                if (isClass(entry.getName())) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        classes.put(binaryName(entry.getName()), in.readAllBytes());
                    }
                }
            }
        }
        return classes;
    }

    private static Map<String, byte[]> ofFolder(Path root) throws IOException {
        var classes = new HashMap<String, byte[]>();
        try (var files = Files.walk(root)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = root.relativize(file).toString().replace('\\', '/');
                if (isClass(name)) {
                    classes.put(binaryName(name), Files.readAllBytes(file));
                }
            }
        }
        return classes;
    }

    /// Classes without a package are none of the library's: `module-info` among them.
    private static boolean isClass(String name) {
        return name.endsWith(CLASS) && name.indexOf('/') > 0 && !name.startsWith("META-INF/");
    }

    private static String binaryName(String file) {
        return file.substring(0, file.length() - CLASS.length()).replace('/', '.');
    }
}
