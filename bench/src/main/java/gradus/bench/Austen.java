package gradus.bench;

import gradus.bench.comparison.Options;
import gradus.bench.comparison.Report;
import gradus.ml.autodiff.Tape;
import gradus.ml.autodiff.Variable;
import gradus.ml.nn.Adam;
import gradus.ml.nn.LearningRateSchedule;
import gradus.ml.nn.Optimiser;
import gradus.ml.numbers.Rng;
import gradus.ml.transformer.CharacterTokeniser;
import gradus.ml.transformer.Corpus;
import gradus.ml.transformer.Gpt;
import gradus.ml.transformer.TokenSampler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/// How well a small character-level GPT models Jane Austen's language after less than two minutes of
/// training. The training set is her six novels without the last tenth, which is the test set.
public final class Austen {

    private static final int CONTEXT = 64;
    private static final int BATCH = 16;
    private static final int STEPS = 2000;
    private static final int LETTERS = 600;

    public static void main(String[] arguments) throws Exception {
        Options options = Options.of(arguments);
        String novels = read(options.root().resolve("data/austen/novels.txt.gz"));
        CharacterTokeniser characterTokeniser = CharacterTokeniser.of(novels);
        int cut = novels.length() / 10 * 9;
        Corpus learned = Corpus.of(characterTokeniser.encode(novels.substring(0, cut)));
        Corpus tested = Corpus.of(characterTokeniser.encode(novels.substring(cut)));
        Rng rng = Rng.of(1);
        Gpt model = Gpt.of(new Gpt.Config(characterTokeniser.vocabularySize(), CONTEXT, 4, 4, 128, 0), rng);
        var report = new Report(
                options,
                "austen",
                "A GPT of 4 layers, 4 heads, width 128 and context 64 (" + model.parameterCount()
                        + " weights) learns the novels of Jane"
                        + " Austen but for the last tenth, letter by letter: " + STEPS + " steps of " + BATCH
                        + " pieces. The"
                        + " bar is 1.75 nats a letter on that tenth within 2 minutes.",
                "1 run");
        long start = System.nanoTime();
        Optimiser optimiser = new Adam(0.9, 0.99, 1e-8, 0.1, 1).optimiserFor(model);
        LearningRateSchedule learningRateSchedule = LearningRateSchedule.cosine(3e-3, 1e-4, STEPS / 20, STEPS);
        Tape tape = Tape.recording();
        report.line("| step | nats a letter | seconds |").line("| ---: | ---: | ---: |");
        for (int step = 1; step <= STEPS; step++) {
            Corpus.Batch batch = learned.sampleBatch(BATCH, CONTEXT, rng);
            tape.reset();
            Variable loss = model.loss(tape, batch.ids(), batch.targets(), batch.size());
            tape.backward(loss);
            optimiser.step(learningRateSchedule.learningRate(optimiser.steps()));
            if (step % 500 == 0) {
                double seconds = (System.nanoTime() - start) * 1e-9;
                report.line(String.format(Locale.ROOT, "| %d | %.3f | %.1f |", step, nats(model, tested), seconds));
            }
        }
        String opening = "It is a truth universally acknowledged";
        int[] written = model.generate(characterTokeniser.encode(opening), LETTERS, new TokenSampler(0.8, 40), rng);
        report.line("").line("It goes on from \"" + opening + "\":").line("").line("```");
        report.line(opening + characterTokeniser.decode(written)).line("```").publish();
    }

    /// The mean loss on 512 sequences of the test set.
    private static double nats(Gpt model, Corpus tested) {
        Tape tape = Tape.inference();
        Rng rng = Rng.of(7);
        double sum = 0;
        for (int i = 0; i < 16; i++) {
            Corpus.Batch batch = tested.sampleBatch(32, CONTEXT, rng);
            tape.reset();
            sum += model.loss(tape, batch.ids(), batch.targets(), batch.size())
                    .value()
                    .item();
        }
        return sum / 16;
    }

    private static String read(Path file) throws IOException {
        try (var stream = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Austen() {}
}
