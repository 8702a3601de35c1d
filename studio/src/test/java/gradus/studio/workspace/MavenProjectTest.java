package gradus.studio.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.Coding;
import gradus.studio.fixture.TestCourses;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

/// The workspace is a Maven project that an IDE can open.
class MavenProjectTest {

    @TempDir
    Path home;

    private Workspace workspace;

    @BeforeEach
    void begin() throws Exception {
        Path library = home.resolve("library");
        Path counter = library.resolve("src/gradus/ml/numbers/Counter.java");
        Files.createDirectories(counter.getParent());
        Files.writeString(
                counter,
                "package gradus.ml.numbers;\npublic final class Counter {\n"
                        + "    public static int count(int a, int b) { return a + b; }\n}\n");
        compile(library.resolve("classes"), "", List.of(counter));
        Path ml = jar("gradus-ml", library.resolve("classes"));
        Path proctor = jar("gradus-proctor", home.resolve("nothing"));
        workspace = new Workspace(
                home.resolve("workspace"),
                new MavenProject("0.1.0", "6.1.3", Map.of("gradus-ml", ml, "gradus-proctor", proctor)));
        Coding lab = TestCourses.adding();
        workspace.addCoding(lab, TestCourses.files(lab), List.of(), true);
    }

    @Test
    void itsPomNamesTheLibraryInItsRepository() throws Exception {
        Document pom = parsed(workspace.folder().resolve("pom.xml"));
        assertThat(Files.readString(workspace.folder().resolve("pom.xml"))).doesNotContain("@");
        var dependencies = pom.getElementsByTagName("dependency");
        var found = new ArrayList<String>();
        for (int i = 0; i < dependencies.getLength(); i++) {
            found.add(dependencies.item(i).getTextContent().strip().replaceAll("\\s+", ":"));
        }
        assertThat(found)
                .containsExactly(
                        "dev.gradus:gradus-ml:${gradus.version}",
                        "dev.gradus:gradus-proctor:${gradus.version}:test",
                        "org.junit.jupiter:junit-jupiter:6.1.3:test");
        for (String artifact : List.of("gradus-ml", "gradus-proctor")) {
            Path at = inRepository(artifact, ".pom");
            assertThat(parsed(at).getElementsByTagName("artifactId").item(0).getTextContent())
                    .isEqualTo(artifact);
            assertThat(parsed(at).getElementsByTagName("version").item(0).getTextContent())
                    .isEqualTo(currentVersion());
            assertThat(inRepository(artifact, ".jar")).exists();
        }
        assertThat(pom.getElementsByTagName("gradus.version").item(0).getTextContent())
                .isEqualTo(currentVersion());
    }

    /// The learner's `Adder` compiles with a library class that they haven't built.
    @Test
    void itsSourcesAndChecksCompileWithTheLibrary() throws Exception {
        Path source = workspace.file("gradus/ml/numbers/Adder.java");
        Files.writeString(
                source,
                Files.readString(source)
                        .replaceFirst(
                                "(?s)\\{(?=\\s+public static int plus)",
                                "{\n" + "    static int three() {\n        return Counter.count(1, 2);\n    }\n"));
        String library = inRepository("gradus-ml", ".jar").toString();
        Path classes = workspace.folder().resolve("target/classes");
        assertThat(compile(classes, library, sources("src/main/java"))).isEmpty();
        String tests = String.join(File.pathSeparator, classes.toString(), library, place(Test.class));
        assertThat(compile(workspace.folder().resolve("target/test-classes"), tests, sources("src/test/java")))
                .isEmpty();
    }

    /// Maven has copied the jars of a version that it has seen, and doesn't look at them again.
    @Test
    void aNewerLibraryReplacesTheOlderUnderAVersionOfItsOwn() throws Exception {
        String before = currentVersion();
        Path older = inRepository("gradus-ml", ".jar");
        Path newer = Files.writeString(home.resolve("newer.jar"), "newer");
        var mavenProject = new MavenProject("0.1.0", "6.1.3", Map.of("gradus-ml", newer));
        Coding lab = TestCourses.counting();
        new Workspace(workspace.folder(), mavenProject).addCoding(lab, TestCourses.files(lab), List.of(), true);
        assertThat(currentVersion()).startsWith("0.1.0-").isNotEqualTo(before);
        assertThat(inRepository("gradus-ml", ".jar")).hasContent("newer");
        assertThat(older.getParent()).doesNotExist();
    }

    @Test
    void aLibraryThatIsAFolderOfClassesComesAsAJarAndOnlyOnce() throws Exception {
        Path classes = Files.createDirectories(home.resolve("exploded/gradus"));
        Files.writeString(classes.resolve("Some.class"), "bytes");
        var mavenProject = new MavenProject("0.1.0", "6.1.3", Map.of("gradus-ml", home.resolve("exploded")));
        Coding lab = TestCourses.counting();

        new Workspace(workspace.folder(), mavenProject).addCoding(lab, TestCourses.files(lab), List.of(), true);
        Path jar = inRepository("gradus-ml", ".jar");
        byte[] first = Files.readAllBytes(jar);
        new Workspace(workspace.folder(), mavenProject).addCoding(lab, TestCourses.files(lab), List.of(), true);

        try (var packed = new JarFile(jar.toFile())) {
            assertThat(packed.getInputStream(packed.getEntry("gradus/Some.class")))
                    .hasContent("bytes");
        }
        assertThat(jar).hasBinaryContent(first);
    }

    /// The version of the library that the project uses.
    private String currentVersion() throws Exception {
        String config = Files.readString(workspace.folder().resolve(".mvn/maven.config"));
        assertThat(config).startsWith("-Dgradus.version=");
        return config.substring(config.indexOf('=') + 1).strip();
    }

    private Path inRepository(String artifact, String ending) throws Exception {
        return workspace
                .folder()
                .resolve("lib/dev/gradus")
                .resolve(artifact)
                .resolve(currentVersion())
                .resolve(artifact + "-" + currentVersion() + ending);
    }

    private List<Path> sources(String folder) throws Exception {
        try (Stream<Path> files = Files.walk(workspace.folder().resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    /// The compiler's errors; empty if there are none.
    private static String compile(Path classes, String classPath, List<Path> sources) throws Exception {
        Files.createDirectories(classes);
        var arguments = new ArrayList<>(List.of("-proc:none", "-nowarn", "-d", classes.toString(), "-cp", classPath));
        sources.forEach(source -> arguments.add(source.toString()));
        var errors = new ByteArrayOutputStream();
        int code = ToolProvider.getSystemJavaCompiler()
                .run(null, OutputStream.nullOutputStream(), errors, arguments.toArray(String[]::new));
        return code == 0 ? "" : errors.toString(StandardCharsets.UTF_8);
    }

    private Path jar(String name, Path classes) throws Exception {
        Files.createDirectories(classes);
        Path jar = home.resolve(name + ".jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, out);
            }
        }
        return jar;
    }

    private static Document parsed(Path file) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    }

    private static String place(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }
}
