package gradus.proctor.assertions;

/// How exact arithmetic of one kind of number can be: the tolerances that a right solution keeps to,
/// however it orders its steps.
///
/// With the unit roundoff u, each operation is right up to a factor 1 + δ, |δ| ≤ u. The product of n
/// such factors is 1 + θ with |θ| ≤ γₙ = n·u / (1 − n·u). From that, the error of a sum of n terms in
/// any order is at most γₙ·Σ|tᵢ|, that of a dot product γₙ·Σ|xᵢ·yᵢ|, and the relative error of a
/// backward stable solution at most γₙ times the condition number κ of the problem. All tolerances here
/// are twice that: what is expected has been computed, too.
///
/// ```java
/// calling("a.solve(b)", () -> a.solve(b))
///         .within(Precision.DOUBLE.relative(3 * n, condition), 0)
///         .gives(x, "…");
/// calling("x.dot(y)", () -> x.dot(y)).within(0, Precision.FLOAT.ofDot(x, y)).gives(exact, "…");
/// ```
///
/// Source: Higham, "Accuracy and Stability of Numerical Algorithms", second edition, 2002: lemma 3.1 for
/// γₙ, (3.5) for dot products, (4.4) for sums, section 1.6 for κ times the backward error, theorem 9.4
/// for γ₃ₙ when a system is solved by LU with pivoting.
public enum Precision {
    FLOAT(0x1p-24),
    DOUBLE(0x1p-53);

    private final double unitRoundoff;

    Precision(double unitRoundoff) {
        this.unitRoundoff = unitRoundoff;
    }

    /// u, half the distance from 1 to the next number.
    public double unitRoundoff() {
        return unitRoundoff;
    }

    /// γₙ, the most that n roundings in a row can do, relative to 1.
    public double gamma(long n) {
        double nu = n * unitRoundoff;
        if (nu >= 0.5) {
            throw new IllegalArgumentException("after " + n + " roundings nothing of a "
                    + name().toLowerCase(java.util.Locale.ROOT) + " is certain; use fewer");
        }
        return nu / (1 - nu);
    }

    /// 2·γₙ·κ, the relative tolerance of a result.
    ///
    /// @param n the roundings that one number of the result goes through: n for a sum or a dot product
    ///     of n terms, 3n for a system of n equations solved by LU
    /// @param conditionNumber κ, by how much the problem magnifies relative errors of its data: ‖A‖·‖A⁻¹‖ for
    ///     a system
    public double relativeTolerance(long n, double conditionNumber) {
        double tolerance = 2 * gamma(n) * conditionNumber;
        if (!(conditionNumber >= 1) || tolerance >= 1) {
            throw new IllegalArgumentException("no digit is certain at condition " + conditionNumber
                    + "; give one of at least 1, or compare a residual instead");
        }
        return tolerance;
    }

    /// 2·γₙ·Σ|tᵢ|, the absolute tolerance of the sum of `terms` in any order.
    public double sumTolerance(double... terms) {
        double absoluteSum = 0;
        for (double term : terms) {
            absoluteSum += Math.abs(term);
        }
        return 2 * gamma(terms.length) * absoluteSum;
    }

    /// 2·γₙ·Σ|xᵢ·yᵢ|, the absolute tolerance of a dot product in any order.
    public double dotTolerance(double[] x, double[] y) {
        double absoluteSum = 0;
        for (int i = 0; i < x.length; i++) {
            absoluteSum += Math.abs(x[i] * y[i]);
        }
        return 2 * gamma(x.length) * absoluteSum;
    }
}
