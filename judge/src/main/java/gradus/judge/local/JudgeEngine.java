package gradus.judge.local;

import gradus.course.Lab;
import gradus.course.Source;
import gradus.judge.Health;
import gradus.judge.JudgePaths;
import gradus.judge.LearnerParts;
import gradus.judge.Progress;
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
import gradus.judge.run.CheckRun;
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

/// A toolbox, unpacked: the library read, compilers and children at hand.
final class JudgeEngine implements AutoCloseable {

    private final JudgePaths judgePaths;
    private final CompiledLibrary compiledLibrary;
    private final Javac courseCompiler;
    private final CompiledLabCache compiledLabs;
    private final RuntimeImages runtimeImages;
    private final JvmStarter workerStarter;
    private final JvmStarter compilerStarter;
    private final WorkerPool workerPool;
    private final ReusableWorkerPool reusableWorkers;
    private final CompilerPool compilerPool;
    private final ImageBuilder imageBuilder;
    private final BackgroundTasks backgroundTasks;
    private @Nullable Lab expectedLab;
    private @Nullable CompiledLab expectedCompiledLab;

    /// @param keepsWarm whether to make ready ahead what the next verdict needs
    JudgeEngine(JudgePaths judgePaths, boolean keepsWarm) {
        this.judgePaths = judgePaths;
        this.compiledLibrary = CompiledLibrary.read(judgePaths.library());
        List<Path> everything = Stream.concat(Stream.of(judgePaths.library()), judgePaths.proctor().stream())
                .toList();
        this.courseCompiler = Javac.forCourse(everything);
        this.compiledLabs = new CompiledLabCache(compiledLibrary, judgePaths, courseCompiler);
        this.runtimeImages = new RuntimeImages(
                judgePaths.java(),
                judgePaths.proctor(),
                judgePaths.judge(),
                judgePaths.library(),
                judgePaths.data(),
                judgePaths.cache());
        // The library holds the solutions of labs: no worker reads it from where it lies.
        this.workerStarter = sandboxedStarter(List.of(judgePaths.data()));
        this.compilerStarter = sandboxedStarter(List.of(judgePaths.library(), judgePaths.judge()));
        this.workerPool = new WorkerPool(workerStarter, runtimeImages);
        this.reusableWorkers = new ReusableWorkerPool(workerPool, keepsWarm);
        this.compilerPool = new CompilerPool(compilerStarter, runtimeImages);
        this.imageBuilder = new ImageBuilder(runtimeImages);
        this.backgroundTasks = new BackgroundTasks(List.of(workerPool, compilerPool, this::buildImagesOnce));
        if (keepsWarm) {
            backgroundTasks.start();
        }
    }

    private JvmStarter sandboxedStarter(List<Path> alsoReadable) {
        var readable = new ArrayList<>(judgePaths.proctor());
        readable.addAll(runtimeImages.jdkPaths());
        readable.addAll(alsoReadable);
        return JvmStarter.sandboxed(
                readable,
                List.of(
                        judgePaths.java(),
                        runtimeImages.jdk().resolve("lib/jspawnhelper"),
                        runtimeImages.imagesFolder()));
    }

    CompiledLibrary library() {
        return compiledLibrary;
    }

    /// The compiler for what a learner writes: sees the library.
    Compiler learnerCompiler() {
        return compilerPool.forLearners();
    }

    /// The compiler for what a learner may change and run beside the library: sees library and proctor.
    Compiler snippetCompiler() {
        return compilerPool.forSnippets();
    }

    /// The compiler for what comes with the course: sees library and proctor.
    Javac courseCompiler() {
        return courseCompiler;
    }

    CompiledLabCache compiledLabs() {
        return compiledLabs;
    }

    WorkerPool workerPool() {
        return workerPool;
    }

    /// Workers for what nobody grades.
    ReusableWorkerPool reusableWorkers() {
        return reusableWorkers;
    }

    RuntimeImages images() {
        return runtimeImages;
    }

    /// What runs submissions now.
    Health.WorkerJvm workerJvm() {
        return new Health.WorkerJvm(
                runtimeImages.isBuilt() ? "minimal image with an archive of its classes" : "plain JVM");
    }

    BackgroundTasks backgroundTasks() {
        return backgroundTasks;
    }

    /// Says which lab the next submission is for, and what it may be like.
    ///
    /// @param sampleSources sources of such a submission, where no solution of the lab is known
    void prepareFor(Lab lab, CompiledLab compiledLab, Map<String, String> sampleSources) {
        if (!isExpected(lab, compiledLab) || compilerPool.expectedRequests().isEmpty()) {
            prepare(lab, compiledLab, sampleSources);
        }
        backgroundTasks.notifyWork();
    }

    private void prepare(Lab lab, CompiledLab compiledLab, Map<String, String> sampleSources) {
        int megabytes = lab.limits().megabytes();
        Job sample = CheckRun.job(compiledLab, compiledLab.referenceClasses(lab), lab.checks());
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

    /// Makes the images that children start from, unless they are there or being made.
    ///
    /// @return whether they are there
    boolean buildImages() {
        return imageBuilder.build(workerPool.expected(), compilerPool.expectedRequests()) && restartCompilers();
    }

    private boolean restartCompilers() {
        compilerPool.restartFromImage();
        return true;
    }

    private boolean imagesAttempted;

    private boolean buildImagesOnce() {
        if (imagesAttempted || runtimeImages.isBuilt()) {
            return false;
        }
        imagesAttempted = workerPool.expected().isPresent()
                && !compilerPool.expectedRequests().isEmpty();
        return imagesAttempted && buildImages();
    }

    /// The learner's parts, compiled. Something else would run than the learner believes if they were left
    /// out, so parts that do not compile are a breakdown that says so.
    Map<String, byte[]> compile(LearnerParts learnerParts) {
        if (learnerParts.sources().isEmpty()) {
            return Map.of();
        }
        Map<String, String> sources =
                learnerParts.sources().values().stream().collect(Collectors.toMap(Source::path, Source::text));
        return switch (learnerCompiler().compile(sources, Map.of())) {
            case CompileResult.Success built -> built.classes();
            case CompileResult.Failure failure ->
                throw new JudgeException("your own parts do not compile together: "
                        + failure.errors().getFirst().message() + "; switch to the library's for now");
            case CompileResult.Timeout slow ->
                throw new JudgeException(
                        "your own parts take longer than " + slow.limit().toSeconds() + " s to compile");
        };
    }

    DiskCache diskCache(String name) {
        return new DiskCache(judgePaths.cache().resolve(name));
    }

    /// Runs checks upon the library with `classes` in place of its own. A child that somebody else has ended
    /// is replaced, once.
    CheckRunResult run(
            Worker worker,
            Lab lab,
            CompiledLab compiledLab,
            Map<String, byte[]> classes,
            List<Lab.Check> checks,
            Consumer<Progress> progressListener) {
        try (worker) {
            return checkRun(lab, compiledLab, classes, checks, progressListener)
                    .awaitResult(worker.start(job(compiledLab, classes, checks)));
        } catch (CheckRun.WorkerLostException e) {
            workerPool.reportFailedStart(worker);
            try (Worker another = workerPool.acquire(lab.limits().megabytes())) {
                return checkRun(lab, compiledLab, classes, checks, progressListener)
                        .awaitResult(another.start(job(compiledLab, classes, checks)));
            }
        }
    }

    /// The same where nothing is graded, in a worker that is kept for the next time.
    CheckRunResult runUngraded(
            Worker worker,
            Lab lab,
            CompiledLab compiledLab,
            Map<String, byte[]> classes,
            List<Lab.Check> checks,
            Consumer<Progress> progressListener) {
        try {
            return runReusing(worker, lab, compiledLab, classes, checks, progressListener);
        } catch (CheckRun.WorkerLostException e) {
            // It may have been about to end: the run before may have left something behind.
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
            Consumer<Progress> progressListener) {
        CheckRunResult checkRunResult = null;
        try {
            checkRunResult = checkRun(lab, compiledLab, classes, checks, progressListener)
                    .awaitResult(worker.startReusable(job(compiledLab, classes, checks)));
            return checkRunResult;
        } finally {
            if (checkRunResult != null && checkRunResult.ending() instanceof CheckRunResult.Ending.Completed) {
                reusableWorkers.release(worker);
            } else {
                worker.close();
            }
        }
    }

    private static CheckRun checkRun(
            Lab lab,
            CompiledLab compiledLab,
            Map<String, byte[]> classes,
            List<Lab.Check> checks,
            Consumer<Progress> progressListener) {
        Set<String> learnerClasses =
                classes.keySet().stream().map(CompiledLibrary::topLevelName).collect(Collectors.toSet());
        return new CheckRun(checks, lab.limits(), learnerClasses, progressListener);
    }

    private static Job job(CompiledLab compiledLab, Map<String, byte[]> classes, List<Lab.Check> checks) {
        var parts = new HashMap<>(compiledLab.labClassesWithout(classes));
        parts.putAll(classes);
        return CheckRun.job(compiledLab, parts, checks);
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
