package gradus.ml.numbers;

/// The function `ln(1 + eᶻ)`: a ramp without its corner, above 0 everywhere. Its derivative is [Sigmoid].
///
/// Source: C. Dugas, Y. Bengio and others, Incorporating Second-Order Functional Knowledge for Better
/// Option Pricing (2001).
public final class Softplus {

    private Softplus() {}

    /// `ln(1 + eᶻ)`, which never overflows: nearly z for large z, nearly `eᶻ` for large negative z.
    public static double of(double z) {
        return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
    }

    /// The z whose softplus is `y`: `ln(eʸ − 1)`, by which a number that must be positive becomes one that
    /// need not be.
    ///
    /// @throws IllegalArgumentException if `y` is 0, negative or NaN
    public static double inverse(double y) {
        if (!(y > 0)) {
            throw new IllegalArgumentException("every softplus is above 0, got " + y);
        }
        return y + Math.log(-Math.expm1(-y));
    }
}
