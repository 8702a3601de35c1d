package gradus.proctor.assertions;

import gradus.proctor.failure.CheckFault;

/// Floating-point precision: tolerances from rounding error analysis, which every correct solution meets, in
/// whatever order it computes.
///
/// With the unit roundoff u, each operation is exact up to a factor 1 + δ, |δ| ≤ u. The product of n such
/// factors is 1 + θ with |θ| ≤ γₙ = n·u / (1 − n·u). It follows that the error of a sum of n terms, in any
/// order, is at most γₙ·Σ|tᵢ|. For a dot product it is at most γₙ·Σ|xᵢ·yᵢ|. The relative error of a backward
/// stable solution is at most γₙ times the condition number κ of the problem. All tolerances here are twice
/// these bounds, because the expected value has been computed too.
///
/// ```java
/// calling("a.solve(b)", () -> a.solve(b))
///         .within(Precision.DOUBLE.relativeTolerance(3 * n, condition), 0)
///         .gives(x, "…");
/// calling("x.dot(y)", () -> x.dot(y)).within(0, Precision.FLOAT.dotTolerance(x, y)).gives(exact, "…");
/// ```
///
/// Source: Higham, "Accuracy and Stability of Numerical Algorithms", second edition, 2002: lemma 3.1 for
/// γₙ, (3.5) for dot products, (4.4) for sums, section 1.6 for κ times the backward error, theorem 9.4
/// for γ₃ₙ in the solution of a linear system by LU factorization with pivoting.
public enum Precision {
    FLOAT(0x1p-24),
    DOUBLE(0x1p-53);

    private final double unitRoundoff;

    Precision(double unitRoundoff) {
        this.unitRoundoff = unitRoundoff;
    }

    /// The unit roundoff u: half the distance from 1 to the next larger number.
    public double unitRoundoff() {
        return unitRoundoff;
    }

    /// The error bound γₙ = n·u / (1 − n·u): the largest relative error after n rounding operations.
    public double gamma(long n) {
        if (n < 0) {
            throw new CheckFault("the number of roundings must be at least 0, and is " + n);
        }
        double nu = n * unitRoundoff;
        if (nu >= 0.5) {
            throw new CheckFault("after " + n + " roundings no digit of a " + name().toLowerCase(java.util.Locale.ROOT)
                    + " is certain; use fewer");
        }
        return nu / (1 - nu);
    }

    /// The relative tolerance of a result: 2·γₙ·κ.
    ///
    /// @param n how many roundings affect one element of the result: n for a sum or a dot product of n terms,
    ///     3n for n linear equations solved by LU factorization
    /// @param conditionNumber κ, the factor by which the problem amplifies relative errors of its data:
    ///     ‖A‖·‖A⁻¹‖ for a linear system
    public double relativeTolerance(long n, double conditionNumber) {
        double tolerance = 2 * gamma(n) * conditionNumber;
        if (!(conditionNumber >= 1) || tolerance >= 1) {
            throw new CheckFault("no digit is certain with condition number " + conditionNumber
                    + "; it must be at least 1; if it is too large, compare a residual instead");
        }
        return tolerance;
    }

    /// The absolute tolerance of the sum of `terms` in any order: 2·γₙ·Σ|tᵢ|.
    public double sumTolerance(double... terms) {
        double absoluteSum = 0;
        for (double term : terms) {
            absoluteSum += Math.abs(term);
        }
        return tolerance(terms.length, absoluteSum);
    }

    /// The absolute tolerance of a dot product in any order: 2·γₙ·Σ|xᵢ·yᵢ|.
    public double dotTolerance(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new CheckFault(
                    "the vectors of a dot product must have one length, and have " + x.length + " and " + y.length);
        }
        double absoluteSum = 0;
        for (int i = 0; i < x.length; i++) {
            absoluteSum += Math.abs(x[i] * y[i]);
        }
        return tolerance(x.length, absoluteSum);
    }

    private double tolerance(int terms, double absoluteSum) {
        CheckFault.requireFinite("the sum of the absolute terms of which a tolerance is made", absoluteSum);
        return 2 * gamma(terms) * absoluteSum;
    }
}
