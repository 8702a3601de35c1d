package gradus.studio.workspace;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/// The Maven project around the learner's sources. It includes the library, in a Maven repository inside the
/// project, so the learner's code can use parts that aren't built yet.
///
/// @param version the version of Gradus
/// @param junit the version of JUnit that runs the visible checks
/// @param jars `gradus-ml` and `gradus-proctor`, by artifact name
public record MavenProject(String version, String junit, Map<String, Path> jars) {

    public MavenProject {
        jars = Map.copyOf(jars);
    }

    /// Writes missing files and updates the jars. An existing `pom.xml` isn't changed.
    void writeTo(Path folder) throws IOException {
        if (!Files.exists(folder.resolve("pom.xml"))) {
            Workspace.writeAtomically(folder.resolve("pom.xml"), text("pom.xml"));
            Workspace.writeAtomically(folder.resolve("README.md"), text("README.md"));
            Workspace.writeAtomically(folder.resolve(".gitignore"), "target/\n");
        }
        for (Map.Entry<String, Path> jar : jars.entrySet()) {
            String name = jar.getKey() + "-" + version;
            Path at = folder.resolve("lib/dev/gradus").resolve(jar.getKey()).resolve(version);
            putJar(jar.getValue(), at.resolve(name + ".jar"));
            Workspace.writeAtomically(
                    at.resolve(name + ".pom"), text("library.pom").replace("@artifact@", jar.getKey()));
        }
    }

    /// Copies a jar. During development, `from` may be a folder of classes; it's packed into a jar.
    private static void putJar(Path from, Path to) throws IOException {
        if (!Files.isDirectory(from)) {
            Workspace.copyIfChanged(from, to);
            return;
        }
        byte[] jar = packed(from);
        if (!Files.exists(to) || !Arrays.equals(jar, Files.readAllBytes(to))) {
            Files.createDirectories(to.getParent());
            Files.write(to, jar);
        }
    }

    /// Packs a folder into a jar, reproducibly: the same classes give the same bytes.
    private static byte[] packed(Path classes) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (Stream<Path> files = Files.walk(classes);
                var jar = new JarOutputStream(bytes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                var entry = new ZipEntry(classes.relativize(file).toString().replace('\\', '/'));
                entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
                jar.putNextEntry(entry);
                Files.copy(file, jar);
            }
        }
        return bytes.toByteArray();
    }

    private String text(String resource) throws IOException {
        try (var in = MavenProject.class.getResourceAsStream(resource)) {
            return new String(
                            java.util.Objects.requireNonNull(in, resource).readAllBytes(),
                            java.nio.charset.StandardCharsets.UTF_8)
                    .replace("@version@", version)
                    .replace("@junit@", junit);
        }
    }
}
