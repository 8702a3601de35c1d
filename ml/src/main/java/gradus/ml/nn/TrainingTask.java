package gradus.ml.nn;

import gradus.ml.autodiff.Tape;
import gradus.ml.autodiff.Variable;
import gradus.ml.numbers.Rng;

/// Learning task: the training and validation data of a model, and the loss. It is what a [Trainer] trains
/// on.
///
/// @param <B> type of a mini-batch: the examples of one training step
public interface TrainingTask<B> {

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
