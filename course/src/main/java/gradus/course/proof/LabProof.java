package gradus.course.proof;

import gradus.course.FailureFingerprint;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/// What has been shown by running a lab: nothing of its starter passes, its reference and its right solutions
/// pass, and each wrong solution fails in its own way. Of a lab of tests: the author's tests pass on every
/// right implementation and kill every mutant.
///
/// @param inputs what the runs depend on, as hashes by name, apart from the solutions; see [ProofInputs]
/// @param right the hashes of the right solutions, by name
/// @param wrong the wrong solutions or the mutants, by name
/// @param measured of the reference: `slowestRunMs`, `slowestGateMs`, `peakHeapMb`; of the author's tests:
///     `runsMs`, all runs together
public record LabProof(
        Map<String, String> inputs, Map<String, String> right, Map<String, Wrong> wrong, Map<String, Long> measured) {

    public LabProof {
        inputs = new LinkedHashMap<>(inputs);
        right = new TreeMap<>(right);
        wrong = new TreeMap<>(wrong);
        measured = new TreeMap<>(measured);
    }

    /// How a wrong solution fails; of a mutant, only its sources count.
    ///
    /// @param sources the hash of its sources
    public record Wrong(String sources, FailureFingerprint fingerprint) {}
}
