package gradus.ml.classic;

import gradus.ml.kernel.DoubleView;
import gradus.ml.kernel.Gemm;
import gradus.ml.linalg.Cholesky;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.PowerOfTwoScaling;
import gradus.ml.linalg.Vector;
import java.util.List;
import java.util.Optional;

/// Ridge regression by the normal equations, for penalties that are not small beside the columns: the fewer
/// of rows and columns are the unknowns.
///
/// With fewer columns than rows, `(xᵀx + penalty·I)·w = xᵀy`, for each column in a scale of its own. Otherwise
/// `(xxᵀ + penalty·I)·α = y` and `w = xᵀα`. The Gram matrix squares the condition number of x, but the penalty
/// bounds it, and one or two steps of iterative refinement, whose residuals are computed from x, give back the
/// digits that it costs.
///
/// Source: Å. Björck, *Numerical Methods for Least Squares Problems* (1996), section 6.6.5 (the corrected
/// seminormal equations use the same refinement).
final class RidgeByGram {

    /// The largest bound of the condition number, after scaling of the diagonal.
    private static final double MAX_CONDITION = 1e7;

    /// Up to this bound, one step of refinement reaches the rounding error of x; up to the largest, two do.
    private static final double CONDITION_OF_ONE_STEP = 1e6;

    /// Below this, a product of two columns may underflow.
    private static final int MIN_EXPONENT = -400;

    private final boolean dual;
    private final int[] exponents;
    private final int targetExponent;
    private final Vector target;

    /// The transpose of x, shape `(d, n)`, each column of x divided by a power of 2.
    private final DoubleView transposed;

    private final Matrix gram;

    /// Computes the Gram matrix: O(n·d·min(n, d)).
    private RidgeByGram(Centred centred, CentredColumn target, boolean dual) {
        List<CentredColumn> columns = centred.columns();
        this.dual = dual;
        targetExponent = target.exponent();
        this.target = Vector.of(target.values());
        exponents = new int[columns.size()];
        int common = centred.exponent();
        for (int j = 0; j < exponents.length; j++) {
            exponents[j] = dual ? common : columns.get(j).exponent();
        }
        transposed = transposed(columns, exponents);
        gram = dual ? product(transposed.transpose(), transposed) : product(transposed, transposed.transpose());
    }

    private static DoubleView transposed(List<CentredColumn> columns, int[] exponents) {
        int n = columns.getFirst().values().length;
        double[] all = new double[columns.size() * n];
        for (int j = 0; j < columns.size(); j++) {
            CentredColumn column = columns.get(j);
            double[] values = column.values();
            if (!column.isConstant() && column.exponent() != exponents[j]) {
                values = values.clone();
                PowerOfTwoScaling.multiply(values, column.exponent() - exponents[j]);
            }
            System.arraycopy(values, 0, all, j * n, n);
        }
        return DoubleView.of(all, columns.size(), n);
    }

    private static Matrix product(DoubleView a, DoubleView b) {
        double[] product = new double[a.rows() * b.columns()];
        Gemm.multiply(a, b, DoubleView.of(product, a.rows(), b.columns()), false);
        return Matrix.of(a.rows(), b.columns(), product);
    }

    private static Vector product(DoubleView a, Vector x) {
        double[] product = new double[a.rows()];
        Gemm.multiply(a, DoubleView.of(x.toArray(), x.size(), 1), DoubleView.of(product, a.rows(), 1), false);
        return Vector.of(product);
    }

    /// `x·v`, shape `(n)`.
    private Vector times(Vector v) {
        return product(transposed.transpose(), v);
    }

    /// `xᵀ·v`, shape `(d)`.
    private Vector transposeTimes(Vector v) {
        return product(transposed, v);
    }

    /// Whether columns differ so much in size that their products underflow.
    private static boolean underflows(List<CentredColumn> columns, int exponent) {
        return columns.stream().anyMatch(column -> !column.isConstant() && column.exponent() - exponent < MIN_EXPONENT);
    }

    /// The regression; empty if columns differ too much in size.
    static Optional<RidgeByGram> of(Centred centred, CentredColumn target) {
        boolean dual = centred.columns().size() >= target.values().length;
        return dual && underflows(centred.columns(), centred.exponent())
                ? Optional.empty()
                : Optional.of(new RidgeByGram(centred, target, dual));
    }

    /// The coefficients for this penalty, which is above 0; empty if it is too small beside the columns.
    /// O(min(n, d)³ + n·d).
    Optional<Vector> coefficients(double penalty) {
        int unknowns = gram.rows();
        double[] penalties = new double[unknowns];
        double condition = 1;
        for (int i = 0; i < unknowns; i++) {
            penalties[i] = Math.scalb(penalty, -2 * exponents[dual ? 0 : i]);
            boolean fits = penalties[i] > Double.MIN_NORMAL && penalties[i] < Double.MAX_VALUE / 4;
            if (!fits || unknowns * gram.get(i, i) > MAX_CONDITION * penalties[i]) {
                return Optional.empty();
            }
            condition = Math.max(condition, unknowns * gram.get(i, i) / penalties[i]);
        }
        int steps = condition <= CONDITION_OF_ONE_STEP ? 1 : 2;
        Matrix system = Matrix.from(unknowns, unknowns, (i, j) -> gram.get(i, j) + (i == j ? penalties[i] : 0));
        return Cholesky.ifPositiveDefinite(system).map(factor -> refined(factor, Vector.of(penalties), steps));
    }

    private Vector refined(Cholesky factor, Vector penalties, int steps) {
        Vector solution = factor.solve(dual ? target : transposeTimes(target));
        for (int i = 0; i < steps; i++) {
            solution = solution.plus(factor.solve(residual(solution, penalties)));
        }
        Vector weights = dual ? transposeTimes(solution) : solution;
        return Vector.from(weights.size(), j -> Math.scalb(weights.get(j), targetExponent - exponents[j]));
    }

    /// The right-hand side minus the left-hand side of the equations, from x rather than from the Gram matrix.
    private Vector residual(Vector solution, Vector penalties) {
        Vector penalised = Vector.from(solution.size(), i -> solution.get(i) * penalties.get(i));
        return dual
                ? target.minus(times(transposeTimes(solution))).minus(penalised)
                : transposeTimes(target.minus(times(solution))).minus(penalised);
    }
}
