package gradus.ml.classic;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import java.util.Arrays;
import java.util.List;

/// The perceptron: the first machine that learned (F. Rosenblatt, "The Perceptron: A Probabilistic Model
/// for Information Storage and Organization in the Brain", Psychological Review 65, 1958, 386–408).
///
/// It looks at one row after the other, in the order given. Where it is on the wrong side of the line, or
/// on it, it adds the row to the weights, or takes it away; where it is right, it does nothing. It stops
/// after a pass without a mistake, or after `maxEpochs` passes.
///
/// If a line separates the two classes, it stops, after at most (R/γ)² mistakes: R is the length of the
/// longest row with a 1 added for the intercept, γ the distance of the nearest row to the best line
/// through the origin of that larger space (A. Novikoff, "On Convergence Proofs for Perceptrons", 1962).
/// The line that it finds is one that separates, not the best one. If no line does, it never settles: see
/// `converged` of the model.
///
/// Cost: O(n·d) for each epoch.
///
/// @param maxEpochs the most passes over the rows, at least 1
/// @param averaged whether the model has the mean of the weights after each row of each epoch, rather
///     than the last ones (Y. Freund and R. Schapire, "Large Margin Classification Using the Perceptron
///     Algorithm", Machine Learning 37, 1999, 277–296); weights that stood long then count for much, and
///     data that no line separates is predicted better
public record Perceptron(int maxEpochs, boolean averaged) implements Classifier<Perceptron.Model> {

    public Perceptron {
        if (maxEpochs < 1) {
            throw new IllegalArgumentException("a perceptron needs at least 1 epoch, got " + maxEpochs);
        }
    }

    /// The perceptron of 1958, with its last weights.
    public Perceptron(int maxEpochs) {
        this(maxEpochs, false);
    }

    /// The line that was found. A row is of the second class where `x·w + b` is above 0, else of the first.
    ///
    /// @param classes the two labels, ascending
    /// @param coefficients w, shape `(d)`
    /// @param intercept b
    /// @param mistakes how many rows were on the wrong side when they were looked at, over all epochs
    /// @param epochs how many passes were made
    /// @param converged whether the last pass was without a mistake
    public record Model(
            List<Integer> classes, Vector coefficients, double intercept, int mistakes, int epochs, boolean converged)
            implements Classifier.Fitted {

        public Model {
            classes = List.copyOf(classes);
        }

        @Override
        public int featureCount() {
            return coefficients.size();
        }

        @Override
        public int[] predict(Matrix x) {
            ModelPreconditions.requireFeatures(featureCount(), x);
            Vector sums = x.times(coefficients);
            int[] labels = new int[x.rows()];
            for (int i = 0; i < labels.length; i++) {
                labels[i] = classes.get(sums.get(i) + intercept > 0 ? 1 : 0);
            }
            return labels;
        }
    }

    /// {@inheritDoc}
    ///
    /// @throws IllegalArgumentException as said there, and if there are more than two classes
    @Override
    public Model fit(Matrix x, int[] labels) {
        ModelPreconditions.requireTrainingSet(x, labels);
        LabelEncoding encoded = LabelEncoding.ofTwoClasses(labels);
        var learner = new Learner(x.columns());
        int epoch = 0;
        boolean converged = false;
        while (epoch < maxEpochs && !converged) {
            converged = learner.runEpoch(x, encoded.classIndices()) == 0;
            epoch++;
        }
        return learner.model(encoded.classes(), averaged, epoch, converged);
    }

    /// The weights while they change; the last one is the intercept, the weight of a feature that is
    /// always 1.
    private static final class Learner {

        private final double[] weights;
        private final double[] sums;
        private final double[] row;
        private long rowsSeen;
        private int mistakes;

        private Learner(int features) {
            weights = new double[features + 1];
            sums = new double[features + 1];
            row = new double[features + 1];
            row[features] = 1;
        }

        /// Looks at every row once; gives the number of mistakes.
        private int runEpoch(Matrix x, int[] classIndices) {
            int before = mistakes;
            for (int i = 0; i < x.rows(); i++) {
                x.copyRow(i, row);
                int target = classIndices[i] == 1 ? 1 : -1;
                if (target * dot(weights, row) <= 0) {
                    add(target);
                    mistakes++;
                }
                rowsSeen++;
            }
            return mistakes - before;
        }

        private void add(int target) {
            for (int j = 0; j < weights.length; j++) {
                weights[j] += target * row[j];
                // How long a change has stood is known at the end: until then it is kept with the time it came.
                sums[j] += target * row[j] * rowsSeen;
            }
        }

        private Model model(List<Integer> classes, boolean averaged, int epochs, boolean converged) {
            double[] finalWeights = weights.clone();
            for (int j = 0; j < finalWeights.length && averaged; j++) {
                finalWeights[j] -= sums[j] / rowsSeen;
            }
            int features = finalWeights.length - 1;
            Vector coefficients = Vector.of(Arrays.copyOf(finalWeights, features));
            return new Model(classes, coefficients, finalWeights[features], mistakes, epochs, converged);
        }

        private static double dot(double[] a, double[] b) {
            double sum = 0;
            for (int j = 0; j < a.length; j++) {
                sum += a[j] * b[j];
            }
            return sum;
        }
    }
}
