package gradus.ml.numbers;

/// Sums, exponentials and comparisons that keep their digits.
public final class Numerics {

    private Numerics() {}
}
