package gradus.judge;

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
/// @param proctor the proctor and the modules that it needs, jars or folders of classes
/// @param judge this program's own classes for the compile process, a jar or a folder
/// @param data the folder of data sets
/// @param cache the folder of cached results; can be emptied at any time
public record JudgePaths(Path java, Path library, List<Path> proctor, Path judge, Path data, Path cache) {

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
        proctor = proctor.stream().map(Path::toAbsolutePath).toList();
        judge = judge.toAbsolutePath();
        data = data.toAbsolutePath();
        cache = cache.toAbsolutePath();
        if (!Files.exists(library)) {
            throw new JudgeException("there is no library at " + library + "; build the project first");
        }
    }

    /// Uses the running Java, and the library and proctor on this program's module path or class path.
    public static JudgePaths locate(Path data, Path cache) {
        Path library = locateModule("gradus.ml")
                .orElseThrow(
                        () -> new JudgeException("the library is neither on the module path nor on the class path"));
        return locate(library, data, cache);
    }

    /// Uses the running Java, and the proctor on this program's module path or class path.
    public static JudgePaths locate(Path library, Path data, Path cache) {
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
        return new JudgePaths(runningJava(), library, proctor, judgeClasses(), data, cache);
    }

    private static Path judgeClasses() {
        try {
            return Path.of(JudgePaths.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
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
