package gradus.ml.autodiff;

import gradus.ml.tensor.Tensor;
import java.util.List;

/// The tensors of an operation that its backward pass may need (saved tensors in PyTorch): the values of the
/// inputs and of the result. They are not copied. Instead, their versions tell whether they are still what
/// the forward pass has read and written.
final class SavedTensors {

    private final Tensor[] tensors;
    private final int[] versions;

    private SavedTensors(Tensor[] tensors, int[] versions) {
        this.tensors = tensors;
        this.versions = versions;
    }

    static SavedTensors of(List<Variable> inputs, Tensor result) {
        Tensor[] tensors = new Tensor[inputs.size() + 1];
        int[] versions = new int[tensors.length];
        for (int i = 0; i < tensors.length; i++) {
            tensors[i] = i < inputs.size() ? inputs.get(i).value : result;
            versions[i] = tensors[i].version();
        }
        return new SavedTensors(tensors, versions);
    }

    /// The value of input `i`.
    ///
    /// @throws IllegalStateException if it was written to since the forward pass
    Tensor input(int i) {
        if (tensors[i].version() != versions[i]) {
            throw new IllegalStateException("a tensor of shape " + tensors[i].shape() + " was changed after the forward"
                    + " pass, so the gradient would be wrong; call backward before you change it, as an optimiser does"
                    + " with parameters, or compute the loss again");
        }
        return tensors[i];
    }

    /// The value of the result; throws as [#input] does.
    Tensor result() {
        return input(tensors.length - 1);
    }
}
