package gradus.judge;

import gradus.course.Lab;
import gradus.course.Source;
import gradus.judge.build.Breakdown;
import gradus.judge.build.Built;
import gradus.judge.build.CompileCodec;
import gradus.judge.build.Compiler;
import gradus.judge.build.Javac;
import gradus.judge.build.Library;
import gradus.judge.child.Backstage;
import gradus.judge.child.Compilers;
import gradus.judge.child.Crew;
import gradus.judge.child.Foundry;
import gradus.judge.child.Images;
import gradus.judge.child.Kept;
import gradus.judge.child.Starter;
import gradus.judge.child.Worker;
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
final class Bench implements AutoCloseable {

    private final Toolbox toolbox;
    private final Library library;
    private final Javac course;
    private final Kits kits;
    private final Images images;
    private final Starter starter;
    private final Starter compilersStarter;
    private final Crew crew;
    private final Kept kept;
    private final Compilers compilers;
    private final Foundry foundry;
    private final Backstage backstage;
    private @Nullable Lab expected;
    private @Nullable Kit expectedKit;

    /// @param staying whether to make ready ahead what the next verdict needs
    Bench(Toolbox toolbox, boolean staying) {
        this.toolbox = toolbox;
        this.library = Library.read(toolbox.library());
        List<Path> everything = Stream.concat(Stream.of(toolbox.library()), toolbox.proctor().stream())
                .toList();
        this.course = Javac.forCourse(everything);
        this.kits = new Kits(library, toolbox, course);
        this.images = new Images(
                toolbox.java(), toolbox.proctor(), toolbox.judge(), toolbox.library(), toolbox.data(), toolbox.cache());
        // The library holds the solutions of labs: no worker reads it from where it lies.
        this.starter = confining(List.of(toolbox.data()));
        this.compilersStarter = confining(List.of(toolbox.library(), toolbox.judge()));
        this.crew = new Crew(starter, images);
        this.kept = new Kept(crew, staying);
        this.compilers = new Compilers(compilersStarter, images);
        this.foundry = new Foundry(images);
        this.backstage = new Backstage(List.of(crew, compilers, this::forgeOnce));
        if (staying) {
            backstage.open();
        }
    }

    private Starter confining(List<Path> alsoReadable) {
        var readable = new ArrayList<>(toolbox.proctor());
        readable.addAll(images.platform());
        readable.addAll(alsoReadable);
        return Starter.confining(
                readable, List.of(toolbox.java(), images.jdk().resolve("lib/jspawnhelper"), images.folder()));
    }

    Library library() {
        return library;
    }

    /// The compiler for what a learner writes: sees the library.
    Compiler learners() {
        return compilers.forLearners();
    }

    /// The compiler for what a learner may change and run beside the library: sees library and proctor.
    Compiler beside() {
        return compilers.beside();
    }

    /// The compiler for what comes with the course: sees library and proctor.
    Javac course() {
        return course;
    }

    Kits kits() {
        return kits;
    }

    Crew crew() {
        return crew;
    }

    /// Workers for what nobody grades.
    Kept kept() {
        return kept;
    }

    Images images() {
        return images;
    }

    /// What runs submissions now.
    Health.Workers workers() {
        return new Health.Workers(images.isMade() ? "minimal image with an archive of its classes" : "plain JVM");
    }

    Backstage backstage() {
        return backstage;
    }

    /// Says which lab the next submission is for, and what it may be like.
    ///
    /// @param like sources of such a submission, where no solution of the lab is known
    void expect(Lab lab, Kit kit, Map<String, String> like) {
        if (!isExpected(lab, kit) || compilers.samples().isEmpty()) {
            makeReadyFor(lab, kit, like);
        }
        backstage.wake();
    }

    private void makeReadyFor(Lab lab, Kit kit, Map<String, String> like) {
        int megabytes = lab.limits().megabytes();
        Job sample = TrialRun.job(kit, kit.reference(lab), lab.checks());
        crew.expect(new Crew.WarmUp(kit.hash() + megabytes, megabytes, sample));
        List<CompileCodec.Request> samples = Stream.concat(lab.rightSolutions().stream(), lab.wrongSolutions().stream())
                .map(solution -> LocalJudge.submission(lab, solution).sources())
                .map(sources -> new CompileCodec.Request(true, sources, kit.own()))
                .toList();
        if (!samples.isEmpty()) {
            compilers.expect(kit.hash(), samples);
        } else if (!like.isEmpty()) {
            compilers.expect(kit.hash(), List.of(new CompileCodec.Request(true, like, kit.own())));
        }
    }

    private synchronized boolean isExpected(Lab lab, Kit kit) {
        boolean same = lab == expected && kit == expectedKit;
        expected = lab;
        expectedKit = kit;
        return same;
    }

    /// Makes the images that children start from, unless they are there or being made.
    ///
    /// @return whether they are there
    boolean forge() {
        return foundry.make(crew.expected(), compilers.samples()) && renewed();
    }

    private boolean renewed() {
        compilers.renew();
        return true;
    }

    private boolean forged;

    private boolean forgeOnce() {
        if (forged || images.isMade()) {
            return false;
        }
        forged = crew.expected().isPresent() && !compilers.samples().isEmpty();
        return forged && forge();
    }

    /// The learner's parts, compiled. Something else would run than the learner believes if they were left out,
    /// so parts that do not compile are a breakdown that says so.
    Map<String, byte[]> compiled(Parts parts) {
        if (parts.mine().isEmpty()) {
            return Map.of();
        }
        Map<String, String> sources =
                parts.mine().values().stream().collect(Collectors.toMap(Source::path, Source::text));
        return switch (learners().compile(sources, Map.of())) {
            case Built.Classes built -> built.classes();
            case Built.Refused refused ->
                throw new Breakdown("your own parts do not compile together: "
                        + refused.complaints().getFirst().message() + "; switch to the library's for now");
            case Built.TooSlow slow ->
                throw new Breakdown(
                        "your own parts take longer than " + slow.limit().toSeconds() + " s to compile");
        };
    }

    Shelf shelf(String name) {
        return new Shelf(toolbox.cache().resolve(name));
    }

    /// Runs checks upon the library with `classes` in place of its own. A child that somebody else has ended is
    /// replaced, once.
    Trial run(
            Worker worker,
            Lab lab,
            Kit kit,
            Map<String, byte[]> classes,
            List<Lab.Check> checks,
            Consumer<Progress> watcher) {
        try (worker) {
            return trial(lab, kit, classes, checks, watcher).follow(worker.start(job(kit, classes, checks)));
        } catch (TrialRun.Lost e) {
            crew.suspect(worker);
            try (Worker another = crew.take(lab.limits().megabytes())) {
                return trial(lab, kit, classes, checks, watcher).follow(another.start(job(kit, classes, checks)));
            }
        }
    }

    /// The same where nothing is graded, in a worker that is kept for the next time.
    Trial rehearse(
            Worker worker,
            Lab lab,
            Kit kit,
            Map<String, byte[]> classes,
            List<Lab.Check> checks,
            Consumer<Progress> watcher) {
        try {
            return rehearsed(worker, lab, kit, classes, checks, watcher);
        } catch (TrialRun.Lost e) {
            // It may have been about to end: the run before may have left something behind.
            return rehearsed(crew.take(lab.limits().megabytes()), lab, kit, classes, checks, watcher);
        }
    }

    private Trial rehearsed(
            Worker worker,
            Lab lab,
            Kit kit,
            Map<String, byte[]> classes,
            List<Lab.Check> checks,
            Consumer<Progress> watcher) {
        Trial trial = null;
        try {
            trial = trial(lab, kit, classes, checks, watcher).follow(worker.startOneOfMany(job(kit, classes, checks)));
            return trial;
        } finally {
            if (trial != null && trial.ending() instanceof Trial.Ending.Through) {
                kept.giveBack(worker);
            } else {
                worker.close();
            }
        }
    }

    private static TrialRun trial(
            Lab lab, Kit kit, Map<String, byte[]> classes, List<Lab.Check> checks, Consumer<Progress> watcher) {
        Set<String> learners = classes.keySet().stream().map(Library::outermost).collect(Collectors.toSet());
        return new TrialRun(checks, lab.limits(), learners, watcher);
    }

    private static Job job(Kit kit, Map<String, byte[]> classes, List<Lab.Check> checks) {
        var parts = new HashMap<>(kit.ownBeside(classes));
        parts.putAll(classes);
        return TrialRun.job(kit, parts, checks);
    }

    @Override
    public void close() {
        backstage.close();
        foundry.close();
        kept.close();
        crew.close();
        compilers.close();
        starter.close();
        compilersStarter.close();
    }
}
