package gradus.course.mutant;

/// What a mutant says about the checks of its lab.
public enum MutantKind {
    /// A mistake, which a check must find: such a mutant must be killed.
    STANDARD,
    /// The same mathematics in another order: such a mutant must pass.
    BENIGN,
    /// The same formula with less precision: such a mutant must be refused.
    APPROXIMATING
}
