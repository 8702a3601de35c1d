package gradus.judge.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/// The jar of a compile process.
final class CompilerJar {

    private static final List<String> PACKAGES = List.of(
            "gradus/judge/compile/",
            "gradus/judge/javac/",
            "gradus/judge/support/",
            "gradus/course/",
            "gradus/course/cut/",
            "gradus/course/syntax/");

    private CompilerJar() {}

    /// Puts the classes of the compile process in a jar, because an archive can only contain classes from
    /// jars.
    static void write(RuntimeImages images, Path file) throws IOException {
        try (var out = new JarOutputStream(Files.newOutputStream(file))) {
            for (Path own : images.judge()) {
                for (String folder : PACKAGES) {
                    copy(own, folder, out);
                }
            }
            copy(images.proctor().getFirst(), "gradus/proctor/transcript/", out);
        }
    }

    private static void copy(Path from, String folder, JarOutputStream out) throws IOException {
        if (Files.isDirectory(from)) {
            if (!Files.isDirectory(from.resolve(folder))) {
                return;
            }
            try (var files = Files.list(from.resolve(folder))) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    put(out, folder + file.getFileName(), Files.readAllBytes(file));
                }
            }
            return;
        }
        try (var jar = new JarFile(from.toFile())) {
            for (JarEntry entry : jar.stream().toList()) {
                if (entry.getName().matches(folder + "[^/]+\\.class")) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        put(out, entry.getName(), in.readAllBytes());
                    }
                }
            }
        }
    }

    private static void put(JarOutputStream out, String name, byte[] bytes) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(bytes);
        out.closeEntry();
    }
}
