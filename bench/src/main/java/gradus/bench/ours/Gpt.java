package gradus.bench.ours;

import gradus.bench.comparison.BenchmarkData;
import gradus.bench.comparison.Stopwatch;
import gradus.ml.autodiff.Tape;
import gradus.ml.autodiff.Variable;
import gradus.ml.nn.Adam;
import gradus.ml.nn.Optimiser;
import gradus.ml.numbers.Rng;

/// Trains a small GPT on one batch of tokens with the library.
public final class Gpt {

    private static final int LENGTH = 128;
    private static final int BATCH = 8;
    private static final int VOCABULARY = 65;

    private final int[] tokens = BenchmarkData.uniformInts(BATCH * LENGTH, VOCABULARY, 1);
    private final int[] next = BenchmarkData.uniformInts(BATCH * LENGTH, VOCABULARY, 2);
    private final Tape tape = Tape.recording();
    private final gradus.ml.transformer.Gpt model = gradus.ml.transformer.Gpt.of(
            new gradus.ml.transformer.Gpt.Config(VOCABULARY, LENGTH, 6, 6, 384, 0), Rng.of(1));
    private final Optimiser adamW = new Adam(0.9, 0.999, 1e-8, 0.01, 1).optimiserFor(model);

    private Gpt() {}

    public static void main(String[] arguments) throws Exception {
        Stopwatch watch = Stopwatch.of(arguments);
        var gpt = new Gpt();
        for (int step = 1; step < 20; step++) {
            gpt.step();
        }
        watch.report("loss of step 20", gpt.step(), "nats");
        watch.rate("training", BATCH * LENGTH, "tokens/s", gpt::step);
    }

    private double step() {
        tape.reset();
        Variable loss = model.loss(tape, tokens, next, BATCH);
        tape.backward(loss);
        adamW.step(1e-3);
        return loss.value().item();
    }
}
