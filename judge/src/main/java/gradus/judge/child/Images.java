package gradus.judge.child;

import gradus.judge.build.Hash;
import gradus.judge.build.Library;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What children start from. The first time that is the JDK as it is; in the background a minimal image of the
/// platform is made for workers, and for workers and compile process an archive of what they load at their start
/// (JEP 483, 514, 515), with which they start two to three times as fast.
public final class Images {

    static final String WORKER = "gradus.proctor/gradus.proctor.worker.Main";
    static final String COMPILER = "gradus.judge.build.CompileMain";

    static final String WORKER_ARCHIVE = "worker.jsa";
    private static final String WORKER_CLASSES = "worker.classlist";
    static final String COMPILER_ARCHIVE = "compiler.aot";

    /// Lies in a folder of images that is complete.
    static final String MARK = "complete";

    /// Changes with how an image is made.
    private static final String RECIPE = "5";

    private final Path java;
    private final List<Path> proctor;
    private final Path judge;
    private final Path library;
    private final Path data;
    private final Path folder;
    private final Path made;
    private volatile boolean doubted;

    /// @param judge where the compile process's classes are: a jar or a folder
    /// @param data the folder of data sets
    /// @param cache where images are kept
    public Images(Path java, List<Path> proctor, Path judge, Path library, Path data, Path cache) {
        this.java = java;
        this.proctor = List.copyOf(proctor);
        this.judge = judge;
        this.library = library;
        this.data = data;
        this.folder = real(cache.resolve("java"));
        this.made = folder.resolve(name());
        if (isMade()) {
            touch();
        }
    }

    /// So that nobody takes away what is in use.
    private void touch() {
        try {
            // A folder is as young as the last change in it.
            Files.delete(Files.createTempFile(made, "used", ""));
        } catch (IOException e) {
            // Then it is made again some day.
        }
    }

    /// The folder under which images come to lie.
    public Path folder() {
        return folder;
    }

    /// Archives remember where they lie, so a path of many names will not do.
    private static Path real(Path folder) {
        try {
            return Files.createDirectories(folder).toRealPath();
        } catch (IOException e) {
            // Then there will be no image, and everything works without.
            return folder;
        }
    }

    Path made() {
        return made;
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

    /// What the JDK is made of: its folder, and whatever it links to elsewhere. Linux distributions keep its settings
    /// below `/etc`.
    public List<Path> platform() {
        var all = new ArrayList<>(List.of(jdk()));
        for (String part : List.of("lib", "conf")) {
            try (var files = Files.walk(jdk().resolve(part))) {
                files.filter(Files::isSymbolicLink).map(Images::target).forEach(all::add);
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
    public boolean isMade() {
        return !doubted && Files.exists(made.resolve(MARK));
    }

    /// A child did not start from them: the JDK as it is will do, until somebody makes them anew.
    void doubt() {
        if (isMade()) {
            doubted = true;
            try {
                Files.delete(made.resolve(MARK));
            } catch (IOException e) {
                // Then this program alone goes without.
            }
        }
    }

    /// How to start a worker with this much heap.
    List<String> worker(int megabytes) {
        return worker(isMade(), megabytes);
    }

    /// @param fromImage whether to start it from the image
    List<String> worker(boolean fromImage, int megabytes) {
        return fromImage
                ? command(imageJava(made), workerArchive(made), worker(megabytes, List.of()))
                : command(
                        java,
                        "-Xshare:auto",
                        worker(megabytes, List.of("--limit-modules", "gradus.proctor", "-p", path(proctor))));
    }

    /// How to start a worker that writes down what it loads.
    ///
    /// An AOT cache would be recorded in one step, but it leaves out the classes that are made for lambdas where
    /// native access is denied, as it has to be; making those takes a quarter of a cold worker's time. An archive
    /// made from a list of classes has them.
    List<String> trainedWorker(Path folder, int megabytes) {
        return command(
                imageJava(folder),
                "-XX:DumpLoadedClassList=" + folder.resolve(WORKER_CLASSES),
                worker(megabytes, List.of()));
    }

    /// How to make the archive of what a worker wrote down.
    List<String> archivedWorker(Path folder, int megabytes) {
        var options =
                new ArrayList<>(List.of("-Xshare:dump", "-XX:SharedClassListFile=" + folder.resolve(WORKER_CLASSES)));
        options.addAll(worker(megabytes, List.of()));
        return command(imageJava(folder), workerArchive(folder), options);
    }

    private static String workerArchive(Path folder) {
        return "-XX:SharedArchiveFile=" + folder.resolve(WORKER_ARCHIVE);
    }

    private List<String> worker(int megabytes, List<String> modules) {
        var options = new ArrayList<>(Flags.EVERY_WORKER);
        options.addAll(List.of("-Xms8m", "-Xmx" + megabytes + "m", "-Dgradus.data=" + data));
        options.addAll(modules);
        options.addAll(List.of("-m", WORKER));
        return options;
    }

    /// How to start a compile process.
    List<String> compiler() {
        return compiler(isMade());
    }

    /// @param fromArchive whether to start it from the archive
    List<String> compiler(boolean fromArchive) {
        return fromArchive
                ? command(java, "-XX:AOTCache=" + made.resolve(COMPILER_ARCHIVE), compiler(List.of(jar(made))))
                : command(java, "-Xshare:auto", compiler(List.of(judge, proctor.getFirst())));
    }

    /// How to start a compile process that records what it loads.
    List<String> trainedCompiler(Path folder) {
        return command(java, "-XX:AOTCacheOutput=" + folder.resolve(COMPILER_ARCHIVE), compiler(List.of(jar(folder))));
    }

    private List<String> compiler(List<Path> classes) {
        var options = new ArrayList<>(Flags.EVERY_COMPILER);
        options.addAll(List.of("-cp", path(classes)));
        options.addAll(compilerArguments());
        return options;
    }

    private static List<String> command(Path java, String archive, List<String> rest) {
        var command = new ArrayList<>(List.of(java.toString(), archive));
        command.addAll(Flags.EVERY_CHILD);
        command.addAll(rest);
        return command;
    }

    private static Path imageJava(Path folder) {
        return folder.resolve("image/bin/java");
    }

    /// Where the compile process's classes are in a folder of images.
    static Path jar(Path folder) {
        return folder.resolve("compiler.jar");
    }

    /// What the compile process is to see.
    private List<String> compilerArguments() {
        var arguments = new ArrayList<>(List.of(COMPILER, library.toString()));
        proctor.forEach(path -> arguments.add(path.toString()));
        return arguments;
    }

    private static String path(List<Path> entries) {
        return String.join(
                System.getProperty("path.separator"),
                entries.stream().map(Path::toString).toList());
    }

    /// Changes with the JDK, with what is linked into the image, and with how it is started.
    private String name() {
        var hash = new Hash().add(RECIPE).add(made(jdk()));
        Flags.EVERY_CHILD.forEach(hash::add);
        Flags.EVERY_WORKER.forEach(hash::add);
        Flags.EVERY_COMPILER.forEach(hash::add);
        proctor.forEach(path -> hash.add(Library.read(path).hash()));
        return hash.add(Library.read(judge).hash()).hex().substring(0, 16);
    }

    private static String made(Path jdk) {
        try {
            return jdk + Files.readString(jdk.resolve("release"));
        } catch (IOException | UncheckedIOException e) {
            return jdk.toString() + System.getProperty("java.vm.version");
        }
    }
}
