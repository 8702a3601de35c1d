package gradus.ml.calibration;

import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Sigmoid;
import gradus.ml.numbers.Softplus;

/// Newton's method for the two parameters of [Calibrator.SigmoidCalibrator].
///
/// Scores are shifted and scaled to the range from −1 to 1 first, so the method does not depend on their
/// unit.
final class PlattNewton {

    private static final int MAX_STEPS = 100;

    /// The last step is the one that is predicted to decrease the mean loss by less than this. Convergence is
    /// quadratic, so the error after it is far smaller.
    private static final double TOLERANCE = 1e-13;

    private static final double MIN_STEP_LENGTH = 1e-10;

    private final double[] scores;
    private final double[] targets;
    private final double[] shares;

    private PlattNewton(double[] scores, double[] targets, double[] shares) {
        this.scores = scores;
        this.targets = targets;
        this.shares = shares;
    }

    /// Fits the sigmoid to validated rows.
    static Calibrator fit(Vector scores, boolean[] positive, Vector weights) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        double positives = 0;
        double negatives = 0;
        for (int i = 0; i < positive.length; i++) {
            if (weights.get(i) > 0) {
                min = Math.min(min, scores.get(i));
                max = Math.max(max, scores.get(i));
                positives += positive[i] ? weights.get(i) : 0;
                negatives += positive[i] ? 0 : weights.get(i);
            }
        }
        double middle = min / 2 + max / 2;
        double halfRange = max / 2 - min / 2;
        double[] scaled = new double[positive.length];
        double[] targets = new double[positive.length];
        double[] shares = new double[positive.length];
        for (int i = 0; i < scaled.length; i++) {
            boolean counts = weights.get(i) > 0 && halfRange > 0;
            scaled[i] = counts ? Math.clamp((scores.get(i) - middle) / halfRange, -1, 1) : 0;
            targets[i] = positive[i] ? (positives + 1) / (positives + 2) : 1 / (negatives + 2);
            shares[i] = weights.get(i) / (positives + negatives);
        }
        double[] parameters = new PlattNewton(scaled, targets, shares).minimise();
        double slope = halfRange > 0 ? parameters[0] / halfRange : 0;
        double intercept = parameters[1] - slope * middle;
        if (!Double.isFinite(slope) || !Double.isFinite(intercept)) {
            throw new IllegalArgumentException("the sigmoid has slope " + slope + " and intercept " + intercept
                    + ", because the scores from " + min + " to " + max + " differ too little; scale them up");
        }
        return new Calibrator.SigmoidCalibrator(slope, intercept);
    }

    private double[] minimise() {
        double slope = 0;
        double intercept = Sigmoid.logit(meanTarget());
        double loss = loss(slope, intercept);
        for (int step = 0; step < MAX_STEPS; step++) {
            double gradientSlope = 0;
            double gradientIntercept = 0;
            // The ridge keeps the Hessian regular if all scores are equal.
            double slopeSlope = 1e-12;
            double slopeIntercept = 0;
            double interceptIntercept = 1e-12;
            for (int i = 0; i < scores.length; i++) {
                double p = Sigmoid.of(slope * scores[i] + intercept);
                double error = shares[i] * (p - targets[i]);
                double curvature = shares[i] * p * (1 - p);
                gradientSlope += error * scores[i];
                gradientIntercept += error;
                slopeSlope += curvature * scores[i] * scores[i];
                slopeIntercept += curvature * scores[i];
                interceptIntercept += curvature;
            }
            double determinant = slopeSlope * interceptIntercept - slopeIntercept * slopeIntercept;
            double slopeStep = (interceptIntercept * gradientSlope - slopeIntercept * gradientIntercept) / determinant;
            double interceptStep = (slopeSlope * gradientIntercept - slopeIntercept * gradientSlope) / determinant;
            double decrease = gradientSlope * slopeStep + gradientIntercept * interceptStep;
            if (decrease / 2 <= TOLERANCE) {
                return new double[] {slope - slopeStep, intercept - interceptStep};
            }
            double length = 1;
            while (length > MIN_STEP_LENGTH
                    && !(loss(slope - length * slopeStep, intercept - length * interceptStep)
                            <= loss - 1e-4 * length * decrease + 4 * Math.ulp(loss))) {
                length /= 2;
            }
            slope -= length * slopeStep;
            intercept -= length * interceptStep;
            loss = loss(slope, intercept);
        }
        throw new IllegalArgumentException("Newton's method has not converged after " + MAX_STEPS
                + " steps to a sigmoid for these scores; use isotonic calibration");
    }

    private double meanTarget() {
        double mean = 0;
        for (int i = 0; i < targets.length; i++) {
            mean += shares[i] * targets[i];
        }
        return Math.clamp(mean, Double.MIN_NORMAL, Math.nextDown(1.0));
    }

    /// The mean log loss: `softplus(z) − target·z` for log-odds z.
    private double loss(double slope, double intercept) {
        double loss = 0;
        for (int i = 0; i < scores.length; i++) {
            double z = slope * scores[i] + intercept;
            loss += shares[i] * (Softplus.of(z) - targets[i] * z);
        }
        return loss;
    }
}
