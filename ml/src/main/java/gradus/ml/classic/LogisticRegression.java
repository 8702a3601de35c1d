package gradus.ml.classic;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Sigmoid;
import java.util.Arrays;
import java.util.List;

/// Logistic regression: how probable the second of two classes is, where each feature moves the logarithm
/// of the odds by its weight. What is least is the sum over the rows of −log of the probability given to
/// the row's own class, plus `penalty/2·‖w‖²`; the intercept has no price.
///
/// A coefficient is how much the log-odds grow when its feature grows by 1; exp of it multiplies the
/// odds. The line at which both classes are equally probable is straight.
///
/// It is found by Newton's method: the sum is replaced by the paraboloid that touches it and has the same
/// bends, and the lowest point of that is the next guess (iteratively reweighted least squares). A step
/// that does not lower the sum enough is halved until it does. The number of right digits doubles with
/// each step in the end, so 5 to 10 steps are enough.
///
/// Each step reads x once or twice, in O(n·d²), and solves for d + 1 weights in O(d³). With many rows,
/// the first steps look at a share of them only. With many thousand features, a method that needs no
/// matrix of bends is quicker, as in [SoftmaxRegression].
///
/// Source: D. R. Cox, "The Regression Analysis of Binary Sequences", Journal of the Royal Statistical
/// Society B 20 (1958), 215–242; T. Hastie, R. Tibshirani and J. Friedman, *The Elements of Statistical
/// Learning*, 2nd edition (2009), section 4.4.
///
/// @param penalty the price of a squared weight, finite and 0 or more; it counts as much for any number
///     of rows, so that more data outweighs it (the C of scikit-learn is 1/penalty). With 0 there is no
///     best line where one separates the classes without error
/// @param tolerance to stop when the mean over the rows can fall by about this only, above 0; one more
///     step, which is made, then takes about all of that away
/// @param maxIterations the most steps
public record LogisticRegression(double penalty, double tolerance, int maxIterations)
        implements Classifier<LogisticRegression.Model> {

    public LogisticRegression {
        if (!(penalty >= 0 && penalty < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a penalty is finite and 0 or more, got " + penalty);
        }
        if (!(tolerance > 0) || maxIterations < 1) {
            throw new IllegalArgumentException(
                    "Newton's method needs a tolerance above 0 and at least 1 iteration, got " + tolerance + " and "
                            + maxIterations);
        }
    }

    /// With a tolerance of 1e-12 and at most 100 iterations.
    public LogisticRegression(double penalty) {
        this(penalty, 1e-12, 100);
    }

    /// What was found.
    ///
    /// @param classes the two labels, ascending
    /// @param coefficients how much the log-odds of the second class grow with each feature, shape `(d)`
    /// @param intercept the log-odds where every feature is 0
    /// @param objectiveValues what is to be least, divided by n, before each step
    public record Model(List<Integer> classes, Vector coefficients, double intercept, Vector objectiveValues)
            implements Classifier.Probabilistic {

        public Model {
            classes = List.copyOf(classes);
        }

        @Override
        public int featureCount() {
            return coefficients.size();
        }

        /// The logarithm of the odds of the second class, shape `(m, d)` to `(m)`: 0 where both are as
        /// probable.
        public Vector logOdds(Matrix x) {
            ModelPreconditions.requireFeatures(featureCount(), x);
            double[] sums = x.times(coefficients).toArray();
            for (int i = 0; i < sums.length; i++) {
                sums[i] += intercept;
            }
            return Vector.of(sums);
        }

        @Override
        public Matrix probabilities(Matrix x) {
            Vector logOdds = logOdds(x);
            return Matrix.from(x.rows(), 2, (i, k) -> Sigmoid.of(k == 1 ? logOdds.get(i) : -logOdds.get(i)));
        }
    }

    /// {@inheritDoc}
    ///
    /// @throws IllegalArgumentException as said there, if there are more than two classes, and with a
    ///     penalty of 0 if no weights are best
    @Override
    public Model fit(Matrix x, int[] labels) {
        ModelPreconditions.requireTrainingSet(x, labels);
        LabelEncoding encoded = LabelEncoding.ofTwoClasses(labels);
        var result = new LogisticNewton(x, encoded.classIndices(), penalty, tolerance, maxIterations).accelerated();
        return switch (result.status()) {
            case CONVERGED -> model(encoded.classes(), result.weights(), result.objectiveValues());
            case ITERATION_LIMIT ->
                throw new IllegalArgumentException("the weights have not come to rest after " + maxIterations
                        + " iterations; allow more, standardise the features, or raise the penalty of " + penalty);
            case NO_UNIQUE_MINIMUM ->
                throw new IllegalArgumentException("no weights are best with a penalty of " + penalty
                        + ": a line separates the classes without error, or a column depends on others;"
                        + " give a larger penalty");
        };
    }

    private static Model model(List<Integer> classes, Vector weights, List<Double> objectiveValues) {
        int d = weights.size() - 1;
        return new Model(
                classes,
                Vector.of(Arrays.copyOf(weights.toArray(), d)),
                weights.get(d),
                Vector.of(objectiveValues.stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray()));
    }
}
