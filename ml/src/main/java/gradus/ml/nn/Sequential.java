package gradus.ml.nn;

import gradus.ml.autodiff.Variable;
import gradus.ml.kernel.UnaryFunction;
import gradus.ml.numbers.Rng;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Layers one after the other.
public record Sequential(List<Layer> layers) implements Layer {

    public Sequential {
        layers = List.copyOf(layers);
    }

    /// These layers, in this order.
    public static Sequential of(Layer... layers) {
        return new Sequential(List.of(layers));
    }

    /// A multi-layer perceptron: linear layers of these sizes, with an activation after each but the last.
    ///
    /// @param sizes how many numbers go in, come out of each layer, and come out at the end
    public static Sequential mlp(Rng rng, UnaryFunction activation, int... sizes) {
        if (sizes.length < 2) {
            throw new IllegalArgumentException(
                    "a perceptron has an input and an output size at least, got " + sizes.length + " sizes");
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
