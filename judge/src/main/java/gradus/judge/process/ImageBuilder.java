package gradus.judge.process;

import gradus.judge.compile.CompileCodec;
import gradus.judge.compile.CompileResult;
import gradus.proctor.transcript.Job;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/// Makes the images: links a minimal platform with the proctor in it, and lets a worker and a compile process
/// run once, on the course's own code, to record what they load.
public final class ImageBuilder implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    /// An image that nobody started from for so long is taken away when another is made.
    private static final Duration RETENTION = Duration.ofDays(2);

    private static final int MEGABYTES = 256;

    private final RuntimeImages runtimeImages;
    private final List<Process> running = new ArrayList<>();
    private boolean closed;

    public ImageBuilder(RuntimeImages runtimeImages) {
        this.runtimeImages = runtimeImages;
    }

    /// Makes them unless they are there, or another program is just making them.
    ///
    /// @param expected what a worker would do
    /// @param samples what the compile process would compile
    /// @return whether they are there now
    public boolean build(Optional<WorkerPool.WarmUpJob> expected, List<CompileCodec.Request> samples) {
        if (runtimeImages.isBuilt() || expected.isEmpty() || samples.isEmpty()) {
            return runtimeImages.isBuilt();
        }
        Path folder = runtimeImages.imagesFolder();
        try (FileChannel channel =
                        FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null || runtimeImages.isBuilt()) {
                return runtimeImages.isBuilt();
            }
            deleteOldImages(folder);
            return build(expected.get().job(), samples);
        } catch (IOException | UncheckedIOException | OverlappingFileLockException e) {
            return false;
        }
    }

    /// The archives hold the paths that they were recorded with, so everything is made where it will lie; a
    /// folder that has the mark is complete.
    private boolean build(Job sample, List<CompileCodec.Request> samples) throws IOException {
        Path made = runtimeImages.imageFolder();
        delete(made);
        Files.createDirectories(made);
        List<String> modules =
                runtimeImages.proctor().stream().map(Path::toString).toList();
        boolean linked = run(List.of(
                runtimeImages.jdk().resolve("bin/jlink").toString(),
                "--module-path",
                String.join(System.getProperty("path.separator"), modules),
                "--add-modules",
                "gradus.proctor",
                "--no-header-files",
                "--no-man-pages",
                "--output",
                made.resolve("image").toString()));
        if (!linked) {
            return false;
        }
        stripNativeLibraries(made.resolve("image"));
        buildCompilerJar(RuntimeImages.compilerJar(made));
        if (trainWorker(made, sample) && trainCompiler(made, samples)) {
            // A worker starts nothing; without this it could not if it were let.
            Files.deleteIfExists(made.resolve("image/lib/jspawnhelper"));
            Files.deleteIfExists(made.resolve("image/bin/keytool"));
            if (smokeTest(sample, samples.getFirst())) {
                Files.createFile(made.resolve(RuntimeImages.COMPLETE_MARKER));
            }
        }
        return runtimeImages.isBuilt();
    }

    /// Some JDKs are linked from libraries with all their symbols, ten times the size of those that they run
    /// with.
    private void stripNativeLibraries(Path image) throws IOException {
        try (var files = Files.walk(image.resolve("lib"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path own = runtimeImages.jdk().resolve(image.relativize(file));
                if (file.toString().endsWith(".debuginfo")) {
                    Files.delete(file);
                } else if (file.toString().endsWith(".so") && Files.exists(own) && Files.size(own) < Files.size(file)) {
                    Files.copy(own, file, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /// A child that is trained has written down what it has loaded when its input ends. It must be idle by
    /// then: what is recorded of a JVM in the middle of its work does not always start again.
    private boolean trainWorker(Path made, Job sample) throws IOException {
        Process process = start(runtimeImages.workerTrainingCommand(made, MEGABYTES));
        var worker = new Worker(process, MEGABYTES, false);
        for (int i = 0; i < 3; i++) {
            if (!worker.warmUp("sample", sample, LIMIT)) {
                worker.close();
                return false;
            }
        }
        process.getOutputStream().close();
        return awaitSuccess(process)
                && run(runtimeImages.workerArchiveCommand(made, MEGABYTES))
                && Files.exists(made.resolve(RuntimeImages.WORKER_ARCHIVE));
    }

    private boolean trainCompiler(Path made, List<CompileCodec.Request> samples) throws IOException {
        Process process = start(runtimeImages.compilerTrainingCommand(made));
        var compiler = new CompileProcess(process);
        for (CompileCodec.Request sample : samples) {
            if (!isThrough(compiler.compile(sample, LIMIT))) {
                compiler.close();
                return false;
            }
        }
        process.getOutputStream().close();
        return awaitSuccess(process) && Files.exists(made.resolve(RuntimeImages.COMPILER_ARCHIVE));
    }

    /// Whether children start from what was made and do what they should.
    private boolean smokeTest(Job sample, CompileCodec.Request source) throws IOException {
        try (var worker = new Worker(start(runtimeImages.workerCommand(true, MEGABYTES)), MEGABYTES, false);
                var compiler = new CompileProcess(start(runtimeImages.compilerCommand(true)))) {
            return worker.warmUp("sample", sample, LIMIT) && isThrough(compiler.compile(source, LIMIT));
        }
    }

    private static boolean isThrough(Optional<CompileResult> answer) {
        return answer.isPresent() && !(answer.get() instanceof CompileResult.Timeout);
    }

    private synchronized Process start(List<String> command) throws IOException {
        if (closed) {
            throw new IOException("nothing is made any more");
        }
        running.removeIf(process -> !process.isAlive());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        running.add(process);
        return process;
    }

    /// Ends what is being made, which is left unfinished.
    @Override
    public synchronized void close() {
        closed = true;
        for (Process process : running) {
            // An archive is put together by a process that the trained one starts at its end.
            List<ProcessHandle> descendants = process.descendants().toList();
            process.destroyForcibly();
            descendants.forEach(ProcessHandle::destroyForcibly);
        }
        running.clear();
    }

    private boolean run(List<String> command) throws IOException {
        Process process = start(command);
        process.getOutputStream().close();
        process.getInputStream().transferTo(OutputStream.nullOutputStream());
        return awaitSuccess(process);
    }

    private static boolean awaitSuccess(Process process) {
        try {
            if (process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                return process.exitValue() == 0;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        return false;
    }

    /// The classes of the compile process in one jar: an archive is made of classes in jars only.
    private void buildCompilerJar(Path file) throws IOException {
        try (var out = new JarOutputStream(Files.newOutputStream(file))) {
            copy(runtimeImages.judge(), "gradus/judge/compile/", out);
            copy(runtimeImages.judge(), "gradus/judge/support/", out);
            copy(runtimeImages.proctor().getFirst(), "gradus/proctor/transcript/", out);
        }
    }

    private static void copy(Path from, String folder, JarOutputStream out) throws IOException {
        if (Files.isDirectory(from)) {
            try (var files = Files.list(from.resolve(folder))) {
                for (Path file : files.sorted().toList()) {
                    put(out, folder + file.getFileName(), Files.readAllBytes(file));
                }
            }
            return;
        }
        try (var jar = new JarFile(from.toFile())) {
            for (JarEntry entry : jar.stream().toList()) {
                if (entry.getName().startsWith(folder) && entry.getName().endsWith(".class")) {
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

    private static void deleteOldImages(Path folder) throws IOException {
        // The file system tells what time it is.
        Path fresh = Files.createTempFile(folder, "now", "");
        Instant oldest = Files.getLastModifiedTime(fresh).toInstant().minus(RETENTION);
        Files.delete(fresh);
        try (var images = Files.list(folder)) {
            for (Path image : images.filter(Files::isDirectory).toList()) {
                if (Files.getLastModifiedTime(image).toInstant().isBefore(oldest)) {
                    delete(image);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        // First, so that what is half gone is not taken for complete.
        Files.deleteIfExists(folder.resolve(RuntimeImages.COMPLETE_MARKER));
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
