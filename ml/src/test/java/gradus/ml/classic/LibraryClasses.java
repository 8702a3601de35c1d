package gradus.ml.classic;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The compiled classes of the library, for tests that want all members of a family.
final class LibraryClasses {

    private LibraryClasses() {}

    static Stream<Class<?>> all() throws IOException, URISyntaxException {
        Path root = Path.of(
                KMeans.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (Stream<Path> files = Files.walk(root)) {
            List<String> names = files.map(file -> root.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && file.startsWith("gradus"))
                    .map(file -> file.replace(".class", "").replaceAll("[/\\\\]", "."))
                    .toList();
            return names.stream().map(LibraryClasses::load);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, KMeans.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
