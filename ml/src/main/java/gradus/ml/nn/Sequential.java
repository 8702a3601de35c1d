package gradus.ml.nn;

import gradus.ml.autodiff.Variable;
import gradus.ml.kernel.UnaryFunction;
import gradus.ml.numbers.Rng;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Sequential model: each layer is applied to the output of the one before (`nn.Sequential` in PyTorch).
///
/// Parameters are named after the index of their layer, such as `0.weight`.
public record Sequential(List<Layer> layers) implements Layer {

    public Sequential {
        layers = List.copyOf(layers);
    }

    /// A model of these layers, in this order.
    public static Sequential of(Layer... layers) {
        return new Sequential(List.of(layers));
    }

    /// Multilayer perceptron (MLP): linear layers with an activation function after each but the last.
    ///
    /// @param sizes number of inputs, then the number of outputs of each linear layer
    /// @throws IllegalArgumentException if there are fewer than two sizes
    public static Sequential mlp(Rng rng, UnaryFunction activation, int... sizes) {
        if (sizes.length < 2) {
            throw new IllegalArgumentException(
                    "mlp needs at least an input and an output size, got " + sizes.length + " sizes");
        }
        var layers = new ArrayList<Layer>();
        for (int i = 1; i < sizes.length; i++) {
            layers.add(Linear.of(sizes[i - 1], sizes[i], rng));
            if (i < sizes.length - 1) {
                layers.add(new Activation(activation));
            }
        }
        return new Sequential(layers);
    }

    @Override
    public Variable forward(Variable x) {
        Variable y = x;
        for (Layer layer : layers) {
            y = layer.forward(y);
        }
        return y;
    }

    @Override
    public SequencedMap<String, Variable> parameters() {
        var named = new LinkedHashMap<String, Layer>();
        for (int i = 0; i < layers.size(); i++) {
            named.put(Integer.toString(i), layers.get(i));
        }
        return Module.parametersOf(named);
    }
}
