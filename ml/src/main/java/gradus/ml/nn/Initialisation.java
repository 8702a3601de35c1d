package gradus.ml.nn;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Qr;
import gradus.ml.numbers.Rng;
import gradus.ml.tensor.Tensor;

/// Weight initialisation. Initial weights are random, because equal units would get equal gradients and stay
/// equal. Their variance is chosen so that activations and gradients neither explode nor vanish across many
/// layers.
///
/// Shapes are `(inputs, outputs)`, the fan-in and the fan-out. Both must be at least 1, and a scale must be
/// finite and at least 0; else an [IllegalArgumentException] is thrown.
public final class Initialisation {

    private Initialisation() {}

    /// Xavier (Glorot) initialisation: uniform with variance `2 / (inputs + outputs)`, for layers followed by
    /// an activation that is close to the identity near 0, such as tanh.
    ///
    /// Source: X. Glorot and Y. Bengio, "Understanding the difficulty of training deep feedforward neural
    /// networks", 2010.
    public static Tensor xavierUniform(Rng rng, int inputs, int outputs) {
        requireSizes(inputs, outputs);
        return uniform(rng, Math.sqrt(6.0 / ((double) inputs + outputs)), inputs, outputs);
    }

    /// He (Kaiming) initialisation: normal with variance `2 / inputs`, for layers followed by a ReLU, which
    /// sets about half of its inputs to 0.
    ///
    /// Source: K. He and others, "Delving Deep into Rectifiers", 2015.
    public static Tensor heNormal(Rng rng, int inputs, int outputs) {
        requireSizes(inputs, outputs);
        return Tensor.normal(rng, Math.sqrt(2.0 / inputs), inputs, outputs);
    }

    /// Orthogonal initialisation: a random matrix whose columns (or rows, if there are fewer of them) are
    /// orthogonal and have length `gain`, uniformly distributed among all such matrices. With as many inputs
    /// as outputs and gain 1, a linear network of any depth preserves the norm of every input. Before a ReLU,
    /// use gain √2. O(inputs·outputs·min(inputs, outputs)).
    ///
    /// Source: A. Saxe, J. McClelland and S. Ganguli, "Exact solutions to the nonlinear dynamics of learning
    /// in deep linear neural networks", 2014.
    public static Tensor orthogonal(Rng rng, double gain, int inputs, int outputs) {
        requireSizes(inputs, outputs);
        Require.nonNegative("gain", gain);
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

    /// Independent draws from the uniform distribution between `−limit` and `limit`.
    public static Tensor uniform(Rng rng, double limit, int... shape) {
        Require.nonNegative("limit", limit);
        Tensor drawn = Tensor.zeros(shape);
        for (int i = 0; i < drawn.elementCount(); i++) {
            drawn.data()[i] = (float) (limit * (2 * rng.nextDouble() - 1));
        }
        return drawn;
    }

    private static void requireSizes(int inputs, int outputs) {
        Require.atLeast("inputs", inputs, 1);
        Require.atLeast("outputs", outputs, 1);
    }
}
