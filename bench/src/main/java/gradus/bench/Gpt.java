package gradus.bench;

import gradus.bench.contest.Contest;
import gradus.bench.contest.Options;
import gradus.bench.contest.Peer;
import gradus.bench.contest.Report;

/// A small GPT that learns, beside DJL and PyTorch.
public final class Gpt {

    public static void main(String[] arguments) throws Exception {
        Options options = Options.of(arguments);
        var report = new Report(
                options,
                "gpt",
                "Six layers of six heads, width 384, 10.7 million parameters, no biases but those of DJL's layer norm: batches of"
                        + " 8 sequences of 128 tokens out of 65, AdamW with 0.001, gradients clipped at a norm of 1 but by DJL."
                        + " A sample is a step; the batch is the same one in each, so that losses can be compared.");
        for (int threads : options.threads()) {
            report.table(
                    Report.threads(threads),
                    new Contest(options, threads, options.root())
                            .with(Peer.DJL, "Gpt")
                            .with(Peer.PYTORCH, "Gpt")
                            .run());
        }
        report.publish();
    }

    private Gpt() {}
}
