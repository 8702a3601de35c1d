package gradus.lab.digit_network;

import gradus.ml.autodiff.Tape;
import gradus.ml.kernel.UnaryFunction;
import gradus.ml.nn.Layer;
import gradus.ml.nn.Sequential;
import gradus.ml.numbers.Rng;
import gradus.ml.tensor.Tensor;

/// A network that reads handwritten digits.
public final class DigitNetwork {

    private DigitNetwork() {}

    /// A network from 784 pixels to 10 logits, over hidden layers of 256 and 128.
    public static Sequential layers(Rng rng) {
        return Sequential.mlp(rng, UnaryFunction.RELU, 784, 256, 128, 10);
    }

    /// What the network reads on each image: the class of its largest logit.
    ///
    /// @param images shape `(N, P)`
    /// @return N classes
    public static int[] read(Layer network, Tensor images) {
        float[] logits = network.forward(Tape.inference().constant(images)).value().toArray();
        int n = images.shape().size(0);
        int classes = logits.length / n;
        int[] read = new int[n];
        for (int i = 0; i < n; i++) {
            for (int c = 1; c < classes; c++) {
                if (logits[i * classes + c] > logits[i * classes + read[i]]) {
                    read[i] = c;
                }
            }
        }
        return read;
    }
}
