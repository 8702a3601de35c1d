/// Networks: what they are made of, what they are asked to make small, and how they learn.
///
/// A [gradus.ml.nn.Module] has parameters; a [gradus.ml.nn.Layer] is a module that makes one variable of
/// another. In order of increasing complexity: [gradus.ml.nn.Activation], [gradus.ml.nn.Linear],
/// [gradus.ml.nn.Sequential], [gradus.ml.nn.Embedding], [gradus.ml.nn.LayerNorm], [gradus.ml.nn.Dropout].
/// [gradus.ml.nn.Losses] says how wrong an output is, an [gradus.ml.nn.Optimiser] changes the parameters so
/// that it gets less so, [gradus.ml.nn.Trainer] does that over and over, and a [gradus.ml.nn.Checkpoint]
/// keeps what came of it.
///
/// Nothing is switched between training and use: a layer that behaves differently in training, as dropout
/// does, does so on a recording tape.
package gradus.ml.nn;
