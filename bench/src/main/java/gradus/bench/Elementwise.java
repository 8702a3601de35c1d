package gradus.bench;

import gradus.bench.contest.Contender;
import gradus.bench.contest.Contest;
import gradus.bench.contest.Goal;
import gradus.bench.contest.Options;
import gradus.bench.contest.Peer;
import gradus.bench.contest.Report;
import gradus.bench.contest.Scores;
import java.util.List;

/// Operations upon each of a million numbers, or each of 1024 rows, beside PyTorch.
public final class Elementwise {

    private static final List<Goal> GOALS = List.of(
            new Goal("exp", Goal.BEST, 0.9),
            new Goal("gelu", Goal.BEST, 0.9),
            new Goal("softmax of rows", Goal.BEST, 1),
            new Goal("layer norm of rows", Goal.BEST, 1),
            new Goal("sum", Goal.BEST, 1));

    public static void main(String[] arguments) throws Exception {
        Options options = Options.of(arguments);
        var report = new Report(
                options,
                "elementwise",
                "A matrix of 1024 rows and as many columns, float, standard normal numbers; results go into an array that is"
                        + " there, but for PyTorch's layer norm. gelu is the form with the normal distribution.");
        for (int threads : options.threads()) {
            Scores scores = new Contest(options, threads, options.root())
                    .with(Contender.ours(options, "Elementwise"))
                    .with(Peer.PYTORCH, "Elementwise")
                    .run();
            String title = Report.threads(threads);
            report.table(title, scores).goals(title, scores, GOALS);
        }
        report.publish();
    }

    private Elementwise() {}
}
