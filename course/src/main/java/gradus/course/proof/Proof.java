package gradus.course.proof;

import java.util.Optional;

/// What has been shown by running a lesson. It is kept beside the lesson, so that nobody has to run it again
/// until something changes that it depends on.
///
/// @param lab that of its lab, if it has one
/// @param page the hash of the figures, programs and answers of its page, which did what the page says
/// @param mutants the mutation score of its lab, if it has been measured; it may be stale, which is no fault
/// @param gate how its gate did with many seeds, if that has been measured; it may be stale as well
public record Proof(
        Optional<LabProof> lab, String page, Optional<MutationScore> mutants, Optional<GateMeasurement> gate) {

    /// The name of the file beside `lesson.md`.
    public static final String FILE = "proof.json";

    /// A proof for which nothing has been measured.
    public Proof(Optional<LabProof> lab, String page) {
        this(lab, page, Optional.empty(), Optional.empty());
    }

    /// The same proof with this mutation score.
    public Proof withMutants(Optional<MutationScore> score) {
        return new Proof(lab, page, score, gate);
    }

    /// The same proof with this measurement of the gate.
    public Proof withGate(Optional<GateMeasurement> measurement) {
        return new Proof(lab, page, mutants, measurement);
    }
}
