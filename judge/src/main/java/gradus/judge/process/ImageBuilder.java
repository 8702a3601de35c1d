package gradus.judge.process;

import gradus.course.Parallel;
import gradus.judge.compile.CompileCodec;
import gradus.judge.compile.CompileResult;
import gradus.proctor.transcript.Job;
import java.io.IOException;
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
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/// Builds the images: links a minimal JDK with the proctor, and runs a worker and a compile process once to
/// record the classes that they load.
public final class ImageBuilder implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    /// An image that hasn't been used for this long is deleted when another one is built.
    private static final Duration RETENTION = Duration.ofDays(2);

    private static final int MEGABYTES = 256;

    /// How often damaged images are replaced: whatever damages them may do so again.
    private static final int MAX_BUILDS = 3;

    private final RuntimeImages images;
    private final List<Process> running = new ArrayList<>();
    private int builds;
    private boolean closed;

    public ImageBuilder(RuntimeImages images) {
        this.images = images;
    }

    /// Builds the images if there are none or they have been damaged, a few times at most; after a failure,
    /// never again.
    ///
    /// @return whether it built them
    public boolean buildMissing(List<CompileCodec.Request> samples) {
        if (builds >= MAX_BUILDS || images.isBuilt() || samples.isEmpty()) {
            return false;
        }
        builds++;
        boolean built = build(samples);
        builds = built ? builds : MAX_BUILDS;
        return built;
    }

    /// Builds the images unless they are whole, or another program is building them.
    ///
    /// @param samples requests for the compile process, of the course's own code
    /// @return whether they exist now
    public boolean build(List<CompileCodec.Request> samples) {
        if (images.isBuilt() || samples.isEmpty()) {
            return images.isBuilt();
        }
        Path folder = images.imagesFolder();
        try (FileChannel channel =
                        FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null || images.isBuilt()) {
                return images.isBuilt();
            }
            deleteOldImages(folder);
            return buildIn(images.imageFolder(), samples);
        } catch (IOException | UncheckedIOException | OverlappingFileLockException e) {
            return false;
        }
    }

    /// Builds in the final folder, because archives contain the paths that they were recorded with. A
    /// manifest says that the folder is complete.
    private boolean buildIn(Path folder, List<CompileCodec.Request> samples) throws IOException {
        delete(folder);
        Files.createDirectories(folder);
        var training = new AtomicReference<Job>();
        List<Step> steps = List.of(() -> link(folder), () -> trainCompiler(folder, samples, training));
        if (Parallel.map(steps, ImageBuilder::attempt).stream().allMatch(done -> done)
                && trainWorker(folder, training.get())) {
            // A worker starts no processes. Without this file it couldn't, even if the sandbox let it.
            Files.deleteIfExists(folder.resolve("image/lib/jspawnhelper"));
            Files.deleteIfExists(folder.resolve("image/bin/keytool"));
            if (smokeTest(training.get(), samples.getFirst())) {
                ImageManifest.write(folder);
                images.use();
            }
        }
        return images.isBuilt();
    }

    private interface Step {

        /// @return whether it worked
        boolean run() throws IOException;
    }

    private static boolean attempt(Step step) {
        try {
            return step.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean link(Path folder) throws IOException {
        Path proctor = folder.resolve("proctor");
        ProctorModule.write(images.proctor().getFirst(), proctor);
        List<String> modules = Stream.concat(
                        Stream.of(proctor), images.proctor().stream().skip(1))
                .map(Path::toString)
                .toList();
        boolean linked = run(List.of(
                images.jdk().resolve("bin/jlink").toString(),
                "--module-path",
                String.join(System.getProperty("path.separator"), modules),
                "--add-modules",
                "gradus.proctor," + JvmOptions.VECTORS,
                "--no-header-files",
                "--no-man-pages",
                "--output",
                folder.resolve("image").toString()));
        delete(proctor);
        if (linked) {
            stripNativeLibraries(folder.resolve("image"));
        }
        return linked;
    }

    /// Replaces native libraries by the JDK's own: some JDKs link images from libraries with all their debug
    /// symbols, ten times the size.
    private void stripNativeLibraries(Path image) throws IOException {
        try (var files = Files.walk(image.resolve("lib"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path own = images.jdk().resolve(image.relativize(file));
                if (file.toString().endsWith(".debuginfo")) {
                    Files.delete(file);
                } else if (file.toString().endsWith(".so") && Files.exists(own) && Files.size(own) < Files.size(file)) {
                    Files.copy(own, file, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /// Trains a worker: it writes the list of loaded classes when its input ends. It must be idle by then,
    /// because an archive recorded from a busy JVM doesn't always start.
    private boolean trainWorker(Path folder, Job sample) throws IOException {
        Process process = start(images.workerTrainingCommand(folder, MEGABYTES));
        var worker = new Worker(process, WorkerKind.strict(MEGABYTES), false);
        for (int i = 0; i < 3; i++) {
            if (!worker.warmUp("sample", sample, LIMIT)) {
                worker.close();
                return false;
            }
        }
        process.getOutputStream().close();
        return awaitSuccess(process)
                && run(images.workerArchiveCommand(folder, MEGABYTES))
                && Files.exists(folder.resolve(RuntimeImages.WORKER_ARCHIVE));
    }

    /// @param training is set to the job for the worker
    private boolean trainCompiler(Path folder, List<CompileCodec.Request> samples, AtomicReference<Job> training)
            throws IOException {
        CompilerJar.write(images, RuntimeImages.compilerJar(folder));
        Process process = start(images.compilerTrainingCommand(folder));
        var compiler = new CompileProcess(process);
        for (CompileCodec.Request sample : samples) {
            if (!isAnswered(compiler.compile(sample, LIMIT))) {
                compiler.close();
                return false;
            }
        }
        Optional<CompileResult> answer = compiler.compile(WorkerTraining.request(), LIMIT);
        if (answer.orElse(null) instanceof CompileResult.Success success) {
            training.set(WorkerTraining.job(success.classes()));
        }
        process.getOutputStream().close();
        return awaitSuccess(process)
                && training.get() != null
                && Files.exists(folder.resolve(RuntimeImages.COMPILER_ARCHIVE));
    }

    /// Whether child JVMs start from the new image and work.
    private boolean smokeTest(Job sample, CompileCodec.Request source) throws IOException {
        try (var worker =
                        new Worker(start(images.workerCommand(true, MEGABYTES)), WorkerKind.strict(MEGABYTES), false);
                var compiler = new CompileProcess(start(images.compilerCommand(true)))) {
            return worker.warmUp("sample", sample, LIMIT) && isAnswered(compiler.compile(source, LIMIT));
        }
    }

    private static boolean isAnswered(Optional<CompileResult> answer) {
        return answer.isPresent() && !(answer.get() instanceof CompileResult.Timeout);
    }

    private synchronized Process start(List<String> command) throws IOException {
        if (closed) {
            throw new IOException("the image builder has been closed");
        }
        running.removeIf(process -> !process.isAlive());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        running.add(process);
        return process;
    }

    /// Stops a running build, which stays incomplete.
    @Override
    public synchronized void close() {
        closed = true;
        for (Process process : running) {
            // The trained process starts another one at its end, which assembles the archive.
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

    private static void deleteOldImages(Path folder) throws IOException {
        // Take the time from the file system, whose clock may differ.
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
        // Delete the manifest first, so that a partly deleted folder doesn't count as complete.
        ImageManifest.delete(folder);
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
