package gradus.proctor.arena;

/// The code of an arena, which its author writes: it fits contenders and scores them.
///
/// The rows are in two parts. The learner probes on the first, which is split into folds: a probe fits on all folds
/// but one, and scores on that. The second is the hidden test. A class that implements this has a constructor without
/// parameters, and each call is made on a new instance in a JVM of its own. The same call gives the same scores.
public interface Arena {

    /// The scores of each row of a fold, by a contender that was fitted on the other folds.
    ///
    /// @param contender an id in `lab.md`
    /// @param fold from 0
    Scores probe(String contender, int fold);

    /// The scores of each row of the hidden test, by a contender that was fitted on all folds.
    ///
    /// @param contender an id in `lab.md`
    Scores hidden(String contender);
}
