package gradus.studio.author;

import gradus.course.Lesson;
import gradus.course.mutant.EquivalentMutants;
import gradus.course.proof.MutationScore;
import gradus.course.proof.Proof;
import gradus.course.proof.ProofFile;
import gradus.judge.Prover;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;

/// Measures mutation scores: how many mistakes in the library's own code the checks of a lab would find.
public final class AuthorMutate {

    private final Proofs proofs;
    private final Prover prover;

    public AuthorMutate(Proofs proofs, Prover prover) {
        this.proofs = proofs;
        this.prover = prover;
    }

    /// Judges the mutants of those `lessons` whose score is missing or stale, and writes the scores into their
    /// proofs. A lesson whose lab has no proof is left out.
    public void refresh(List<Lesson> lessons) {
        lessons.forEach(this::refresh);
    }

    private void refresh(Lesson lesson) {
        Optional<Proof> proof = proofs.of(lesson).filter(it -> it.lab().isPresent());
        if (lesson.coding().isEmpty() || proof.isEmpty() || proofs.isScoreCurrent(lesson, proof.get())) {
            return;
        }
        try (var runs = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            MutationScore score = new MutantJudge(prover, runs, lesson.coding().get())
                    .score(
                            proofs.references(lesson),
                            EquivalentMutants.read(lesson.folder()).keySet(),
                            proofs.mutationKey(lesson));
            ProofFile.write(lesson.folder(), proof.get().withMutants(Optional.of(score)));
        } catch (IOException e) {
            throw new UncheckedIOException("the proof of " + lesson.id() + " cannot be written", e);
        }
    }
}
