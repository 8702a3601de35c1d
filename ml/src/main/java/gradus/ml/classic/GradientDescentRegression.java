package gradus.ml.classic;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Numerics;
import gradus.ml.numbers.Rng;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The line of [LinearRegression], learned step by step: predict, measure the loss, find its gradient,
/// step against it. The loss is the mean of the squared errors.
///
/// An epoch looks at every row once, in batches of `batchSize`; each batch makes one step. With one batch
/// for all rows this is gradient descent, with small ones it is stochastic gradient descent, which takes
/// rows in a new random order each epoch, and in the end wanders about the best line at a distance that
/// grows with the rate.
///
/// All weights step at one rate. So features must have like scales, or the rate that suits one is far too
/// high for another: standardise them first.
///
/// Cost: O(n·d) for each epoch.
///
/// Source: A. Cauchy, "Méthode générale pour la résolution des systèmes d'équations simultanées", Comptes
/// rendus 25 (1847); H. Robbins and S. Monro, "A Stochastic Approximation Method", Annals of Mathematical
/// Statistics 22 (1951).
///
/// @param learningRate how far a step goes, in gradients: finite and above 0
/// @param epochs how often each row is looked at, at least 1
/// @param batchSize the rows for each step, at least 1; more than there are means all
/// @param seed of the chance in the order of the rows
public record GradientDescentRegression(double learningRate, int epochs, int batchSize, long seed)
        implements Regressor<GradientDescentRegression.Model> {

    public GradientDescentRegression {
        if (!(learningRate > 0 && learningRate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the rate is finite and above 0, got " + learningRate);
        }
        if (epochs < 1 || batchSize < 1) {
            throw new IllegalArgumentException(
                    "descent needs at least 1 epoch and 1 row in a batch, got " + epochs + " and " + batchSize);
        }
    }

    /// All rows for each step, so that there is no chance in it.
    public GradientDescentRegression(double learningRate, int epochs) {
        this(learningRate, epochs, Integer.MAX_VALUE, 0);
    }

    /// The line that was reached.
    ///
    /// @param coefficients the weight of each feature, shape `(d)`
    /// @param intercept the prediction where every feature is 0
    /// @param losses the mean squared error after each epoch, shape `(epochs)`
    public record Model(Vector coefficients, double intercept, Vector losses) implements LinearModel {}

    /// How the loss changes with each weight.
    ///
    /// @param coefficients its slope along each coefficient, shape `(d)`
    /// @param intercept its slope along the intercept
    public record Gradient(Vector coefficients, double intercept) {}

    /// {@inheritDoc}
    ///
    /// @throws IllegalArgumentException as said there, and if the loss grows beyond all bounds
    @Override
    public Model fit(Matrix x, Vector y) {
        ModelPreconditions.requireTrainingSet(x, y);
        Rng rng = Rng.of(seed);
        Parameters parameters = new Parameters(Vector.of(new double[x.columns()]), 0);
        double[] losses = new double[epochs];
        for (int epoch = 0; epoch < epochs; epoch++) {
            for (Batch batch : batches(x, y, rng)) {
                parameters = parameters.step(
                        gradient(batch.x, batch.y, parameters.coefficients, parameters.intercept), learningRate);
            }
            losses[epoch] = loss(x, y, parameters.coefficients, parameters.intercept);
            requireFinite(losses[epoch], epoch);
        }
        return new Model(parameters.coefficients, parameters.intercept, Vector.of(losses));
    }

    /// The mean of the squared errors, in squares of the target's unit. O(n·d).
    ///
    /// @param x shape `(n, d)`
    /// @param y shape `(n)`
    /// @param coefficients shape `(d)`
    public static double loss(Matrix x, Vector y, Vector coefficients, double intercept) {
        Vector errors = errors(x, y, coefficients, intercept);
        return errors.dot(errors) / y.size();
    }

    /// The gradient of [#loss]: `2/n·xᵀ(x·w + b − y)` for the coefficients, twice the mean error for the
    /// intercept. O(n·d).
    ///
    /// @param x shape `(n, d)`
    /// @param y shape `(n)`
    /// @param coefficients shape `(d)`
    public static Gradient gradient(Matrix x, Vector y, Vector coefficients, double intercept) {
        Vector errors = errors(x, y, coefficients, intercept);
        double scale = 2.0 / y.size();
        return new Gradient(x.transposeTimes(errors).times(scale), scale * Numerics.sum(errors.toArray()));
    }

    private static Vector errors(Matrix x, Vector y, Vector coefficients, double intercept) {
        double[] errors = x.times(coefficients).minus(y).toArray();
        for (int i = 0; i < errors.length; i++) {
            errors[i] += intercept;
        }
        return Vector.of(errors);
    }

    private void requireFinite(double loss, int epoch) {
        if (!Double.isFinite(loss)) {
            throw new IllegalArgumentException("the loss is " + loss + " after epoch " + (epoch + 1) + " of " + epochs
                    + ": the steps are too long; standardise the features, or lower the rate of " + learningRate);
        }
    }

    /// The weights before a step.
    private record Parameters(Vector coefficients, double intercept) {

        /// Both gradients belong to these weights: neither weight steps before the other's gradient is
        /// found.
        private Parameters step(Gradient gradient, double learningRate) {
            return new Parameters(
                    coefficients.minus(gradient.coefficients.times(learningRate)),
                    intercept - learningRate * gradient.intercept);
        }
    }

    /// The rows of one step.
    private record Batch(Matrix x, Vector y) {

        private static Batch of(Matrix x, Vector y, int[] indices) {
            return new Batch(
                    x.selectRows(indices),
                    Vector.of(Arrays.stream(indices).mapToDouble(y::get).toArray()));
        }
    }

    private List<Batch> batches(Matrix x, Vector y, Rng rng) {
        if (batchSize >= x.rows()) {
            return List.of(new Batch(x, y));
        }
        int[] order = rng.permutation(x.rows());
        var batches = new ArrayList<Batch>();
        for (int first = 0; first < order.length; first += batchSize) {
            int end = Math.min(first + batchSize, order.length);
            batches.add(Batch.of(x, y, Arrays.copyOfRange(order, first, end)));
        }
        return batches;
    }
}
