package gradus.judge;

import gradus.course.cut.Merger;
import gradus.judge.support.JudgeException;
import java.io.File;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.module.ResolvedModule;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The files and folders that the judge works with.
///
/// @param java the `java` that runs child JVMs
/// @param library the library, a jar or a folder of classes
/// @param librarySources the library's sources, a folder; where it has none of a class, the learner's file is
///     taken whole
/// @param proctor the proctor and the modules that it needs, jars or folders of classes
/// @param judge this program's own classes for the compile process, jars or folders: the judge's and the
///     course's
/// @param data the folder of data sets
/// @param cache the folder of cached results; can be emptied at any time
public record JudgePaths(
        Path java, Path library, Path librarySources, List<Path> proctor, List<Path> judge, Path data, Path cache) {

    private static final List<String> MODULES = List.of(
            "gradus.proctor",
            "org.junit.jupiter.api",
            "org.junit.platform.commons",
            "org.opentest4j",
            "org.apiguardian.api");

    /// Not required; it has annotations that the compiler may look for.
    private static final String OPTIONAL = "org.apiguardian.api";

    public JudgePaths {
        java = java.toAbsolutePath();
        library = library.toAbsolutePath();
        librarySources = librarySources.toAbsolutePath();
        proctor = proctor.stream().map(Path::toAbsolutePath).toList();
        judge = judge.stream().map(Path::toAbsolutePath).toList();
        data = data.toAbsolutePath();
        cache = cache.toAbsolutePath();
        if (!Files.exists(library)) {
            throw new JudgeException("there is no library at " + library + "; build the project first");
        }
    }

    /// Uses the running Java, and the library and proctor on this program's module path or class path.
    ///
    /// @param root the project's folder
    public static JudgePaths locate(Path root, Path cache) {
        Path library = locateModule("gradus.ml")
                .orElseThrow(
                        () -> new JudgeException("the library is neither on the module path nor on the class path"));
        return locate(library, root.resolve("ml/src/main/java"), root.resolve("data"), cache);
    }

    /// Uses the running Java, and the proctor on this program's module path or class path.
    public static JudgePaths locate(Path library, Path librarySources, Path data, Path cache) {
        List<Path> proctor = MODULES.stream()
                .flatMap(name -> locateModule(name)
                        .or(() -> {
                            if (name.equals(OPTIONAL)) {
                                return Optional.empty();
                            }
                            throw new JudgeException(
                                    "the module " + name + " is neither on the module path nor on the class path");
                        })
                        .stream())
                .toList();
        return new JudgePaths(
                runningJava(),
                library,
                librarySources,
                proctor,
                List.of(codeOf(JudgePaths.class), codeOf(Merger.class)),
                data,
                cache);
    }

    private static Path codeOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new JudgeException("cannot find the judge's own classes", e);
        }
    }

    private static Path runningJava() {
        Path bin = Path.of(System.getProperty("java.home"), "bin");
        return Stream.of("java", "java.exe")
                .map(bin::resolve)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new JudgeException("there is no java in " + bin));
    }

    private static Optional<Path> locateModule(String module) {
        return ModuleLayer.boot()
                .configuration()
                .findModule(module)
                .map(ResolvedModule::reference)
                .flatMap(ModuleReference::location)
                .map(Path::of)
                .or(() -> Stream.of("jdk.module.path", "java.class.path")
                        .flatMap(property ->
                                Stream.of(System.getProperty(property, "").split(File.pathSeparator)))
                        .filter(entry -> !entry.isEmpty())
                        .flatMap(entry -> moduleAt(Path.of(entry), module).stream())
                        .findFirst());
    }

    private static Optional<Path> moduleAt(Path entry, String module) {
        try {
            return ModuleFinder.of(entry)
                    .find(module)
                    .flatMap(ModuleReference::location)
                    .filter(uri -> uri.getScheme().equals("file"))
                    .map((URI uri) -> Path.of(uri));
        } catch (FindException e) {
            // Not a module: the class path may contain anything.
            return Optional.empty();
        }
    }
}
