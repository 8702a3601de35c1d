package gradus.checks.digit_network;

import static gradus.proctor.assertions.Expect.calling;

import gradus.lab.digit_network.DigitNetwork;
import gradus.ml.autodiff.Tape;
import gradus.ml.nn.Layer;
import gradus.ml.nn.Sequential;
import gradus.ml.numbers.Rng;
import gradus.ml.tensor.Tensor;
import gradus.proctor.assertions.Clause;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DigitNetworkTest {

    @Test
    @DisplayName("the network has 235,146 weights")
    @Clause("layers")
    void weights() {
        calling("DigitNetwork.layers(Rng.of(1)).parameterCount()", () -> (int)
                        DigitNetwork.layers(Rng.of(1)).parameterCount())
                .gives(784 * 256 + 256 + 256 * 128 + 128 + 128 * 10 + 10, "784·256 + 256, 256·128 + 128 and 128·10 + 10");
    }

    @Test
    @DisplayName("each image gets ten logits")
    @Clause("layers")
    void logits() {
        Sequential network = DigitNetwork.layers(Rng.of(1));
        calling("DigitNetwork.layers(Rng.of(1)).forward(3 images).shape()", () -> network.forward(
                                Tape.inference().constant(Tensor.zeros(3, 784)))
                        .value()
                        .shape()
                        .toString())
                .gives("(3, 10)", "3 images, 10 digits");
    }

    @Test
    @DisplayName("the largest logit decides")
    @Clause("read")
    void largest() {
        Layer same = Sequential.of();
        calling("DigitNetwork.read(identity, {{1, 5, 2}, {0, −1, −2}})", () -> DigitNetwork.read(
                        same, Tensor.of(new float[] {1, 5, 2, 0, -1, -2}, 2, 3)))
                .gives(new int[] {1, 0}, "5 is the largest of the first row, 0 of the second");
    }
}
