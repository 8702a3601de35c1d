package gradus.ml.data;

/// What a join does with a row of the left table that has no match in the right table.
public enum JoinType {
    /// Inner join: the row is dropped.
    INNER,
    /// Left join: the row is kept, and its values in the columns of the right table are missing.
    LEFT
}
