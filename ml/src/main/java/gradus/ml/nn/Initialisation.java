package gradus.ml.nn;

import gradus.ml.numbers.Rng;
import gradus.ml.tensor.Tensor;

/// How weights start: at random, so that units differ, and of a size that lets a signal through many layers
/// without growing or dying.
public final class Initialisation {

    private Initialisation() {}

    /// Uniform with variance 2 / (inputs + outputs), for layers that are linear near 0, as with tanh: X.
    /// Glorot and Y. Bengio, "Understanding the difficulty of training deep feedforward neural networks",
    /// 2010.
    public static Tensor xavier(Rng rng, int inputs, int outputs) {
        return uniform(rng, Math.sqrt(6.0 / (inputs + outputs)), inputs, outputs);
    }

    /// Normal with variance 2 / inputs, for layers before a ReLU, which lets half of the signal through: K.
    /// He and others, "Delving Deep into Rectifiers", 2015.
    public static Tensor he(Rng rng, int inputs, int outputs) {
        return Tensor.normal(rng, Math.sqrt(2.0 / inputs), inputs, outputs);
    }

    /// Numbers between `-limit` and `limit`, each equally likely.
    public static Tensor uniform(Rng rng, double limit, int... shape) {
        Tensor drawn = Tensor.zeros(shape);
        for (int i = 0; i < drawn.count(); i++) {
            drawn.data()[i] = (float) (limit * (2 * rng.nextDouble() - 1));
        }
        return drawn;
    }
}
