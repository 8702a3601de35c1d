package gradus.ml.data;

/// What becomes of a row for which the other table of a join has none.
public enum JoinType {
    /// It is left out.
    INNER,
    /// It stays, and what the other table would have said is missing.
    LEFT
}
