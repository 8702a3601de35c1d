package gradus.judge.process;

import gradus.judge.support.CompiledLibrary;
import gradus.judge.support.ContentHash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What children start from. The first time that is the JDK as it is; in the background a minimal image of
/// the platform is made for workers, and for workers and compile process an archive of what they load at
/// their start (JEP 483, 514, 515), with which they start two to three times as fast.
public final class RuntimeImages {

    static final String WORKER_MAIN = "gradus.proctor/gradus.proctor.worker.Main";
    static final String COMPILER_MAIN = "gradus.judge.compile.CompileMain";

    static final String WORKER_ARCHIVE = "worker.jsa";
    private static final String WORKER_CLASSES = "worker.classlist";
    static final String COMPILER_ARCHIVE = "compiler.aot";

    /// Lies in a folder of images that is complete.
    static final String COMPLETE_MARKER = "complete";

    /// Changes with how an image is made.
    private static final String FORMAT_VERSION = "5";

    private final Path java;
    private final List<Path> proctor;
    private final Path judge;
    private final Path library;
    private final Path data;
    private final Path imagesFolder;
    private final Path imageFolder;
    private volatile boolean discarded;

    /// @param judge where the compile process's classes are: a jar or a folder
    /// @param data the folder of data sets
    /// @param cache where images are kept
    public RuntimeImages(Path java, List<Path> proctor, Path judge, Path library, Path data, Path cache) {
        this.java = java;
        this.proctor = List.copyOf(proctor);
        this.judge = judge;
        this.library = library;
        this.data = data;
        this.imagesFolder = realPath(cache.resolve("java"));
        this.imageFolder = imagesFolder.resolve(contentKey());
        if (isBuilt()) {
            touch();
        }
    }

    /// So that nobody takes away what is in use.
    private void touch() {
        try {
            // A folder is as young as the last change in it.
            Files.delete(Files.createTempFile(imageFolder, "used", ""));
        } catch (IOException e) {
            // Then it is made again some day.
        }
    }

    /// The folder under which images come to lie.
    public Path imagesFolder() {
        return imagesFolder;
    }

    /// Archives remember where they lie, so a path of many names will not do.
    private static Path realPath(Path folder) {
        try {
            return Files.createDirectories(folder).toRealPath();
        } catch (IOException e) {
            // Then there will be no image, and everything works without.
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

    Path judge() {
        return judge;
    }

    /// The JDK that everything is made from.
    public Path jdk() {
        try {
            return java.toRealPath().getParent().getParent();
        } catch (IOException e) {
            return java.getParent().getParent();
        }
    }

    /// What the JDK is made of: its folder, and whatever it links to elsewhere. Linux distributions keep its
    /// settings below `/etc`.
    public List<Path> jdkPaths() {
        var all = new ArrayList<>(List.of(jdk()));
        for (String part : List.of("lib", "conf")) {
            try (var files = Files.walk(jdk().resolve(part))) {
                files.filter(Files::isSymbolicLink).map(RuntimeImages::target).forEach(all::add);
            } catch (IOException | UncheckedIOException e) {
                // What cannot be listed cannot be granted, and a child that needs it will say so.
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

    /// Whether image and archives are there.
    public boolean isBuilt() {
        return !discarded && Files.exists(imageFolder.resolve(COMPLETE_MARKER));
    }

    /// A child did not start from them: the JDK as it is will do, until somebody makes them anew.
    void discard() {
        if (isBuilt()) {
            discarded = true;
            try {
                Files.delete(imageFolder.resolve(COMPLETE_MARKER));
            } catch (IOException e) {
                // Then this program alone goes without.
            }
        }
    }

    /// How to start a worker with this much heap.
    List<String> workerCommand(int megabytes) {
        return workerCommand(isBuilt(), megabytes);
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

    /// How to start a worker that writes down what it loads.
    ///
    /// An AOT cache would be recorded in one step, but it leaves out the classes that are made for lambdas
    /// where native access is denied, as it has to be; making those takes a quarter of a cold worker's time.
    /// An archive made from a list of classes has them.
    List<String> workerTrainingCommand(Path folder, int megabytes) {
        return command(
                imageJava(folder),
                "-XX:DumpLoadedClassList=" + folder.resolve(WORKER_CLASSES),
                workerOptions(megabytes, List.of()));
    }

    /// How to make the archive of what a worker wrote down.
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
        options.addAll(List.of("-Xms8m", "-Xmx" + megabytes + "m", "-Dgradus.data=" + data));
        options.addAll(modules);
        options.addAll(List.of("-m", WORKER_MAIN));
        return options;
    }

    /// How to start a compile process.
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
                : command(java, "-Xshare:auto", compilerOptions(List.of(judge, proctor.getFirst())));
    }

    /// How to start a compile process that records what it loads.
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
        command.addAll(JvmOptions.COMMON);
        command.addAll(rest);
        return command;
    }

    private static Path imageJava(Path folder) {
        return folder.resolve("image/bin/java");
    }

    /// Where the compile process's classes are in a folder of images.
    static Path compilerJar(Path folder) {
        return folder.resolve("compiler.jar");
    }

    /// What the compile process is to see.
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

    /// Changes with the JDK, with what is linked into the image, and with how it is started.
    private String contentKey() {
        var contentHash = new ContentHash().add(FORMAT_VERSION).add(jdkVersion(jdk()));
        JvmOptions.COMMON.forEach(contentHash::add);
        JvmOptions.WORKER.forEach(contentHash::add);
        JvmOptions.COMPILER.forEach(contentHash::add);
        proctor.forEach(path -> contentHash.add(CompiledLibrary.read(path).hash()));
        return contentHash.add(CompiledLibrary.read(judge).hash()).hex().substring(0, 16);
    }

    private static String jdkVersion(Path jdk) {
        try {
            return jdk + Files.readString(jdk.resolve("release"));
        } catch (IOException | UncheckedIOException e) {
            return jdk.toString() + System.getProperty("java.vm.version");
        }
    }
}
