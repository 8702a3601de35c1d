package gradus.studio.author;

import gradus.course.CourseReadResult;
import gradus.course.Fault;
import gradus.course.Lesson;
import gradus.course.Parallel;
import gradus.course.proof.LabProof;
import gradus.course.proof.Proof;
import gradus.course.proof.ProofFile;
import gradus.judge.AnswerRunner;
import gradus.judge.FigureRenderer;
import gradus.judge.Prover;
import gradus.judge.SnippetRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Proves lessons by running their labs, figures, programs and known answers, and writes their proofs.
public final class AuthorProve {

    private final FaultFactory faultFactory;
    private final CourseReadResult courseReadResult;
    private final Proofs proofs;
    private final Prover prover;
    private final FigureRenderer figureRenderer;
    private final SnippetRunner snippetRunner;
    private final AnswerRunner answerRunner;

    /// @param root the root folder of the project
    public AuthorProve(
            Path root,
            CourseReadResult courseReadResult,
            Proofs proofs,
            Prover prover,
            FigureRenderer figureRenderer,
            SnippetRunner snippetRunner,
            AnswerRunner answerRunner) {
        this.faultFactory = new FaultFactory(root);
        this.courseReadResult = courseReadResult;
        this.proofs = proofs;
        this.prover = prover;
        this.figureRenderer = figureRenderer;
        this.snippetRunner = snippetRunner;
        this.answerRunner = answerRunner;
    }

    /// What to prove, and what to do with the result.
    public enum Mode {
        /// What is stale; writes the proofs.
        STALE(20),
        /// Everything, before a release; writes the proofs.
        RELEASE(200),
        /// Everything; compares with the proofs that there are.
        VERIFY(3);

        private final int flakeRuns;

        Mode(int flakeRuns) {
            this.flakeRuns = flakeRuns;
        }
    }

    private record Outcome(boolean unchanged, List<Fault> faults) {}

    /// Proves the lessons at or below `named`, or all of them.
    ///
    /// @param named a file or folder, or the id of a lesson
    public AuthorReport prove(Optional<Path> named, Mode mode) {
        LessonSelection selection = LessonSelection.of(faultFactory.root(), courseReadResult.course(), named);
        // A proof that can't be read is written anew.
        List<Fault> unread = selection.faults(courseReadResult).stream()
                .filter(fault -> mode == Mode.VERIFY || !fault.file().endsWith(Proof.FILE))
                .toList();
        return unread.isEmpty()
                ? prove(selection.lessons(courseReadResult.course(), false), mode)
                : new AuthorReport(0, 0, unread);
    }

    /// Proves `lessons`, each in a thread of its own, while as many runs as there are cores go on.
    public AuthorReport prove(List<Lesson> lessons, Mode mode) {
        var faults = new ArrayList<Fault>();
        int unchanged = 0;
        try (var runs = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
                var coordinators = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Outcome>> running = lessons.stream()
                    .map(lesson -> coordinators.submit(() -> prove(lesson, mode, runs)))
                    .toList();
            for (Future<Outcome> future : running) {
                Outcome outcome = Parallel.await(future);
                unchanged += outcome.unchanged() ? 1 : 0;
                faults.addAll(outcome.faults());
            }
        }
        faults.sort(
                Comparator.comparing((Fault fault) -> fault.file().toString()).thenComparing(Fault::line));
        return new AuthorReport(
                lessons.size(), unchanged, faults.stream().distinct().toList());
    }

    private Outcome prove(Lesson lesson, Mode mode, ExecutorService runs) {
        Optional<Proof> known = proofs.of(lesson);
        ProofStatus status = proofs.status(lesson);
        boolean all = mode != Mode.STALE;
        boolean lab = all || !status.isLabCurrent(known);
        boolean page = all || !status.isPageCurrent(known);
        if (!lab && !page) {
            return new Outcome(true, List.of());
        }
        var faults = new ArrayList<Fault>();
        Optional<LabProof> labProof = known.flatMap(Proof::lab);
        if (lab && lesson.coding().isPresent()) {
            LabProver.Result result = new LabProver(
                            prover,
                            mode == Mode.RELEASE ? prover : prover.sharingJvms(),
                            runs,
                            faultFactory,
                            lesson.coding().get())
                    .prove(status, proofs.starters(lesson), proofs.references(lesson), mode.flakeRuns);
            faults.addAll(result.faults());
            labProof = result.proof();
        }
        if (lab && lesson.testing().isPresent()) {
            LabProver.Result result = new TestingProver(
                            prover, runs, faultFactory, lesson.testing().get())
                    .prove(status);
            faults.addAll(result.faults());
            labProof = result.proof();
        }
        if (lab && lesson.milestone().isPresent()) {
            LabProver.Result result = new MilestoneProver(
                            prover, runs, faultFactory, lesson.milestone().get())
                    .prove(status);
            faults.addAll(result.faults());
            labProof = result.proof();
        }
        if (lab && lesson.arena().isPresent()) {
            LabProver.Result result =
                    new ArenaProver(prover, runs, faultFactory, lesson.arena().get()).prove(status);
            faults.addAll(result.faults());
            labProof = result.proof();
        }
        if (page) {
            var verifier = new PageVerifier(
                    figureRenderer, snippetRunner, answerRunner, faultFactory, lesson, proofs.snippets(lesson));
            faults.addAll(Parallel.await(runs.submit(verifier::verify)));
        }
        var proof = new Proof(
                status.inputs().isEmpty() ? Optional.empty() : labProof,
                status.page(),
                known.flatMap(Proof::mutants),
                known.flatMap(Proof::gate));
        if (faults.isEmpty()) {
            if (mode == Mode.VERIFY) {
                faults.addAll(differences(lesson, known, proof));
            } else {
                write(lesson, proof);
            }
        }
        return new Outcome(false, faults);
    }

    private static void write(Lesson lesson, Proof proof) {
        try {
            ProofFile.write(lesson.folder(), proof);
        } catch (IOException e) {
            throw new UncheckedIOException("the proof of " + lesson.id() + " cannot be written", e);
        }
    }

    /// What the proof that there is says otherwise than the runs.
    private List<Fault> differences(Lesson lesson, Optional<Proof> known, Proof proof) {
        Optional<Fault> notCurrent = proofs.fault(lesson);
        if (notCurrent.isPresent()) {
            return List.of(notCurrent.get());
        }
        Map<String, LabProof.Wrong> claimed = wrong(known);
        return wrong(Optional.of(proof)).entrySet().stream()
                .filter(entry -> !entry.getValue().equals(claimed.get(entry.getKey())))
                .map(entry -> proofs.fault(
                        lesson,
                        "The proof does not hold: the wrong solution \"" + entry.getKey()
                                + "\" fails in another way than it says"))
                .toList();
    }

    private static Map<String, LabProof.Wrong> wrong(Optional<Proof> proof) {
        return proof.flatMap(Proof::lab).map(LabProof::wrong).orElse(Map.of());
    }
}
