package gradus.ml.nn;

import gradus.ml.autodiff.Tape;
import gradus.ml.autodiff.Variable;
import gradus.ml.kernel.UnaryFunction;
import gradus.ml.numbers.Rng;
import gradus.ml.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A small classification task: points on two interleaving crescents (`make_moons` in scikit-learn).
final class TwoMoons implements TrainingTask<int[]> {

    private static final int POINTS = 60;
    private static final int BATCH = 16;

    final Sequential model;
    private final float[] points = new float[2 * POINTS];
    private final int[] classes = new int[POINTS];

    /// The task for `model`, always with the same points.
    TwoMoons(Sequential model) {
        this.model = model;
        Rng rng = Rng.of(8);
        for (int i = 0; i < POINTS; i++) {
            double angle = Math.PI * rng.nextDouble();
            classes[i] = i % 2;
            double x = Math.cos(angle) + 0.08 * rng.gaussian();
            double y = Math.sin(angle) + 0.08 * rng.gaussian();
            points[2 * i] = (float) (classes[i] == 0 ? x : 1 - x);
            points[2 * i + 1] = (float) (classes[i] == 0 ? y : 0.5 - y);
        }
    }

    /// A network with dropout for this task.
    static Sequential network(long seed, double dropout) {
        Rng rng = Rng.of(seed);
        return Sequential.of(
                Linear.of(2, 16, rng), new Activation(UnaryFunction.TANH), new Dropout(dropout), Linear.of(16, 2, rng));
    }

    /// The last batch has 12 points, where the others have 16.
    @Override
    public List<int[]> batches(Rng rng) {
        int[] order = rng.permutation(POINTS);
        var batches = new ArrayList<int[]>();
        for (int from = 0; from < POINTS; from += BATCH) {
            batches.add(Arrays.copyOfRange(order, from, Math.min(POINTS, from + BATCH)));
        }
        return batches;
    }

    @Override
    public int batchSize(int[] batch) {
        return batch.length;
    }

    @Override
    public Variable loss(Tape tape, int[] batch) {
        int[] targets = Arrays.stream(batch).map(i -> classes[i]).toArray();
        return Losses.crossEntropy(model.forward(tape.constant(inputs(batch))), targets);
    }

    /// The loss on the training points themselves.
    @Override
    public double validationLoss(Tape tape) {
        return loss(tape, allIndices()).value().item();
    }

    /// Accuracy: the fraction of the points that the model classifies correctly.
    double accuracy() {
        Tensor logits =
                model.forward(Tape.inference().constant(inputs(allIndices()))).value();
        int correct = 0;
        for (int i = 0; i < POINTS; i++) {
            correct += (logits.get(i, 1) > logits.get(i, 0) ? 1 : 0) == classes[i] ? 1 : 0;
        }
        return correct / (double) POINTS;
    }

    private static int[] allIndices() {
        int[] all = new int[POINTS];
        Arrays.setAll(all, i -> i);
        return all;
    }

    private Tensor inputs(int[] batch) {
        float[] rows = new float[2 * batch.length];
        for (int i = 0; i < batch.length; i++) {
            System.arraycopy(points, 2 * batch[i], rows, 2 * i, 2);
        }
        return Tensor.of(rows, batch.length, 2);
    }
}
