package gradus.judge.local;

import gradus.course.Coding;
import gradus.course.Profile;
import gradus.course.cut.LibrarySources;
import gradus.judge.JudgePaths;
import gradus.judge.LearnerParts;
import gradus.judge.ProgressEvent;
import gradus.judge.SelfTestReport;
import gradus.judge.Verdict;
import gradus.judge.compile.CompileCodec;
import gradus.judge.compile.Compiler;
import gradus.judge.compile.SourceSet;
import gradus.judge.javac.Javac;
import gradus.judge.process.BackgroundTasks;
import gradus.judge.process.CompilerPool;
import gradus.judge.process.ImageBuilder;
import gradus.judge.process.ReusableWorkerPool;
import gradus.judge.process.RuntimeImages;
import gradus.judge.process.WorkerPool;
import gradus.judge.run.CheckRunMonitor;
import gradus.judge.run.CompiledLab;
import gradus.judge.run.CompiledLabCache;
import gradus.judge.run.Implementations;
import gradus.judge.run.RequestedChecks;
import gradus.judge.support.CompiledLibrary;
import gradus.judge.support.DiskCache;
import gradus.judge.support.LibraryReach;
import gradus.judge.validate.BinaryCompatibilityChecker;
import gradus.proctor.transcript.Job;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The parts that all local services share: the compiled library, compilers, worker pools and caches.
final class JudgeEngine implements AutoCloseable {

    /// How many known solutions a compiler warms up with.
    private static final int MAX_SAMPLES = 8;

    /// Too short for a person to change anything and check again.
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final JudgePaths paths;
    private final CompiledLibrary library;
    private final LibraryReach reach;
    private final SourceSets sourceSets;
    private final BinaryCompatibilityChecker libraryContract;
    private final Javac courseCompiler;
    private final CompiledLabCache compiledLabs;
    private final Implementations implementations;
    private final RuntimeImages images;
    private final ChildStarters starters;
    private final WorkerPool workerPool;
    private final ReusableWorkerPool reusableWorkers;
    private final CheckRunner checkRunner;
    private final CompilerPool compilerPool;
    private final ImageBuilder imageBuilder;
    private final BackgroundTasks backgroundTasks;
    private final RequestQueue requestQueue =
            new RequestQueue(Runtime.getRuntime().availableProcessors());
    private @Nullable Coding expectedLab;
    private @Nullable CompiledLab expectedCompiledLab;

    /// @param keepsWarm whether to prepare in the background what the next verdict needs
    JudgeEngine(JudgePaths paths, boolean keepsWarm) {
        this.paths = paths;
        this.library = CompiledLibrary.read(paths.library());
        this.reach = new LibraryReach(library.classes());
        this.libraryContract = new BinaryCompatibilityChecker(library.classes(), library.classes());
        this.sourceSets = new SourceSets(LibrarySources.in(paths.librarySources()));
        List<Path> everything = Stream.concat(Stream.of(paths.library()), paths.proctor().stream())
                .toList();
        this.courseCompiler = Javac.forCourse(everything);
        this.compiledLabs = new CompiledLabCache(library, reach, paths, courseCompiler);
        this.implementations = new Implementations(library, courseCompiler, diskCache("implementations"));
        this.images = new RuntimeImages(
                paths.java(), paths.proctor(), paths.judge(), paths.library(), paths.data(), paths.cache());
        this.starters = ChildStarters.of(paths, images);
        this.workerPool = new WorkerPool(starters.workers(), starters.computing(), images);
        this.reusableWorkers = new ReusableWorkerPool(workerPool, keepsWarm);
        this.checkRunner = new CheckRunner(workerPool, reusableWorkers);
        this.compilerPool = new CompilerPool(starters.compilers(), images);
        this.imageBuilder = new ImageBuilder(images);
        this.backgroundTasks = new BackgroundTasks(List.of(workerPool, compilerPool, this::buildMissingImages), PAUSE);
        if (keepsWarm) {
            backgroundTasks.start();
        }
    }

    CompiledLibrary library() {
        return library;
    }

    /// The library's classes that `parts` and `clients` reach.
    Map<String, byte[]> reachable(Map<String, byte[]> parts, Map<String, byte[]> clients) {
        return reach.classes(reach.of(
                Stream.concat(parts.values().stream(), clients.values().stream())
                        .toList(),
                List.of()));
    }

    /// What to compile for submissions and learners' parts.
    SourceSets sourceSets() {
        return sourceSets;
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

    /// What the tests of labs of tests run on.
    Implementations implementations() {
        return implementations;
    }

    WorkerPool workerPool() {
        return workerPool;
    }

    CheckRunner checkRunner() {
        return checkRunner;
    }

    ReusableWorkerPool reusableWorkers() {
        return reusableWorkers;
    }

    RuntimeImages images() {
        return images;
    }

    /// The JVM that runs submissions now.
    SelfTestReport.WorkerJvm workerJvm() {
        return new SelfTestReport.WorkerJvm(
                images.isBuilt()
                        ? "minimal Java runtime"
                        : images.isDamaged()
                                ? "plain JVM, because files of the minimal Java runtime are missing or truncated; it's"
                                        + " built again while you work"
                                : "plain JVM");
    }

    CompilerPool compilerPool() {
        return compilerPool;
    }

    BackgroundTasks backgroundTasks() {
        return backgroundTasks;
    }

    /// Announces the lab of the next submission, so that the background tasks prepare for it.
    ///
    /// @param sampleSources sources like those of the submission, used if the lab has no known solution
    void prepareFor(Coding lab, CompiledLab compiledLab, SourceSet sampleSources) {
        if (!isExpected(lab, compiledLab) || compilerPool.expectedRequests().isEmpty()) {
            prepare(lab, compiledLab, sampleSources);
        }
        backgroundTasks.notifyWork();
    }

    /// Announces a job like those of the next submission.
    void prepareFor(WorkerPool.WarmUpJob sample) {
        synchronized (this) {
            expectedLab = null;
        }
        workerPool.prepareFor(sample);
        backgroundTasks.notifyWork();
    }

    private void prepare(Coding lab, CompiledLab compiledLab, SourceSet sampleSources) {
        int megabytes = lab.limits().megabytes();
        Job sample = CheckRunMonitor.job(
                lab, compiledLab, compiledLab.referenceClasses(lab), RequestedChecks.of(lab.quickChecks()));
        switch (lab.limits().profile()) {
            case Profile.Strict _ ->
                workerPool.prepareFor(new WorkerPool.WarmUpJob(compiledLab.hash() + megabytes, megabytes, sample));
            case Profile.Compute _ -> {}
        }
        List<CompileCodec.Request> samples = Stream.concat(lab.rightSolutions().stream(), lab.wrongSolutions().stream())
                .limit(MAX_SAMPLES)
                .map(solution -> sourceSets.submission(lab, SourceSets.toSubmission(lab, solution)))
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

    private synchronized boolean isExpected(Coding lab, CompiledLab compiledLab) {
        boolean same = lab == expectedLab && compiledLab == expectedCompiledLab;
        expectedLab = lab;
        expectedCompiledLab = compiledLab;
        return same;
    }

    /// Builds the images that child JVMs start from, unless they exist or are being built.
    ///
    /// @return whether they exist
    boolean buildImages() {
        return imageBuilder.build(compilerPool.expectedRequests()) && restartCompilers();
    }

    private boolean restartCompilers() {
        compilerPool.restartFromImage();
        return true;
    }

    /// The verdict, or [Verdict.JudgeFault] if the judge itself fails.
    ///
    /// @param prepareNext prepares for the next submission afterwards, in the background
    /// @param progressListener hears when others are judged before
    Verdict judgeSafely(Supplier<Verdict> verdict, Runnable prepareNext, Consumer<ProgressEvent> progressListener) {
        BackgroundTasks.ForegroundRequest foregroundRequest = backgroundTasks.beginForegroundRequest();
        try {
            return JudgeFaults.caught(() -> {
                try (var _ = requestQueue.enter(ahead -> progressListener.accept(new ProgressEvent.Waiting(ahead)))) {
                    return verdict.get();
                }
            });
        } finally {
            foregroundRequest.end(prepareNext);
        }
    }

    private boolean buildMissingImages() {
        return imageBuilder.buildMissing(compilerPool.expectedRequests()) && restartCompilers();
    }

    /// Compiles the learner's parts.
    ///
    /// @param lab the lab whose own sources they may use
    CompiledParts compile(Optional<Coding> lab, LearnerParts learnerParts) {
        return partsCompiler(lab).compile(learnerParts);
    }

    /// A compiler of the learner's parts.
    ///
    /// @param lab the lab whose own sources they may use
    PartsCompiler partsCompiler(Optional<Coding> lab) {
        Optional<CompiledLab> compiledLab = lab.map(compiledLabs::get);
        return new PartsCompiler(
                learnerCompiler(),
                compiledLab.map(CompiledLab::contract).orElse(libraryContract),
                compiledLab.map(CompiledLab::labClasses).orElse(Map.of()),
                parts -> sourceSets.parts(lab, parts));
    }

    /// The classes that run in place of the library's or beside them: the lab's own sources and the learner's
    /// parts.
    Map<String, byte[]> parts(Optional<Coding> lab, CompiledParts learnerParts) {
        return lab.map(compiledLabs::get)
                .map(compiledLab ->
                        compiledLab.labClassesWith(learnerParts.compiled().classes()))
                .orElse(learnerParts.compiled().classes());
    }

    DiskCache diskCache(String name) {
        return new DiskCache(paths.cache().resolve(name));
    }

    @Override
    public void close() {
        backgroundTasks.close();
        imageBuilder.close();
        reusableWorkers.close();
        workerPool.close();
        compilerPool.close();
        starters.close();
    }
}
