package gradus.ml.nn;

import gradus.ml.autodiff.Tape;
import gradus.ml.autodiff.Variable;
import gradus.ml.numbers.Rng;

/// What a network is to learn.
///
/// @param <B> some examples: what one step learns from
public interface Task<B> {

    /// The batches of one epoch, in the order in which they come.
    Iterable<B> batches(Rng rng);

    /// How many examples a batch has: what its loss counts in the mean of an epoch.
    int batchSize(B batch);

    /// How wrong the model is on a batch: a mean over its examples, one number.
    Variable loss(Tape tape, B batch);

    /// How wrong the model is on examples that it does not learn from.
    ///
    /// @param tape a silent one, on which nothing is learned
    double validationLoss(Tape tape);
}
