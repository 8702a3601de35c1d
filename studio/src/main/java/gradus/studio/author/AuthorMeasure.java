package gradus.studio.author;

import gradus.course.Fault;
import gradus.course.Lesson;
import gradus.course.proof.GateMeasurement;
import gradus.course.proof.Proof;
import gradus.course.proof.ProofFile;
import gradus.judge.Prover;
import gradus.studio.error.UserFacingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/// Measures gates: how well the reference, the right and wrong solutions and the ablations of a lab do over
/// many seeds. What was measured is kept in the lesson's proof.
public final class AuthorMeasure {

    private final Proofs proofs;
    private final Prover prover;

    public AuthorMeasure(Proofs proofs, Prover prover) {
        this.proofs = proofs;
        this.prover = prover;
    }

    /// A measured lesson.
    ///
    /// @param faults what contradicts the lab: an ablation that passes, a reference that fails
    public record Measured(String lesson, GateMeasurement gate, List<Fault> faults) {
        public Measured {
            faults = List.copyOf(faults);
        }
    }

    /// Measures the gates of those `lessons` that have one.
    ///
    /// @param seeds how many seeds, at least 1
    /// @throws UserFacingException if there is no gate, or a lab with one has no proof yet
    public List<Measured> measure(List<Lesson> lessons, int seeds) {
        List<Lesson> gated = lessons.stream()
                .filter(lesson -> lesson.coding().flatMap(lab -> lab.gate()).isPresent())
                .toList();
        if (gated.isEmpty()) {
            throw UserFacingException.usageError(
                    "There is no gate to measure: no lab of these lessons names one in the front matter of its lab.md.");
        }
        return gated.stream().map(lesson -> measure(lesson, seeds)).toList();
    }

    private Measured measure(Lesson lesson, int seeds) {
        Proof proof = proofs.of(lesson)
                .orElseThrow(() -> UserFacingException.usageError("The lesson " + lesson.id()
                        + " has no proof yet; run \"./gradus author prove " + lesson.id() + "\" first."));
        GateMeasurement gate;
        try (var runs = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            gate = new GateMeasurer(prover, runs, lesson.coding().orElseThrow())
                    .measure(proofs.references(lesson), seeds, proofs.gateKey(lesson));
        }
        try {
            ProofFile.write(lesson.folder(), proof.withGate(Optional.of(gate)));
        } catch (IOException e) {
            throw new UncheckedIOException("the proof of " + lesson.id() + " cannot be written", e);
        }
        return new Measured(lesson.id(), gate, faults(lesson, gate));
    }

    private List<Fault> faults(Lesson lesson, GateMeasurement gate) {
        Stream<Fault> failing = gate.reference().stream()
                .filter(reference -> reference.passed() == 0)
                .map(_ -> fault(lesson, "lab.md", "the reference fails the gate with every seed; fix the gate."));
        Stream<Fault> passing = gate.series().stream()
                .filter(one -> one.solution().startsWith("ablations/") && 2 * one.passed() > gate.seeds())
                .map(
                        one -> fault(
                                lesson,
                                one.solution(),
                                "the ablation passes the gate with " + one.passed() + " of " + gate.seeds()
                                        + " seeds, so the gate doesn't need what it leaves out; raise the threshold or drop it."));
        return Stream.concat(failing, passing).toList();
    }

    private Fault fault(Lesson lesson, String file, String sentence) {
        return proofs.faultFactory().create(lesson.folder().resolve(file), 1, sentence);
    }
}
