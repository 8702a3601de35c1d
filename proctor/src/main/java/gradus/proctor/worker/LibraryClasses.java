package gradus.proctor.worker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The library's classes, from a jar or a folder, without those that are replaced.
final class LibraryClasses {

    private interface Store {
        @Nullable
        InputStream open(String path) throws IOException;
    }

    private final Store store;
    private final Set<String> packages;
    private final Set<String> replaced;

    private LibraryClasses(Store store, Set<String> packages, Set<String> replaced) {
        this.store = store;
        this.packages = packages;
        this.replaced = replaced;
    }

    /// @param parts the names of the classes that are given in place of the library's
    static LibraryClasses open(String library, Collection<String> parts) throws IOException {
        Set<String> replaced =
                parts.stream().map(LibraryClasses::outermost).collect(Collectors.toCollection(HashSet::new));
        Path path = Path.of(library);
        return Files.isDirectory(path) ? ofFolder(path, replaced) : ofJar(path, replaced);
    }

    Set<String> packages() {
        return packages;
    }

    /// The bytes of a class, or null if the library has none of that name or it is replaced: then nothing of
    /// the library's own, its nested classes included, is to be had.
    byte @Nullable [] bytes(String className) throws IOException {
        if (replaced.contains(outermost(className))) {
            return null;
        }
        try (InputStream in = store.open(className.replace('.', '/') + ".class")) {
            return in == null ? null : in.readAllBytes();
        }
    }

    private static LibraryClasses ofJar(Path path, Set<String> replaced) throws IOException {
        var jar = new JarFile(path.toFile());
        Set<String> packages = jar.stream()
                .map(entry -> entry.getName())
                .filter(name -> name.endsWith(".class") && name.indexOf('/') > 0 && !name.startsWith("META-INF/"))
                .map(name -> name.substring(0, name.lastIndexOf('/')).replace('/', '.'))
                .collect(Collectors.toSet());
        return new LibraryClasses(
                name -> {
                    var entry = jar.getEntry(name);
                    return entry == null ? null : jar.getInputStream(entry);
                },
                packages,
                replaced);
    }

    private static LibraryClasses ofFolder(Path root, Set<String> replaced) throws IOException {
        try (var files = Files.walk(root)) {
            Set<String> packages = files.filter(file -> file.toString().endsWith(".class"))
                    .map(file -> root.relativize(file).getParent())
                    .filter(folder -> folder != null)
                    .map(folder -> folder.toString().replace('/', '.').replace('\\', '.'))
                    .collect(Collectors.toSet());
            return new LibraryClasses(
                    name -> {
                        Path file = root.resolve(name);
                        return Files.isRegularFile(file) ? Files.newInputStream(file) : null;
                    },
                    packages,
                    replaced);
        }
    }

    private static String outermost(String className) {
        int nested = className.indexOf('$');
        return nested < 0 ? className : className.substring(0, nested);
    }
}
