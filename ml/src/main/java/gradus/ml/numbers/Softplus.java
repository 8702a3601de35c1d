package gradus.ml.numbers;

/// Softplus, `ln(1 + eᶻ)`: a smooth version of ReLU, positive everywhere. Its derivative is [Sigmoid].
///
/// Source: C. Dugas, Y. Bengio and others, Incorporating Second-Order Functional Knowledge for Better Option
/// Pricing (2001).
public final class Softplus {

    private Softplus() {}

    /// `ln(1 + eᶻ)`, without overflow: nearly z for large z, nearly `eᶻ` for large negative z.
    public static double of(double z) {
        return Math.max(z, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(z)));
    }

    /// The inverse, `ln(eʸ − 1)`: maps a positive parameter to an unconstrained one.
    ///
    /// @throws IllegalArgumentException if `y` is 0, negative or NaN
    public static double inverse(double y) {
        if (!(y > 0)) {
            throw new IllegalArgumentException("y must be greater than 0, got " + y);
        }
        return y + StrictMath.log(-StrictMath.expm1(-y));
    }
}
