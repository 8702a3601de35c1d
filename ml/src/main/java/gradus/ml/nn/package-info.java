/// Neural networks: layers, losses, optimisers and the training loop.
///
/// Read in this order:
///
/// 1. [gradus.ml.nn.Module] has parameters, and [gradus.ml.nn.Layer] is a module that maps one variable to
///    another.
/// 2. The layers, from simple to complex: [gradus.ml.nn.Activation], [gradus.ml.nn.Linear],
///    [gradus.ml.nn.Sequential], [gradus.ml.nn.Embedding], [gradus.ml.nn.LayerNorm], [gradus.ml.nn.Dropout].
///    [gradus.ml.nn.Initialisation] draws their initial weights.
/// 3. [gradus.ml.nn.Losses]: loss functions, which measure how far outputs are from the targets.
/// 4. [gradus.ml.nn.Optimiser]: updates the parameters so that the loss decreases. There are
///    [gradus.ml.nn.Sgd] and [gradus.ml.nn.Adam], and [gradus.ml.nn.LearningRateSchedule] sets the learning
///    rate of each step.
/// 5. [gradus.ml.nn.Trainer]: the training loop, with early stopping. A [gradus.ml.nn.TrainingTask] provides
///    the batches and the losses.
/// 6. [gradus.ml.nn.Checkpoint]: saves and restores a model, or the state of a training run that is to be
///    resumed.
///
/// A network that reads handwritten digits, from images as arrays of pixels:
///
/// ```java
/// Sequential network = Sequential.mlp(Rng.of(1), UnaryFunction.RELU, 28 * 28, 64, 10);
/// var task = TrainingTask.supervised(network, digits(0, 2000), digits(2000, 2500), 50);
/// var trainer = new Trainer(12, LearningRateSchedule.constant(0.002), 3, 0);
/// Trainer.History history = trainer.fit(network, Adam.defaults().optimiserFor(network), task, Rng.of(2));
///
/// TensorDataset.Classification test = digits(9000, 10_000);
/// int[] predicted = Selection.argmax(network.predict(test.inputs()), 1);
/// ```
///
/// There is no switch between training and evaluation mode (`model.train()`, `model.eval()` in PyTorch): a
/// layer that behaves differently in training, such as dropout, checks whether the tape is recording.
///
/// [gradus.ml.nn.Module] has the same name as [java.lang.Module], which every file imports. A single-type
/// import takes precedence:
///
/// ```java
/// import module gradus.ml;
/// import gradus.ml.nn.Module;
/// ```
package gradus.ml.nn;
