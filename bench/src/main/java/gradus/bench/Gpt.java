package gradus.bench;

import gradus.bench.contest.Contender;
import gradus.bench.contest.Contest;
import gradus.bench.contest.Goal;
import gradus.bench.contest.Options;
import gradus.bench.contest.Peer;
import gradus.bench.contest.Report;
import gradus.bench.contest.Scores;
import java.util.List;

/// A small GPT that learns, beside DJL and PyTorch.
public final class Gpt {

    private static final String TRAINING = "training";

    private static final List<Goal> GOALS = List.of(
            new Goal(TRAINING, Peer.DJL.shown(), 1.6),
            new Goal(TRAINING, Peer.PYTORCH.shown(), 1.5),
            new Goal(TRAINING, Goal.BEST, 1));

    public static void main(String[] arguments) throws Exception {
        Options options = Options.of(arguments);
        var report = new Report(
                options,
                "gpt",
                "Six layers of six heads, width 384, 10.7 million parameters: batches of 8 sequences of 128 tokens out of 65,"
                        + " AdamW with 0.001 and a decay of 0.01, gradients clipped at a norm of 1 but by DJL. A sample is a step;"
                        + " the batch is the same one in each, so that losses can be compared.");
        for (int threads : options.threads()) {
            Scores scores = new Contest(options, threads, options.root())
                    .with(Contender.ours(options, "Gpt"))
                    .with(Peer.DJL, "Gpt")
                    .with(Peer.PYTORCH, "Gpt")
                    .run();
            String title = Report.threads(threads);
            report.table(title, scores).goals(title, scores, GOALS);
        }
        report.publish();
    }

    private Gpt() {}
}
