package gradus.studio.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// The files around the learner's sources: a Maven project, and the library beside it in a repository of its own, so
/// that
/// what is not built yet can be used.
///
/// @param version the version of Gradus
/// @param junit the version of JUnit that runs the visible checks
/// @param jars `gradus-ml` and `gradus-proctor`, by artifact name
public record Project(String version, String junit, Map<String, Path> jars) {

    public Project {
        jars = Map.copyOf(jars);
    }

    /// Writes what is missing or old; a `pom.xml` that is there stays as it is.
    void writeTo(Path folder) throws IOException {
        if (!Files.exists(folder.resolve("pom.xml"))) {
            Workspace.write(folder.resolve("pom.xml"), text("pom.xml"));
            Workspace.write(folder.resolve("README.md"), text("README.md"));
            Workspace.write(folder.resolve(".gitignore"), "target/\n");
        }
        for (Map.Entry<String, Path> jar : jars.entrySet()) {
            String name = jar.getKey() + "-" + version;
            Path at = folder.resolve("lib/dev/gradus").resolve(jar.getKey()).resolve(version);
            Workspace.copy(jar.getValue(), at.resolve(name + ".jar"));
            Workspace.write(at.resolve(name + ".pom"), text("library.pom").replace("@artifact@", jar.getKey()));
        }
    }

    private String text(String resource) throws IOException {
        try (var in = Project.class.getResourceAsStream(resource)) {
            return new String(
                            java.util.Objects.requireNonNull(in, resource).readAllBytes(),
                            java.nio.charset.StandardCharsets.UTF_8)
                    .replace("@version@", version)
                    .replace("@junit@", junit);
        }
    }
}
