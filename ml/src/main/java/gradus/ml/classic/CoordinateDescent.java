package gradus.ml.classic;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import java.util.ArrayList;

/// Coordinate descent for [ElasticNet] on centred data. It keeps its coefficients between calls, so the next
/// penalty starts from there (*warm start*).
///
/// The residuals are updated after every step, so a step costs two passes over one column.
final class CoordinateDescent {

    private final double l1Ratio;
    private final Vector means;
    private final double targetMean;
    /// The centred features, one array per column, because a step reads one column.
    private final double[][] columns;
    /// The mean square of each column.
    private final double[] meanSquares;
    private final double[] weights;
    private final double[] residuals;
    private final double maxGradient;

    CoordinateDescent(Matrix x, Vector y, double l1Ratio) {
        this.l1Ratio = l1Ratio;
        Centred centred = Centred.of(x);
        means = centred.means();
        targetMean = Centred.mean(y);
        columns = centred.x().transpose().toArray();
        residuals = Centred.of(y).toArray();
        weights = new double[columns.length];
        meanSquares = new double[columns.length];
        double largest = 0;
        for (int j = 0; j < columns.length; j++) {
            meanSquares[j] = dot(columns[j], columns[j]) / residuals.length;
            largest = Math.max(largest, Math.abs(dot(columns[j], residuals)) / residuals.length);
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
            converged = sweep(penalty) <= tolerance * maxGradient;
            objectiveValues.add(objective(penalty));
        }
        Vector coefficients = Vector.of(weights);
        return new ElasticNet.Model(
                penalty,
                coefficients,
                targetMean - means.dot(coefficients),
                Vector.of(objectiveValues.stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray()),
                converged);
    }

    /// Minimises over each coefficient in turn; returns the largest change of a partial derivative in a step.
    private double sweep(double penalty) {
        double largest = 0;
        for (int j = 0; j < weights.length; j++) {
            double curvature = meanSquares[j] + penalty * (1 - l1Ratio);
            if (meanSquares[j] == 0) {
                continue;
            }
            double negativeGradient = dot(columns[j], residuals) / residuals.length;
            double minimiser =
                    Lasso.softThreshold(negativeGradient + meanSquares[j] * weights[j], penalty * l1Ratio) / curvature;
            double step = minimiser - weights[j];
            if (step != 0) {
                addScaled(-step, columns[j], residuals);
                weights[j] = minimiser;
                largest = Math.max(largest, Math.abs(step) * curvature);
            }
        }
        return largest;
    }

    private double objective(double penalty) {
        double l1Norm = 0;
        for (double weight : weights) {
            l1Norm += Math.abs(weight);
        }
        return dot(residuals, residuals) / (2 * residuals.length)
                + penalty * (l1Ratio * l1Norm + (1 - l1Ratio) / 2 * dot(weights, weights));
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
