package gradus.ml.numbers;

import java.util.function.DoubleUnaryOperator;

/// The integral of a density over one of its tails, relative to the density at the point where the tail
/// begins: `∫ e^(−g(v)) dv` from 0 to infinity, for a convex g with `g(0) = 0` that does not decrease.
///
/// **Method.** Gauss–Legendre quadrature up to the point where the integrand is e⁻⁴⁰, which is negligible.
/// All terms are positive, so nothing cancels. The number of evaluations does not depend on g: a narrow tail
/// costs as much as a wide one.
///
/// Source: M. Abramowitz and I. Stegun, *Handbook of Mathematical Functions* (1964), 25.4.29.
final class TailIntegral {

    /// Found by experiment: with fewer than 44, the widest tails of the beta distribution lose digits.
    private static final int NODES = 48;

    private static final double NEGLIGIBLE = 40;

    /// Nodes and weights of the rule for the interval from 0 to 1.
    private static final double[] AT = new double[NODES];

    private static final double[] WEIGHTS = new double[NODES];

    /// The coefficients of the series of [#exponentialRemainder], `1 / k!` for k from 2.
    private static final double[] SERIES = new double[14];

    static {
        double factorial = 1;
        for (int k = 2; k < SERIES.length + 2; k++) {
            factorial *= k;
            SERIES[k - 2] = 1 / factorial;
        }
        for (int i = 0; i < NODES; i++) {
            // The zeros of the Legendre polynomial, by Newton's method from a good approximation.
            double z = StrictMath.cos(Math.PI * (i + 0.75) / (NODES + 0.5));
            double derivative = 0;
            for (int step = 0; step < 4; step++) {
                double value = 1;
                double before = 0;
                for (int degree = 0; degree < NODES; degree++) {
                    double next = ((2 * degree + 1) * z * value - degree * before) / (degree + 1);
                    before = value;
                    value = next;
                }
                derivative = NODES * (z * value - before) / (z * z - 1);
                z -= value / derivative;
            }
            AT[i] = (1 - z) / 2;
            WEIGHTS[i] = 1 / ((1 - z * z) * derivative * derivative);
        }
    }

    private TailIntegral() {}

    /// The integral, with a relative error of a few units in the last place.
    ///
    /// @param g the exponent, with the opposite sign
    /// @param slope its derivative at 0, at least 0
    /// @param curvature its second derivative at 0, greater than 0
    static double of(DoubleUnaryOperator g, double slope, double curvature) {
        double end = end(g, Math.min(NEGLIGIBLE / slope, Math.sqrt(2 * NEGLIGIBLE / curvature)));
        return end * mean(v -> StrictMath.exp(-g.applyAsDouble(v)), end);
    }

    /// The mean of a smooth function over the interval from 0 to `end`.
    static double mean(DoubleUnaryOperator function, double end) {
        double sum = 0;
        for (int i = 0; i < NODES; i++) {
            sum += WEIGHTS[i] * function.applyAsDouble(end * AT[i]);
        }
        return sum;
    }

    /// Where g is about [#NEGLIGIBLE], or somewhat more.
    private static double end(DoubleUnaryOperator g, double guess) {
        double below = 0;
        double above = guess;
        while (g.applyAsDouble(above) < NEGLIGIBLE) {
            below = above;
            above *= 2;
        }
        for (int i = 0; i < 3; i++) {
            double middle = (below + above) / 2;
            if (g.applyAsDouble(middle) < NEGLIGIBLE) {
                below = middle;
            } else {
                above = middle;
            }
        }
        return above;
    }

    /// `eᶻ − 1 − z`, without cancellation near 0.
    static double exponentialRemainder(double z) {
        if (Math.abs(z) > 0.5) {
            return StrictMath.expm1(z) - z;
        }
        double sum = 0;
        for (int i = SERIES.length - 1; i >= 0; i--) {
            sum = SERIES[i] + z * sum;
        }
        return sum * z * z;
    }
}
