package gradus.judge;

import gradus.course.Cut;
import gradus.course.Lab;
import gradus.course.Source;
import gradus.judge.Verdict.Recognised;
import gradus.judge.build.Breakdown;
import gradus.judge.build.Built;
import gradus.judge.build.Complaint;
import gradus.judge.build.Statics;
import gradus.judge.child.Backstage;
import gradus.judge.child.Worker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The judge on this machine: compiles and runs checks in child JVMs that it starts. Any number of threads may ask
/// at once.
public final class LocalJudge implements Judge {

    private final Bench bench;
    private final Fingerprints fingerprints;
    private @Nullable CompletableFuture<Health> health;

    private LocalJudge(Bench bench) {
        this.bench = bench;
        this.fingerprints = new Fingerprints(bench.shelf("fingerprints"));
    }

    /// A judge that stays: it keeps compiler and children warm for whoever presses Check next.
    public static LocalJudge staying(Toolbox toolbox) {
        return new LocalJudge(new Bench(toolbox, true));
    }

    /// A judge for one verdict, or for many that nobody waits for.
    public static LocalJudge once(Toolbox toolbox) {
        return new LocalJudge(new Bench(toolbox, false));
    }

    /// A judge for several people, which stays.
    ///
    /// @throws RuntimeException with one sentence, if less than Landlock and seccomp holds on this machine
    public static LocalJudge forMany(Toolbox toolbox) {
        LocalJudge judge = staying(toolbox);
        String refusal = judge.health().join().refusal();
        if (!refusal.isEmpty()) {
            judge.close();
            throw new Breakdown(refusal);
        }
        return judge;
    }

    @Override
    public synchronized CompletableFuture<Health> health() {
        if (health == null) {
            health = CompletableFuture.supplyAsync(
                    () -> SelfTest.run(bench, bench.workers()),
                    task -> Thread.ofVirtual().start(task));
        }
        return health;
    }

    @Override
    public void expect(Lab lab) {
        bench.expect(lab, bench.kits().of(lab), Map.of());
    }

    /// Waits until all that can be made ready ahead is ready.
    public void settle() throws InterruptedException {
        bench.backstage().settle();
    }

    /// Makes the images that children start from, for labs like this one, unless they are there.
    ///
    /// @return whether they are there
    public boolean forge(Lab lab) {
        expect(lab);
        return bench.forge();
    }

    /// What draws figures, with what this judge has at hand; to be closed before it.
    public LocalEasel easel() {
        return new LocalEasel(bench);
    }

    /// What runs snippets, with what this judge has at hand.
    public Snippets snippets() {
        return new LocalSnippets(bench);
    }

    @Override
    public Verdict judge(Lab lab, Submission submission, Parts parts, Consumer<Progress> watcher) {
        return answer(lab, submission, () -> {
            return switch (attempt(lab, submission, lab.checks(), Grading.YES, watcher)) {
                case Attempted.Refused refused -> refused.verdict();
                case Attempted.Ran ran
                when ran.trial().passed() ->
                    Verdicts.passed(
                            ran.trial(),
                            ran.compile(),
                            new Integrator(bench, lab, submission, ran.kit(), watcher).integrate(parts));
                case Attempted.Ran ran ->
                    Verdicts.failed(lab, ran.trial(), ran.compile(), ran.kept(), recognise(lab, ran));
            };
        });
    }

    @Override
    public Verdict rehearse(Lab lab, Submission submission, Parts parts, Consumer<Progress> watcher) {
        return answer(lab, submission, () -> {
            List<Lab.Check> visible =
                    lab.checks().stream().filter(Lab.Check::visible).toList();
            return switch (attempt(lab, submission, visible, Grading.NO, watcher)) {
                case Attempted.Refused refused -> refused.verdict();
                case Attempted.Ran ran
                when ran.trial().passed() ->
                    Verdicts.passed(ran.trial(), ran.compile(), new Verdict.Integration.Alone());
                case Attempted.Ran ran ->
                    Verdicts.failed(lab, ran.trial(), ran.compile(), ran.kept(), Optional.empty());
            };
        });
    }

    /// Judges the lab's wrong solutions that have not been judged yet, so that failures can be compared with
    /// theirs. Costs a run each the first time, next to nothing after that. Who does not do it ahead does it at
    /// the first failure: what a submission is told must not depend on what was judged before.
    public void learnWrongSolutions(Lab lab) {
        learnWrongSolutions(lab, bench.kits().of(lab));
    }

    private synchronized void learnWrongSolutions(Lab lab, Kit kit) {
        for (Lab.Solution wrong : lab.wrongSolutions()) {
            if (!fingerprints.has(kit, lab, wrong)) {
                // One that does not run, or passes, is the author's to mend; no failure is ever like it.
                fingerprints.record(
                        kit,
                        lab,
                        wrong,
                        switch (attempt(lab, submission(lab, wrong), lab.checks(), Grading.YES, _ -> {})) {
                            case Attempted.Ran ran -> Fingerprint.of(ran.trial());
                            case Attempted.Refused refused -> Fingerprint.NONE;
                        });
            }
        }
    }

    /// The known wrong solution that `submission` fails like, however it fails; empty if it passes, or is like
    /// none.
    public Optional<Recognised> recognise(Lab lab, Submission submission) {
        return attempt(lab, submission, lab.checks(), Grading.YES, _ -> {}) instanceof Attempted.Ran ran
                        && !ran.trial().passed()
                ? recognise(lab, ran)
                : Optional.empty();
    }

    /// What handing in `solution` would be.
    public static Submission submission(Lab lab, Lab.Solution solution) {
        return new Submission(
                lab.lesson(), solution.sources().stream().collect(Collectors.toMap(Source::path, Source::text)));
    }

    @Override
    public void close() {
        tested();
        bench.close();
    }

    /// A self-test that has begun is soon through, and leaves nothing behind only then.
    private synchronized void tested() {
        if (health != null) {
            health.join();
        }
    }

    private Optional<Recognised> recognise(Lab lab, Attempted.Ran ran) {
        learnWrongSolutions(lab, ran.kit());
        return fingerprints.match(ran.kit(), lab, Fingerprint.of(ran.trial())).map(Diagnoses::recognised);
    }

    private interface Answer {
        Verdict get();
    }

    /// Our own faults are never the learner's. What comes next is thought of when this has been answered.
    private Verdict answer(Lab lab, Submission submission, Answer answer) {
        Backstage.Turn turn = bench.backstage().turn();
        try {
            return answer.get();
        } catch (Breakdown e) {
            return new Verdict.JudgeFault(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            return new Verdict.JudgeFault("the judge failed in a way that nobody foresaw: " + e);
        } finally {
            lookAhead(lab, submission);
            turn.end();
        }
    }

    /// What came of compiling a submission and running its checks.
    private sealed interface Attempted {

        record Refused(Verdict verdict) implements Attempted {}

        /// @param kept the learner's variables that keep their value from call to call
        record Ran(Kit kit, Trial trial, Duration compile, List<String> kept) implements Attempted {}
    }

    private Attempted attempt(
            Lab lab, Submission submission, List<Lab.Check> checks, Grading grading, Consumer<Progress> watcher) {
        Optional<Verdict> refusal = Intake.refuse(lab, submission);
        if (refusal.isPresent()) {
            return new Attempted.Refused(refusal.get());
        }
        Kit kit = bench.kits().of(lab);
        // The child starts while the compiler works.
        int megabytes = lab.limits().megabytes();
        Worker worker = grading == Grading.YES
                ? bench.crew().take(megabytes)
                : bench.kept().take(megabytes);
        Optional<Attempted> refused = Optional.empty();
        Built built;
        try {
            built = bench.learners().compile(submission.sources(), kit.own());
            refused = refused(lab, kit, checks, built);
            if (refused.isEmpty()) {
                watcher.accept(new Progress.Compiled());
            }
        } catch (RuntimeException e) {
            worker.close();
            throw e;
        }
        if (refused.isPresent()) {
            switch (grading) {
                case YES -> bench.crew().giveBack(worker);
                case NO -> bench.kept().giveBack(worker);
            }
            return refused.get();
        }
        var classes = (Built.Classes) built;
        Trial trial = switch (grading) {
            case YES -> bench.run(worker, lab, kit, classes.classes(), checks, watcher);
            case NO -> bench.rehearse(worker, lab, kit, classes.classes(), checks, watcher);
        };
        return new Attempted.Ran(kit, trial, classes.took(), Statics.of(classes.classes()));
    }

    /// What cannot be made ready now is made when it is needed, and what is wrong with it is told then.
    private void lookAhead(Lab lab, Submission submission) {
        try {
            expect(lab, submission);
        } catch (RuntimeException e) {
            return;
        }
    }

    private void expect(Lab lab, Submission submission) {
        if (Intake.refuse(lab, submission).isEmpty()) {
            bench.expect(lab, bench.kits().of(lab), submission.sources());
        }
    }

    /// Whether anything hangs on a run.
    private enum Grading {
        YES,
        NO
    }

    private static Optional<Attempted> refused(Lab lab, Kit kit, List<Lab.Check> checks, Built built) {
        return switch (built) {
            case Built.TooSlow slow ->
                Optional.of(new Attempted.Refused(Verdicts.tooLongToCompile(slow.limit(), checks)));
            case Built.Refused refused ->
                Optional.of(new Attempted.Refused(Verdicts.didNotCompile(refused.complaints())));
            case Built.Classes classes -> broken(lab, kit, classes.classes()).map(Attempted.Refused::new);
        };
    }

    private static Optional<Verdict> broken(Lab lab, Kit kit, Map<String, byte[]> classes) {
        List<String> parts = lab.cuts().stream().map(Cut::type).toList();
        Optional<Verdict> taken = Intake.refuseClasses(parts, kit.referenceNames(), classes.keySet());
        if (taken.isPresent()) {
            return taken;
        }
        List<Complaint> complaints = parts.stream()
                .flatMap(part -> kit.contract().broken(part, Source.pathOf(part), classes).stream())
                .toList();
        return complaints.isEmpty() ? Optional.empty() : Optional.of(Verdicts.didNotCompile(complaints));
    }
}
