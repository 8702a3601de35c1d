package gradus.bench;

import gradus.bench.comparison.Comparison;
import gradus.bench.comparison.Measurements;
import gradus.bench.comparison.Options;
import gradus.bench.comparison.Participant;
import gradus.bench.comparison.Peer;
import gradus.bench.comparison.Report;
import gradus.bench.comparison.SpeedTarget;
import java.util.List;

/// Training of a small GPT, compared with DJL and PyTorch.
public final class Gpt {

    private static final String TRAINING = "training";

    private static final List<SpeedTarget> TARGETS = List.of(
            new SpeedTarget(TRAINING, Peer.DJL.displayName(), 1.6),
            new SpeedTarget(TRAINING, Peer.PYTORCH.displayName(), 1.5),
            new SpeedTarget(TRAINING, SpeedTarget.BEST, 1));

    public static void main(String[] arguments) throws Exception {
        Options options = Options.of(arguments);
        var report = new Report(
                options,
                "gpt",
                "6 layers, 6 heads, embedding dimension 384, 10.7 million parameters: batches of 8 sequences of 128 tokens from a"
                        + " vocabulary of 65, AdamW with learning rate 0.001 and weight decay 0.01, gradients clipped to a norm"
                        + " of 1 except by DJL. A sample is a step, always on the same batch, so that losses can be compared.");
        for (int threads : options.threads()) {
            Measurements measurements = new Comparison(options, threads, options.root())
                    .with(Participant.ours(options, "Gpt"))
                    .with(Peer.DJL, "Gpt")
                    .with(Peer.PYTORCH, "Gpt")
                    .run();
            String title = Report.threads(threads);
            report.table(title, measurements).targets(title, measurements, TARGETS);
        }
        report.publish();
    }

    private Gpt() {}
}
