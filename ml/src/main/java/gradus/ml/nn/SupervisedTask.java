package gradus.ml.nn;

import gradus.ml.autodiff.Tape;
import gradus.ml.autodiff.Variable;
import gradus.ml.data.split.Batches;
import gradus.ml.numbers.Rng;
import java.util.Arrays;

/// Supervised learning: shuffled mini-batches of labelled examples, with the loss that belongs to them.
record SupervisedTask(Layer model, TensorDataset training, TensorDataset validation, int batchSize)
        implements TrainingTask<TensorDataset> {

    SupervisedTask {
        Require.atLeast("batchSize", batchSize, 1);
        int[] shape = training.inputs().shape().withSize(0, 1).sizes();
        int[] validationShape = validation.inputs().shape().withSize(0, 1).sizes();
        if (training.getClass() != validation.getClass() || !Arrays.equals(shape, validationShape)) {
            throw new IllegalArgumentException("training and validation need the same kind of labels and inputs of the"
                    + " same shape, got " + described(training) + " and " + described(validation));
        }
    }

    private static String described(TensorDataset dataset) {
        return dataset.getClass().getSimpleName() + " with inputs of shape "
                + dataset.inputs().shape();
    }

    @Override
    public Iterable<TensorDataset> batches(Rng rng) {
        var rows = Batches.of(training.size(), batchSize).shuffled(rng);
        return () -> rows.stream().map(training::rows).iterator();
    }

    @Override
    public int batchSize(TensorDataset batch) {
        return batch.size();
    }

    @Override
    public Variable loss(Tape tape, TensorDataset batch) {
        return batch.loss(model.forward(tape.constant(batch.inputs())));
    }

    @Override
    public double validationLoss(Tape tape) {
        return loss(tape, validation).value().item();
    }
}
