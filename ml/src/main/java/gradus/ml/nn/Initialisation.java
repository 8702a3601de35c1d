package gradus.ml.nn;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Qr;
import gradus.ml.numbers.Rng;
import gradus.ml.tensor.Tensor;

/// How weights start: at random, so that units differ, and of a size that lets a signal through many layers
/// without growing or dying.
public final class Initialisation {

    private Initialisation() {}

    /// Uniform with variance 2 / (inputs + outputs), for layers that are linear near 0, as with tanh: X.
    /// Glorot and Y. Bengio, "Understanding the difficulty of training deep feedforward neural networks",
    /// 2010.
    public static Tensor xavierUniform(Rng rng, int inputs, int outputs) {
        return uniform(rng, Math.sqrt(6.0 / (inputs + outputs)), inputs, outputs);
    }

    /// Normal with variance 2 / inputs, for layers before a ReLU, which lets half of the signal through: K.
    /// He and others, "Delving Deep into Rectifiers", 2015.
    public static Tensor heNormal(Rng rng, int inputs, int outputs) {
        return Tensor.normal(rng, Math.sqrt(2.0 / inputs), inputs, outputs);
    }

    /// Columns of length `gain` at right angles, or rows where there are fewer of them; each such matrix is
    /// equally likely. With as many inputs as outputs and gain 1, no signal changes its length, however
    /// many layers there are; before a ReLU, the gain is √2. A. Saxe, J. McClelland and S. Ganguli, "Exact
    /// solutions to the nonlinear dynamics of learning in deep linear neural networks", 2014.
    /// O(inputs·outputs·min(inputs, outputs)).
    public static Tensor orthogonal(Rng rng, double gain, int inputs, int outputs) {
        int many = Math.max(inputs, outputs);
        int few = Math.min(inputs, outputs);
        Matrix q = Qr.of(Matrix.from(many, few, (_, _) -> rng.gaussian())).q();
        Tensor drawn = Tensor.zeros(inputs, outputs);
        for (int i = 0; i < inputs; i++) {
            for (int j = 0; j < outputs; j++) {
                drawn.set((float) (gain * (inputs >= outputs ? q.get(i, j) : q.get(j, i))), i, j);
            }
        }
        return drawn;
    }

    /// Numbers between `-limit` and `limit`, each equally likely.
    public static Tensor uniform(Rng rng, double limit, int... shape) {
        Tensor drawn = Tensor.zeros(shape);
        for (int i = 0; i < drawn.elementCount(); i++) {
            drawn.data()[i] = (float) (limit * (2 * rng.nextDouble() - 1));
        }
        return drawn;
    }
}
