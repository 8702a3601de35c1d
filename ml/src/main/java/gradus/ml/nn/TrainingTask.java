package gradus.ml.nn;

import gradus.ml.autodiff.Tape;
import gradus.ml.autodiff.Variable;
import gradus.ml.numbers.Rng;

/// Learning task: the training and validation data of a model, and the loss. It is what a [Trainer] trains
/// on. For labelled examples in memory, [#supervised] makes one.
///
/// @param <B> type of a mini-batch: the examples of one training step
public interface TrainingTask<B> {

    /// Supervised learning from labelled examples in memory: mini-batches of the shuffled training set, the
    /// last of which may be smaller, with the loss of [TensorDataset#loss].
    ///
    /// The validation loss is computed in one forward pass over the whole validation set.
    ///
    /// @param validation examples that are not used in training; of the same kind
    /// @throws IllegalArgumentException if `batchSize` is below 1, or one set has classes and the other
    ///     targets, or inputs of different shapes
    static TrainingTask<TensorDataset> supervised(
            Layer model, TensorDataset training, TensorDataset validation, int batchSize) {
        return new SupervisedTask(model, training, validation, batchSize);
    }

    /// The mini-batches of one epoch, in order.
    ///
    /// @param rng randomness for shuffling or sampling
    Iterable<B> batches(Rng rng);

    /// Batch size: the number of examples in a batch, which weights its loss in the mean of the epoch.
    int batchSize(B batch);

    /// The loss on a batch: a variable with 1 element, the mean over its examples.
    Variable loss(Tape tape, B batch);

    /// Validation loss: the loss on the validation set, examples that are not used in training.
    ///
    /// @param tape an inference tape: nothing is recorded, and dropout is off
    double validationLoss(Tape tape);
}
