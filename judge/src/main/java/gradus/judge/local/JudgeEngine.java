package gradus.judge.local;

import gradus.course.Lab;
import gradus.course.Source;
import gradus.judge.JudgePaths;
import gradus.judge.LearnerParts;
import gradus.judge.ProgressEvent;
import gradus.judge.SelfTestReport;
import gradus.judge.compile.CompileCodec;
import gradus.judge.compile.CompileResult;
import gradus.judge.compile.Compiler;
import gradus.judge.compile.Javac;
import gradus.judge.process.BackgroundTasks;
import gradus.judge.process.CompilerPool;
import gradus.judge.process.ImageBuilder;
import gradus.judge.process.JvmStarter;
import gradus.judge.process.ReusableWorkerPool;
import gradus.judge.process.RuntimeImages;
import gradus.judge.process.Worker;
import gradus.judge.process.WorkerPool;
import gradus.judge.run.CheckRunMonitor;
import gradus.judge.run.CheckRunResult;
import gradus.judge.run.CompiledLab;
import gradus.judge.run.CompiledLabCache;
import gradus.judge.support.CompiledLibrary;
import gradus.judge.support.DiskCache;
import gradus.judge.support.JudgeException;
import gradus.proctor.transcript.Job;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The parts that all local services share: the compiled library, compilers, worker pools and caches.
final class JudgeEngine implements AutoCloseable {

    private final JudgePaths paths;
    private final CompiledLibrary library;
    private final Javac courseCompiler;
    private final CompiledLabCache compiledLabs;
    private final RuntimeImages images;
    private final JvmStarter workerStarter;
    private final JvmStarter compilerStarter;
    private final WorkerPool workerPool;
    private final ReusableWorkerPool reusableWorkers;
    private final CompilerPool compilerPool;
    private final ImageBuilder imageBuilder;
    private final BackgroundTasks backgroundTasks;
    private @Nullable Lab expectedLab;
    private @Nullable CompiledLab expectedCompiledLab;

    /// @param keepsWarm whether to prepare in the background what the next verdict needs
    JudgeEngine(JudgePaths paths, boolean keepsWarm) {
        this.paths = paths;
        this.library = CompiledLibrary.read(paths.library());
        List<Path> everything = Stream.concat(Stream.of(paths.library()), paths.proctor().stream())
                .toList();
        this.courseCompiler = Javac.forCourse(everything);
        this.compiledLabs = new CompiledLabCache(library, paths, courseCompiler);
        this.images = new RuntimeImages(
                paths.java(), paths.proctor(), paths.judge(), paths.library(), paths.data(), paths.cache());
        // The library contains the solutions of the labs, so workers can't read its files.
        this.workerStarter = sandboxedStarter(List.of(paths.data()));
        this.compilerStarter = sandboxedStarter(List.of(paths.library(), paths.judge()));
        this.workerPool = new WorkerPool(workerStarter, images);
        this.reusableWorkers = new ReusableWorkerPool(workerPool, keepsWarm);
        this.compilerPool = new CompilerPool(compilerStarter, images);
        this.imageBuilder = new ImageBuilder(images);
        this.backgroundTasks = new BackgroundTasks(List.of(workerPool, compilerPool, this::buildImagesOnce));
        if (keepsWarm) {
            backgroundTasks.start();
        }
    }

    private JvmStarter sandboxedStarter(List<Path> alsoReadable) {
        var readable = new ArrayList<>(paths.proctor());
        readable.addAll(images.jdkPaths());
        readable.addAll(alsoReadable);
        return JvmStarter.sandboxed(
                readable, List.of(paths.java(), images.jdk().resolve("lib/jspawnhelper"), images.imagesFolder()));
    }

    CompiledLibrary library() {
        return library;
    }

    /// The compiler for learners' code, which sees the library.
    Compiler learnerCompiler() {
        return compilerPool.forLearners();
    }

    /// The compiler for snippets, which see library and proctor.
    Compiler snippetCompiler() {
        return compilerPool.forSnippets();
    }

    /// The compiler for the course's own code, which sees library and proctor.
    Javac courseCompiler() {
        return courseCompiler;
    }

    CompiledLabCache compiledLabs() {
        return compiledLabs;
    }

    WorkerPool workerPool() {
        return workerPool;
    }

    ReusableWorkerPool reusableWorkers() {
        return reusableWorkers;
    }

    RuntimeImages images() {
        return images;
    }

    /// The JVM that runs submissions now.
    SelfTestReport.WorkerJvm workerJvm() {
        return new SelfTestReport.WorkerJvm(images.isBuilt() ? "minimal Java runtime" : "plain JVM");
    }

    BackgroundTasks backgroundTasks() {
        return backgroundTasks;
    }

    /// Announces the lab of the next submission, so that the background tasks prepare for it.
    ///
    /// @param sampleSources sources like those of the submission, used if the lab has no known solution
    void prepareFor(Lab lab, CompiledLab compiledLab, Map<String, String> sampleSources) {
        if (!isExpected(lab, compiledLab) || compilerPool.expectedRequests().isEmpty()) {
            prepare(lab, compiledLab, sampleSources);
        }
        backgroundTasks.notifyWork();
    }

    private void prepare(Lab lab, CompiledLab compiledLab, Map<String, String> sampleSources) {
        int megabytes = lab.limits().megabytes();
        Job sample = CheckRunMonitor.job(compiledLab, compiledLab.referenceClasses(lab), lab.checks());
        workerPool.prepareFor(new WorkerPool.WarmUpJob(compiledLab.hash() + megabytes, megabytes, sample));
        List<CompileCodec.Request> samples = Stream.concat(lab.rightSolutions().stream(), lab.wrongSolutions().stream())
                .map(solution -> LocalJudge.toSubmission(lab, solution).sources())
                .map(sources -> new CompileCodec.Request(true, sources, compiledLab.labClasses()))
                .toList();
        if (!samples.isEmpty()) {
            compilerPool.prepareFor(compiledLab.hash(), samples);
        } else if (!sampleSources.isEmpty()) {
            compilerPool.prepareFor(
                    compiledLab.hash(),
                    List.of(new CompileCodec.Request(true, sampleSources, compiledLab.labClasses())));
        }
    }

    private synchronized boolean isExpected(Lab lab, CompiledLab compiledLab) {
        boolean same = lab == expectedLab && compiledLab == expectedCompiledLab;
        expectedLab = lab;
        expectedCompiledLab = compiledLab;
        return same;
    }

    /// Builds the images that child JVMs start from, unless they exist or are being built.
    ///
    /// @return whether they exist
    boolean buildImages() {
        return imageBuilder.build(workerPool.expected(), compilerPool.expectedRequests()) && restartCompilers();
    }

    private boolean restartCompilers() {
        compilerPool.restartFromImage();
        return true;
    }

    private boolean imagesAttempted;

    private boolean buildImagesOnce() {
        if (imagesAttempted || images.isBuilt()) {
            return false;
        }
        imagesAttempted = workerPool.expected().isPresent()
                && !compilerPool.expectedRequests().isEmpty();
        return imagesAttempted && buildImages();
    }

    /// Compiles the learner's parts.
    ///
    /// @throws JudgeException if they don't compile: to run without them would mislead the learner
    Map<String, byte[]> compile(LearnerParts learnerParts) {
        if (learnerParts.sources().isEmpty()) {
            return Map.of();
        }
        Map<String, String> sources =
                learnerParts.sources().values().stream().collect(Collectors.toMap(Source::path, Source::text));
        return switch (learnerCompiler().compile(sources, Map.of())) {
            case CompileResult.Success success -> success.classes();
            case CompileResult.Failure failure ->
                throw new JudgeException("your own parts don't compile together: "
                        + failure.errors().getFirst().message() + ". Switch to the library's for now");
            case CompileResult.Timeout timeout ->
                throw new JudgeException(
                        "your own parts take longer than " + timeout.limit().toSeconds() + " s to compile");
        };
    }

    DiskCache diskCache(String name) {
        return new DiskCache(paths.cache().resolve(name));
    }

    /// Runs checks with the library, in which `classes` replace its own. If the child was ended from outside,
    /// tries again once.
    CheckRunResult run(
            Worker worker,
            Lab lab,
            CompiledLab compiledLab,
            Map<String, byte[]> classes,
            List<Lab.Check> checks,
            Consumer<ProgressEvent> progressListener) {
        try (worker) {
            return checkRun(lab, compiledLab, classes, checks, progressListener)
                    .awaitResult(worker.start(job(compiledLab, classes, checks)));
        } catch (CheckRunMonitor.WorkerLostException e) {
            workerPool.reportFailedStart(worker);
            try (Worker another = workerPool.acquire(lab.limits().megabytes())) {
                return checkRun(lab, compiledLab, classes, checks, progressListener)
                        .awaitResult(another.start(job(compiledLab, classes, checks)));
            }
        }
    }

    /// The same for an ungraded run, in a worker that's kept for the next one.
    CheckRunResult runUngraded(
            Worker worker,
            Lab lab,
            CompiledLab compiledLab,
            Map<String, byte[]> classes,
            List<Lab.Check> checks,
            Consumer<ProgressEvent> progressListener) {
        try {
            return runReusing(worker, lab, compiledLab, classes, checks, progressListener);
        } catch (CheckRunMonitor.WorkerLostException e) {
            // The previous run may have left something behind that ended the worker.
            return runReusing(
                    workerPool.acquire(lab.limits().megabytes()), lab, compiledLab, classes, checks, progressListener);
        }
    }

    private CheckRunResult runReusing(
            Worker worker,
            Lab lab,
            CompiledLab compiledLab,
            Map<String, byte[]> classes,
            List<Lab.Check> checks,
            Consumer<ProgressEvent> progressListener) {
        CheckRunResult result = null;
        try {
            result = checkRun(lab, compiledLab, classes, checks, progressListener)
                    .awaitResult(worker.startReusable(job(compiledLab, classes, checks)));
            return result;
        } finally {
            if (result != null && result.ending() instanceof CheckRunResult.Ending.Completed) {
                reusableWorkers.release(worker);
            } else {
                worker.close();
            }
        }
    }

    private static CheckRunMonitor checkRun(
            Lab lab,
            CompiledLab compiledLab,
            Map<String, byte[]> classes,
            List<Lab.Check> checks,
            Consumer<ProgressEvent> progressListener) {
        Set<String> learnerClasses =
                classes.keySet().stream().map(CompiledLibrary::topLevelName).collect(Collectors.toSet());
        return new CheckRunMonitor(checks, lab.limits(), learnerClasses, progressListener);
    }

    private static Job job(CompiledLab compiledLab, Map<String, byte[]> classes, List<Lab.Check> checks) {
        var parts = new HashMap<>(compiledLab.labClassesWithout(classes));
        parts.putAll(classes);
        return CheckRunMonitor.job(compiledLab, parts, checks);
    }

    @Override
    public void close() {
        backgroundTasks.close();
        imageBuilder.close();
        reusableWorkers.close();
        workerPool.close();
        compilerPool.close();
        workerStarter.close();
        compilerStarter.close();
    }
}
