package gradus.course.proof;

import java.util.List;

/// What judging a lab's mutants has shown; see `gradus.course.mutant`.
///
/// @param key what it depends on, as a hash
/// @param killed how many of the standard mutants a check found
/// @param of how many standard mutants were judged
/// @param survivors the standard mutants that pass
/// @param benign how many benign mutants were judged
/// @param benignRefused the benign mutants that a check refuses
/// @param approximating how many approximating mutants were judged
/// @param approximatingPassed the approximating mutants that pass
/// @param leftOut how many mutants don't compile
public record MutationScore(
        String key,
        int killed,
        int of,
        List<Finding> survivors,
        int benign,
        List<Finding> benignRefused,
        int approximating,
        List<Finding> approximatingPassed,
        int leftOut) {

    public MutationScore {
        survivors = List.copyOf(survivors);
        benignRefused = List.copyOf(benignRefused);
        approximatingPassed = List.copyOf(approximatingPassed);
    }

    /// A mutant that isn't judged as it should be.
    ///
    /// @param id see `gradus.course.mutant.Mutant`
    /// @param before the lines that change
    /// @param after the same lines afterwards
    /// @param how how it fails; "passes" if it does
    public record Finding(String id, String before, String after, String how) {}
}
