package gradus.ml.autodiff;

import gradus.ml.tensor.Tensor;
import java.util.List;

/// The tensors of an operation that its backward pass may need (saved tensors in PyTorch): the values of the
/// inputs and of the result. They are not copied. Instead, their versions tell whether they are still what
/// the forward pass has read and written.
final class SavedTensors {

    private static final int[] NONE = {};

    private SavedTensors() {}

    /// The versions of the inputs and of the result, in this order; none for a leaf.
    static int[] versions(List<Variable> inputs, Tensor result) {
        int n = inputs.size();
        if (n == 0) {
            return NONE;
        }
        int[] versions = new int[n + 1];
        for (int i = 0; i < n; i++) {
            versions[i] = inputs.get(i).value.version();
        }
        versions[n] = result.version();
        return versions;
    }

    /// The value of input `i` of a result.
    ///
    /// @throws IllegalStateException if it was written to since the forward pass
    static Tensor input(Variable result, int i) {
        return unchanged(result.inputs.get(i).value, result.versions[i]);
    }

    /// The value of a result; throws as [#input] does.
    static Tensor result(Variable result) {
        return unchanged(result.value, result.versions[result.inputs.size()]);
    }

    private static Tensor unchanged(Tensor saved, int version) {
        if (saved.version() != version) {
            throw new IllegalStateException("a tensor of shape " + saved.shape() + " was changed after the forward"
                    + " pass, so the gradient would be wrong; call backward before you change it, as an optimiser does"
                    + " with parameters, or compute the loss again");
        }
        return saved;
    }
}
