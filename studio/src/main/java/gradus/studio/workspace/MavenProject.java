package gradus.studio.workspace;

import gradus.course.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/// The Maven project around the learner's sources. It includes the library, in a Maven repository inside the
/// project, so the learner's code can use parts that aren't built yet.
///
/// @param version the version of Gradus
/// @param junit the version of JUnit that runs the visible checks
/// @param jars `gradus-ml` and `gradus-proctor`, by artifact name
public record MavenProject(String version, String junit, Map<String, Path> jars) {

    private static final int HASH_LENGTH = 8;

    public MavenProject {
        jars = Map.copyOf(jars);
    }

    /// Writes missing files and updates the jars. An existing `pom.xml` isn't changed.
    ///
    /// The jars get a version of their own for each content, because Maven keeps a copy of each version that
    /// it has once seen. The file `.mvn/maven.config` says which one is current.
    void writeTo(Path folder) throws IOException {
        var contents = new TreeMap<String, byte[]>();
        for (Map.Entry<String, Path> jar : jars.entrySet()) {
            contents.put(
                    jar.getKey(),
                    Files.isDirectory(jar.getValue()) ? packed(jar.getValue()) : Files.readAllBytes(jar.getValue()));
        }
        String build = version + "-" + hash(contents.values());
        if (!Files.exists(folder.resolve("pom.xml"))) {
            LearnerFile.write(folder.resolve("pom.xml"), text("pom.xml", build));
            LearnerFile.write(folder.resolve("README.md"), text("README.md", build));
            LearnerFile.write(folder.resolve(".gitignore"), "target/\n");
        }
        for (Map.Entry<String, byte[]> jar : contents.entrySet()) {
            Path artifact = folder.resolve("lib/dev/gradus").resolve(jar.getKey());
            String name = jar.getKey() + "-" + build;
            putJar(jar.getValue(), artifact.resolve(build).resolve(name + ".jar"));
            LearnerFile.write(
                    artifact.resolve(build).resolve(name + ".pom"),
                    text("library.pom", build).replace("@artifact@", jar.getKey()));
            deleteOthers(artifact, build);
        }
        LearnerFile.write(folder.resolve(".mvn/maven.config"), "-Dgradus.version=" + build + "\n");
    }

    private static void putJar(byte[] jar, Path to) throws IOException {
        LearnerFile.requireNoFolder(to);
        if (!Files.exists(to) || !Arrays.equals(jar, Files.readAllBytes(to))) {
            Files.createDirectories(to.getParent());
            Files.write(to, jar);
        }
    }

    /// Deletes the jars of earlier builds.
    private static void deleteOthers(Path artifact, String build) throws IOException {
        try (Stream<Path> versions = Files.list(artifact)) {
            for (Path version : versions.filter(Files::isDirectory).toList()) {
                String name = version.getFileName().toString();
                if (name.matches(".+-\\p{XDigit}{" + HASH_LENGTH + "}") && !name.equals(build)) {
                    try (Stream<Path> files = Files.walk(version)) {
                        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                            Files.delete(file);
                        }
                    }
                }
            }
        }
    }

    private static String hash(Collection<byte[]> contents) {
        String each = contents.stream().map(Sha256::of).collect(Collectors.joining());
        return Sha256.of(each).substring(0, HASH_LENGTH);
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

    private String text(String resource, String build) throws IOException {
        try (var in = MavenProject.class.getResourceAsStream(resource)) {
            return new String(
                            java.util.Objects.requireNonNull(in, resource).readAllBytes(),
                            java.nio.charset.StandardCharsets.UTF_8)
                    .replace("@version@", build)
                    .replace("@junit@", junit);
        }
    }
}
