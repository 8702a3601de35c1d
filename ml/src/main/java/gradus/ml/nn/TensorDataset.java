package gradus.ml.nn;

import gradus.ml.autodiff.Variable;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.tensor.Selection;
import gradus.ml.tensor.Tensor;
import java.util.Arrays;

/// Labelled examples in memory, for a [TrainingTask] (`TensorDataset` in PyTorch): inputs with a class each,
/// or with a target each.
///
/// Example i is row i, along the first axis. Tensors are not copied, so don't write to them afterwards.
public sealed interface TensorDataset {

    /// The inputs, shape `(n, …)`.
    Tensor inputs();

    /// The loss of a model on these examples: a mean over them.
    ///
    /// @param output what the model gives for [#inputs]
    /// @throws IllegalArgumentException if its shape does not fit
    Variable loss(Variable output);

    /// The examples at these indices, in this order. Copies them.
    ///
    /// @throws IllegalArgumentException if there are none
    /// @throws IndexOutOfBoundsException if an index is not from 0 to n − 1
    TensorDataset rows(int... indices);

    /// The examples from index `from` to `to − 1`, such as a validation set. Copies them; shuffle them before
    /// if their order means something.
    ///
    /// @throws IllegalArgumentException if there are none
    /// @throws IndexOutOfBoundsException if the range does not lie within 0 to n
    TensorDataset slice(int from, int to);

    /// Number of examples, n.
    default int size() {
        return inputs().size(0);
    }

    /// Examples for classification.
    ///
    /// @throws IllegalArgumentException as [Classification#Classification]
    static Classification of(Tensor inputs, int[] classes) {
        return new Classification(inputs, classes);
    }

    /// Examples for regression.
    ///
    /// @throws IllegalArgumentException as [Regression#Regression]
    static Regression of(Tensor inputs, Tensor targets) {
        return new Regression(inputs, targets);
    }

    /// Examples for classification, one in each row, rounded to `float`.
    ///
    /// @throws IllegalArgumentException as [Classification#Classification]
    static Classification of(Matrix inputs, int[] classes) {
        return of(toTensor(inputs.flatten(), inputs.rows(), inputs.columns()), classes);
    }

    /// Examples for regression, one in each row, rounded to `float`. The targets get shape `(n, 1)`, that of
    /// the output of a model with 1 output.
    ///
    /// @throws IllegalArgumentException as [Regression#Regression]
    static Regression of(Matrix inputs, Vector targets) {
        Tensor column = toTensor(targets.toArray(), targets.size(), 1);
        return of(toTensor(inputs.flatten(), inputs.rows(), inputs.columns()), column);
    }

    /// Inputs with a class each. The loss is [Losses#crossEntropy].
    ///
    /// @param inputs shape `(n, …)`, with at least 1 example; all numbers finite
    /// @param classes class index of each example, from 0
    record Classification(Tensor inputs, int[] classes) implements TensorDataset {

        /// Checks the examples, and copies the classes.
        ///
        /// @throws IllegalArgumentException if there is no example, a number is not finite, a class is
        ///     negative, or there is not one class for each example
        public Classification {
            requireExamples(inputs, "classes", classes.length);
            classes = classes.clone();
            for (int i = 0; i < classes.length; i++) {
                Require.atLeast("the class at index " + i, classes[i], 0);
            }
        }

        /// A copy of the class indices, shape `(n)`.
        @Override
        public int[] classes() {
            return classes.clone();
        }

        @Override
        public Variable loss(Variable logits) {
            return Losses.crossEntropy(logits, classes);
        }

        @Override
        public Classification rows(int... indices) {
            Tensor chosen = Selection.gather(inputs, 0, indices);
            return of(chosen, Arrays.stream(indices).map(i -> classes[i]).toArray());
        }

        @Override
        public Classification slice(int from, int to) {
            return of(inputs.slice(0, from, to).copy(), Arrays.copyOfRange(classes, from, to));
        }
    }

    /// Inputs with a target each. The loss is [Losses#meanSquaredError].
    ///
    /// @param inputs shape `(n, …)`, with at least 1 example; all numbers finite
    /// @param targets shape `(n, …)`, that of the output of the model; all numbers finite
    record Regression(Tensor inputs, Tensor targets) implements TensorDataset {

        /// Checks the examples.
        ///
        /// @throws IllegalArgumentException if there is no example, a number is not finite, or there is not
        ///     one target for each example
        public Regression {
            requireExamples(inputs, "targets", targets.rank() == 0 ? 0 : targets.size(0));
            requireFinite("targets", targets);
        }

        @Override
        public Variable loss(Variable output) {
            return Losses.meanSquaredError(output, targets);
        }

        @Override
        public Regression rows(int... indices) {
            return of(Selection.gather(inputs, 0, indices), Selection.gather(targets, 0, indices));
        }

        @Override
        public Regression slice(int from, int to) {
            return of(
                    inputs.slice(0, from, to).copy(), targets.slice(0, from, to).copy());
        }
    }

    private static Tensor toTensor(double[] values, int rows, int columns) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return Tensor.of(floats, rows, columns);
    }

    private static void requireExamples(Tensor inputs, String labels, int count) {
        if (inputs.rank() == 0 || inputs.size(0) == 0) {
            throw new IllegalArgumentException(
                    "inputs must have shape (n, …) with at least 1 example, got " + inputs.shape());
        }
        if (count != inputs.size(0)) {
            throw new IllegalArgumentException(
                    labels + " must be one for each of the " + inputs.size(0) + " examples, got " + count);
        }
        requireFinite("inputs", inputs);
    }

    private static void requireFinite(String what, Tensor x) {
        int i = 0;
        for (float each : x.toArray()) {
            if (!Float.isFinite(each)) {
                throw new IllegalArgumentException(what + " must be finite and fit into a float, got " + each
                        + " in example " + i / (x.elementCount() / x.size(0)) + "; impute or drop it");
            }
            i++;
        }
    }
}
