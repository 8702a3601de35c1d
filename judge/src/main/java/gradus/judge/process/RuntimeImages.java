package gradus.judge.process;

import gradus.judge.support.CompiledLibrary;
import gradus.judge.support.ContentHash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The images that child JVMs start from. At first, that's the JDK itself. In the background, [ImageBuilder]
/// builds a minimal image for workers, and archives of the classes that workers and compile processes load at
/// their start (JEP 483, 514, 515), with which they start two to three times as fast.
public final class RuntimeImages {

    static final String WORKER_MAIN = "gradus.proctor/gradus.proctor.worker.Main";
    static final String COMPILER_MAIN = "gradus.judge.compile.CompileMain";

    static final String WORKER_ARCHIVE = "worker.jsa";
    private static final String WORKER_CLASSES = "worker.classlist";
    static final String COMPILER_ARCHIVE = "compiler.aot";

    /// The young generation, which a run of checks fills with garbage. A smaller one is collected so often
    /// that verdicts take a fifth longer.
    private static final int YOUNG_MEGABYTES = 8;

    /// Changes whenever images are built differently.
    private static final String FORMAT_VERSION = "10";

    private final Path java;
    private final List<Path> proctor;
    private final List<Path> judge;
    private final Path library;
    private final Path data;
    private final Path imagesFolder;
    private final Path imageFolder;
    private volatile boolean discarded;

    /// @param judge the classes of the compile process, jars or folders
    /// @param data the folder of data sets
    /// @param cache the folder of cached images
    public RuntimeImages(Path java, List<Path> proctor, List<Path> judge, Path library, Path data, Path cache) {
        this.java = java;
        this.proctor = List.copyOf(proctor);
        this.judge = List.copyOf(judge);
        this.library = library;
        this.data = data;
        this.imagesFolder = realPath(cache.resolve("java"));
        this.imageFolder = imagesFolder.resolve(contentKey());
        if (isBuilt()) {
            ImageManifest.touch(imageFolder);
        }
    }

    /// The folder that contains the images.
    public Path imagesFolder() {
        return imagesFolder;
    }

    /// Resolves symbolic links, because archives contain their own path.
    private static Path realPath(Path folder) {
        try {
            return Files.createDirectories(folder).toRealPath();
        } catch (IOException e) {
            // Then there is no image, and everything works without.
            return folder;
        }
    }

    Path imageFolder() {
        return imageFolder;
    }

    Path java() {
        return java;
    }

    List<Path> proctor() {
        return proctor;
    }

    List<Path> judge() {
        return judge;
    }

    /// The JDK that images are built from.
    public Path jdk() {
        try {
            return java.toRealPath().getParent().getParent();
        } catch (IOException e) {
            return java.getParent().getParent();
        }
    }

    /// The paths of the JDK: its folder and the targets of its links. Linux distributions keep its settings
    /// below `/etc`.
    public List<Path> jdkPaths() {
        var all = new ArrayList<>(List.of(jdk()));
        for (String part : List.of("lib", "conf")) {
            try (var files = Files.walk(jdk().resolve(part))) {
                files.filter(Files::isSymbolicLink).map(RuntimeImages::target).forEach(all::add);
            } catch (IOException | UncheckedIOException e) {
                // Can't be granted; a child that needs it will report an error.
            }
        }
        return all;
    }

    private static Path target(Path link) {
        try {
            return link.toRealPath();
        } catch (IOException e) {
            return link;
        }
    }

    /// Whether image and archives exist and are whole.
    public boolean isBuilt() {
        return !discarded && ImageManifest.holds(imageFolder);
    }

    /// Whether image and archives were built, and are no longer whole.
    public boolean isDamaged() {
        return !isBuilt() && ImageManifest.exists(imageFolder);
    }

    /// Discards image and archives after a child failed to start; the JDK replaces them until they're
    /// rebuilt.
    void discard() {
        if (isBuilt()) {
            discarded = true;
            try {
                ImageManifest.delete(imageFolder);
            } catch (IOException e) {
                // Then only this program stops using them.
            }
        }
    }

    /// Uses the images again that have been built anew.
    void use() {
        discarded = false;
    }

    /// The command that starts a worker.
    List<String> workerCommand(WorkerKind kind) {
        return kind.threads()
                .map(threads -> computeCommand(kind, threads))
                .orElseGet(() -> workerCommand(isBuilt(), kind.megabytes()));
    }

    /// With the archive of the strict workers: it has the classes that every worker starts with.
    private List<String> computeCommand(WorkerKind kind, int threads) {
        var command = new ArrayList<>(
                isBuilt()
                        ? List.of(imageJava(imageFolder).toString(), workerArchiveOption(imageFolder))
                        : List.of(java.toString(), "-Xshare:auto"));
        command.addAll(JvmOptions.compute(kind, threads));
        command.add("-Dgradus.data=" + data);
        if (!isBuilt()) {
            command.addAll(List.of("--limit-modules", "gradus.proctor," + JvmOptions.VECTORS, "-p", path(proctor)));
        }
        command.addAll(List.of("-m", WORKER_MAIN));
        return command;
    }

    /// @param fromImage whether to start it from the image
    List<String> workerCommand(boolean fromImage, int megabytes) {
        return fromImage
                ? command(imageJava(imageFolder), workerArchiveOption(imageFolder), workerOptions(megabytes, List.of()))
                : command(
                        java,
                        "-Xshare:auto",
                        workerOptions(megabytes, List.of("--limit-modules", "gradus.proctor", "-p", path(proctor))));
    }

    /// The command that starts a worker which records the classes that it loads.
    ///
    /// An AOT cache would need only one step, but with native access denied, as it must be, it leaves out the
    /// classes generated for lambdas. Generating them takes a quarter of a cold worker's time. An archive
    /// built from a list of classes has them.
    List<String> workerTrainingCommand(Path folder, int megabytes) {
        return command(
                imageJava(folder),
                "-XX:DumpLoadedClassList=" + folder.resolve(WORKER_CLASSES),
                workerOptions(megabytes, List.of()));
    }

    /// The command that builds the archive from the classes that a worker recorded.
    List<String> workerArchiveCommand(Path folder, int megabytes) {
        var options =
                new ArrayList<>(List.of("-Xshare:dump", "-XX:SharedClassListFile=" + folder.resolve(WORKER_CLASSES)));
        options.addAll(workerOptions(megabytes, List.of()));
        return command(imageJava(folder), workerArchiveOption(folder), options);
    }

    private static String workerArchiveOption(Path folder) {
        return "-XX:SharedArchiveFile=" + folder.resolve(WORKER_ARCHIVE);
    }

    private List<String> workerOptions(int megabytes, List<String> modules) {
        var options = new ArrayList<>(JvmOptions.WORKER);
        int young = Math.min(YOUNG_MEGABYTES, megabytes / 4);
        options.addAll(List.of(
                "-Xmn" + young + "m", "-Xms" + (young + 8) + "m", "-Xmx" + megabytes + "m", "-Dgradus.data=" + data));
        options.addAll(modules);
        options.addAll(List.of("-m", WORKER_MAIN));
        return options;
    }

    /// The command that starts a compile process.
    List<String> compilerCommand() {
        return compilerCommand(isBuilt());
    }

    /// @param fromArchive whether to start it from the archive
    List<String> compilerCommand(boolean fromArchive) {
        return fromArchive
                ? command(
                        java,
                        "-XX:AOTCache=" + imageFolder.resolve(COMPILER_ARCHIVE),
                        compilerOptions(List.of(compilerJar(imageFolder))))
                : command(
                        java,
                        "-Xshare:auto",
                        compilerOptions(Stream.concat(judge.stream(), Stream.of(proctor.getFirst()))
                                .toList()));
    }

    /// The command that starts a compile process which records the classes that it loads.
    List<String> compilerTrainingCommand(Path folder) {
        return command(
                java,
                "-XX:AOTCacheOutput=" + folder.resolve(COMPILER_ARCHIVE),
                compilerOptions(List.of(compilerJar(folder))));
    }

    private List<String> compilerOptions(List<Path> classes) {
        var options = new ArrayList<>(JvmOptions.COMPILER);
        options.addAll(List.of("-cp", path(classes)));
        options.addAll(compilerArguments());
        return options;
    }

    private static List<String> command(Path java, String archive, List<String> rest) {
        var command = new ArrayList<>(List.of(java.toString(), archive));
        command.addAll(JvmOptions.QUICK);
        command.addAll(rest);
        return command;
    }

    private static Path imageJava(Path folder) {
        return folder.resolve("image/bin/java");
    }

    /// The jar with the classes of the compile process, in an image folder.
    static Path compilerJar(Path folder) {
        return folder.resolve("compiler.jar");
    }

    /// The arguments of the compile process: its main class, the library and the other modules that it sees.
    private List<String> compilerArguments() {
        var arguments = new ArrayList<>(List.of(COMPILER_MAIN, library.toString()));
        proctor.forEach(path -> arguments.add(path.toString()));
        return arguments;
    }

    private static String path(List<Path> entries) {
        return String.join(
                System.getProperty("path.separator"),
                entries.stream().map(Path::toString).toList());
    }

    /// A hash of the JDK, the modules linked into the image, and the JVM options.
    private String contentKey() {
        var hash = new ContentHash().add(FORMAT_VERSION).add(jdkVersion(jdk()));
        JvmOptions.QUICK.forEach(hash::add);
        JvmOptions.WORKER.forEach(hash::add);
        JvmOptions.COMPILER.forEach(hash::add);
        proctor.forEach(path -> hash.add(CompiledLibrary.hashOf(path)));
        judge.forEach(path -> hash.add(CompiledLibrary.hashOf(path)));
        return hash.hex().substring(0, 16);
    }

    private static String jdkVersion(Path jdk) {
        try {
            return jdk + Files.readString(jdk.resolve("release"));
        } catch (IOException | UncheckedIOException e) {
            return jdk.toString() + System.getProperty("java.vm.version");
        }
    }
}
