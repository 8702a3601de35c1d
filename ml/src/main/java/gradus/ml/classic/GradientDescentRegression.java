package gradus.ml.classic;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Numerics;
import gradus.ml.numbers.Rng;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Linear regression by (stochastic) gradient descent: the model of [LinearRegression], learned step by step.
/// Predict, measure the loss, compute its gradient, step against it.
///
/// **Objective.** The mean squared error, `‖y − x·w − b‖²/n`. It has no factor ½, like PyTorch's `MSELoss`
/// and unlike scikit-learn's `SGDRegressor`. There is no penalty.
///
/// **Method.** An *epoch* goes through all rows once, in batches of `batchSize`; each batch makes one step.
/// With a single batch of all rows this is gradient descent. With smaller batches it is (mini-batch)
/// stochastic gradient descent, SGD: each epoch takes the rows in a new random order, and in the end the
/// weights fluctuate around the optimum; a higher learning rate increases the fluctuation.
///
/// **Cost.** O(n·d) per epoch.
///
/// **Caveats.** The same learning rate applies to all weights, so a rate that is right for one feature is far
/// too high for another of larger scale: standardise the features first.
///
/// Sources: A. Cauchy, "Méthode générale pour la résolution des systèmes d'équations simultanées", Comptes
/// rendus 25 (1847); H. Robbins and S. Monro, "A Stochastic Approximation Method", Annals of Mathematical
/// Statistics 22 (1951).
///
/// @param learningRate the length of a step, as a multiple of the gradient: finite, > 0
/// @param epochs number of passes over the training set, ≥ 1
/// @param batchSize rows per step, ≥ 1; larger than the number of rows means all of them
/// @param seed random seed for the order of the rows
public record GradientDescentRegression(double learningRate, int epochs, int batchSize, long seed)
        implements Regressor<GradientDescentRegression.Model> {

    public GradientDescentRegression {
        if (!(learningRate > 0 && learningRate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("learningRate must be finite and above 0, got " + learningRate);
        }
        if (epochs < 1 || batchSize < 1) {
            throw new IllegalArgumentException(
                    "epochs and batchSize must be at least 1, got " + epochs + " and " + batchSize);
        }
    }

    /// Full-batch gradient descent: every step uses all rows, so nothing is random.
    public GradientDescentRegression(double learningRate, int epochs) {
        this(learningRate, epochs, Integer.MAX_VALUE, 0);
    }

    /// A fitted linear model, with its learning curve.
    ///
    /// @param coefficients the coefficient of each feature, shape `(d)`
    /// @param intercept the prediction when every feature is 0
    /// @param losses the mean squared error on the training set after each epoch, shape `(epochs)`
    public record Model(Vector coefficients, double intercept, Vector losses) implements LinearModel {}

    /// The gradient of the loss.
    ///
    /// @param coefficients the partial derivatives with respect to the coefficients, shape `(d)`
    /// @param intercept the partial derivative with respect to the intercept
    public record Gradient(Vector coefficients, double intercept) {}

    /// {@inheritDoc}
    ///
    /// @throws IllegalArgumentException as in [Regressor#fit], and if the loss diverges to infinity or NaN
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

    /// Mean squared error of the predictions `x·w + b`, in the square of the target's unit. O(n·d).
    ///
    /// @param x features, shape `(n, d)`
    /// @param y targets, shape `(n)`
    /// @param coefficients w, shape `(d)`
    /// @param intercept b
    public static double loss(Matrix x, Vector y, Vector coefficients, double intercept) {
        Vector errors = errors(x, y, coefficients, intercept);
        return errors.dot(errors) / y.size();
    }

    /// The gradient of [#loss]: `2/n·xᵀ(x·w + b − y)` for the coefficients, twice the mean error for the
    /// intercept. O(n·d).
    ///
    /// @param x features, shape `(n, d)`
    /// @param y targets, shape `(n)`
    /// @param coefficients w, shape `(d)`
    /// @param intercept b
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
        // The weights are finite then too, because the loss grows with them.
        if (!Double.isFinite(loss)) {
            throw new IllegalArgumentException("gradient descent diverged: the loss is " + loss + " after epoch "
                    + (epoch + 1) + " of " + epochs + "; standardise the features, or lower the learning rate of "
                    + learningRate);
        }
    }

    /// The weights before a step.
    private record Parameters(Vector coefficients, double intercept) {

        /// The weights after a step. Both gradients were computed at the old weights, so the update is
        /// simultaneous.
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
