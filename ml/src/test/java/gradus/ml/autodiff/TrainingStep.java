package gradus.ml.autodiff;

import gradus.ml.kernel.UnaryFunction;
import gradus.ml.numbers.Rng;
import gradus.ml.tensor.Tensor;
import java.util.List;

/// One training step of a small transformer with everything that a large one has: embedding, attention, layer
/// normalisation, two linear layers, cross-entropy. It also uses elementary operations on views.
final class TrainingStep {

    static final int BATCH = 8;
    static final int LENGTH = 32;
    static final int FEATURES = 64;
    static final int CLASSES = 50;

    private final Variable table;
    private final Variable gain;
    private final Variable bias;
    private final Variable attention;
    private final Variable attentionBias;
    private final Variable up;
    private final Variable upBias;
    private final Variable down;
    private final Variable downBias;
    private final Variable head;
    private final Tensor gates;
    private final int[] ids = new int[BATCH * LENGTH];
    private final int[] targets = new int[BATCH * LENGTH];

    TrainingStep(long seed) {
        Rng rng = Rng.of(seed);
        table = drawn(rng, CLASSES, FEATURES);
        gain = Variable.parameter(Tensor.full(1, FEATURES));
        bias = drawn(rng, FEATURES);
        attention = drawn(rng, FEATURES, 3 * FEATURES);
        attentionBias = drawn(rng, 3 * FEATURES);
        up = drawn(rng, FEATURES, 2 * FEATURES);
        upBias = drawn(rng, 2 * FEATURES);
        down = drawn(rng, 2 * FEATURES, FEATURES);
        downBias = drawn(rng, FEATURES);
        head = drawn(rng, FEATURES, CLASSES);
        gates = Tensor.full(0.5f, BATCH, LENGTH, 1);
        for (int i = 0; i < ids.length; i++) {
            ids[i] = rng.nextInt(CLASSES);
            targets[i] = rng.nextInt(-1, CLASSES);
        }
    }

    private static Variable drawn(Rng rng, int... shape) {
        return Variable.parameter(Tensor.normal(rng, 0.2, shape));
    }

    List<Variable> parameters() {
        return List.of(table, gain, bias, attention, attentionBias, up, upBias, down, downBias, head);
    }

    Variable loss(Tape tape) {
        Variable x = VariableOps.gather(tape, table, ids).reshape(BATCH, LENGTH, FEATURES);
        Variable normal = VariableOps.layerNorm(x, gain, bias, 1e-5f);
        x = x.plus(VariableOps.causalSelfAttention(VariableOps.linear(normal, attention, attentionBias), 4));
        Variable hidden = VariableOps.linear(VariableOps.layerNorm(x, gain, bias, 1e-5f), up, upBias)
                .map(UnaryFunction.GELU);
        x = x.plus(VariableOps.linear(hidden, down, downBias)).times(tape.constant(gates));
        // Elementary operations on views and broadcast axes.
        Variable spread =
                x.minus(x.mean(-1)).dividedBy(x.times(x).mean(-1).plus(0.1f).map(UnaryFunction.SQRT));
        Variable swapped = spread.transpose(1, 0, 2).transpose(1, 0, 2).slice(1, 0, LENGTH);
        Variable logits = VariableOps.linear(swapped.plus(x.transpose().transpose()), head, zeros(tape));
        return VariableOps.crossEntropy(logits, targets)
                .plus(spread.slice(2, 1, 9).map(UnaryFunction.SQUARE).mean());
    }

    private Variable zeros(Tape tape) {
        return tape.constant(Tensor.zeros(CLASSES));
    }

    /// Runs a step. Returns the loss, followed by all gradients.
    float[] run(Tape tape) {
        Variable loss = loss(tape);
        tape.backward(loss);
        int size = 1;
        for (Variable parameter : parameters()) {
            size += parameter.shape().elementCount();
        }
        float[] all = new float[size];
        all[0] = loss.value().item();
        int at = 1;
        for (Variable parameter : parameters()) {
            float[] gradient = parameter.gradient().data();
            System.arraycopy(gradient, 0, all, at, gradient.length);
            at += gradient.length;
            parameter.clearGradient();
        }
        tape.reset();
        return all;
    }
}
