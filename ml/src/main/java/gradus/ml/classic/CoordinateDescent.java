package gradus.ml.classic;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import java.util.ArrayList;

/// Coordinate descent for [ElasticNet] on centred data. It keeps its coefficients between calls, so the next
/// penalty starts from there (*warm start*).
///
/// The residuals are updated after every step, so a step costs two passes over one column.
///
/// Columns, targets and coefficients are those of [CentredColumn], divided by powers of 2. That changes no
/// digit of a result, but squares neither overflow nor underflow.
final class CoordinateDescent {

    private final double l1Ratio;
    private final Centred centred;
    private final CentredColumn target;
    /// The centred features, one array per column, because a step reads one column.
    private final double[][] columns;
    /// The mean square of each column.
    private final double[] meanSquares;
    private final double[] weights;
    private final double[] residuals;
    /// The sum of the weights of the rows.
    private final double total;
    private final double targetDeviation;
    private final double maxGradient;

    CoordinateDescent(Matrix x, Vector y, Vector weightsOfRows, double l1Ratio) {
        this.l1Ratio = l1Ratio;
        WeightedRows rows = WeightedRows.of(x, weightsOfRows);
        total = rows.total();
        centred = Centred.of(rows.x(), rows.weights());
        target = CentredColumn.of(rows.select(y).toArray(), rows.weights().toArray());
        columns = centred.columns().stream().map(CentredColumn::values).toArray(double[][]::new);
        residuals = target.values().clone();
        weights = new double[columns.length];
        meanSquares = new double[columns.length];
        targetDeviation = CentredColumn.norm(residuals) / Math.sqrt(total);
        double largest = 0;
        for (int j = 0; j < columns.length; j++) {
            meanSquares[j] = dot(columns[j], columns[j]) / total;
            double gradient = Math.abs(dot(columns[j], residuals)) / total;
            largest = Math.max(largest, Math.scalb(gradient, target.exponent() + exponent(j)));
        }
        maxGradient = largest;
    }

    /// The largest absolute partial derivative of the loss when all coefficients are 0.
    double maxGradient() {
        return maxGradient;
    }

    /// Minimises the objective for this penalty, starting from the current coefficients.
    ElasticNet.Model minimise(double penalty, double tolerance, int maxIterations) {
        var objectiveValues = new ArrayList<Double>();
        boolean converged = false;
        while (!converged && objectiveValues.size() < maxIterations) {
            converged = sweep(penalty) <= tolerance * targetDeviation;
            objectiveValues.add(objective(penalty));
        }
        Vector coefficients = Vector.from(weights.length, j -> Math.scalb(weights[j], target.exponent() - exponent(j)));
        return new ElasticNet.Model(
                penalty,
                coefficients,
                centred.intercept(target, coefficients),
                Vector.of(objectiveValues.stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray()),
                converged);
    }

    /// Minimises over each coefficient in turn; returns the largest change of the predictions in a step, as
    /// its root mean square.
    private double sweep(double penalty) {
        double largest = 0;
        for (int j = 0; j < weights.length; j++) {
            if (meanSquares[j] == 0) {
                continue;
            }
            double curvature = meanSquares[j] + Math.scalb(penalty * (1 - l1Ratio), -2 * exponent(j));
            double threshold = Math.scalb(penalty * l1Ratio, -exponent(j) - target.exponent());
            double negativeGradient = dot(columns[j], residuals) / total;
            double minimiser =
                    Lasso.softThreshold(negativeGradient + meanSquares[j] * weights[j], threshold) / curvature;
            double step = minimiser - weights[j];
            if (step != 0) {
                addScaled(-step, columns[j], residuals);
                weights[j] = minimiser;
                largest = Math.max(largest, Math.abs(step) * Math.sqrt(meanSquares[j]));
            }
        }
        return largest;
    }

    private double objective(double penalty) {
        double l1Norm = 0;
        double squares = 0;
        for (int j = 0; j < weights.length; j++) {
            double weight = Math.scalb(weights[j], target.exponent() - exponent(j));
            l1Norm += Math.abs(weight);
            squares += weight * weight;
        }
        double meanSquare = Math.scalb(dot(residuals, residuals) / total, 2 * target.exponent());
        // Without an L2 penalty, its squares may overflow.
        double l2Term = l1Ratio == 1 ? 0 : (1 - l1Ratio) / 2 * squares;
        return meanSquare / 2 + penalty * (l1Ratio * l1Norm + l2Term);
    }

    private int exponent(int column) {
        return centred.columns().get(column).exponent();
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void addScaled(double factor, double[] from, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * from[i];
        }
    }
}
