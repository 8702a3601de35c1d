package gradus.lab.small_gpt;

import gradus.ml.autodiff.Tape;
import gradus.ml.autodiff.Variable;
import gradus.ml.nn.Optimiser;
import gradus.ml.transformer.Corpus;
import gradus.ml.transformer.Gpt;

/// One step of the training of a GPT.
public final class TrainingStep {

    private TrainingStep() {}

    /// Moves the weights of `model` one step against the gradient of its loss on `batch`.
    ///
    /// @return the loss before the step, in nats a token
    public static double take(Gpt model, Corpus.Batch batch, Tape tape, Optimiser optimiser, double learningRate) {
        tape.reset();
        Variable loss = model.loss(tape, batch);
        tape.backward(loss);
        optimiser.step(learningRate);
        return loss.value().item();
    }
}
