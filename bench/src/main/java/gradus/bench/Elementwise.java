package gradus.bench;

import gradus.bench.comparison.Comparison;
import gradus.bench.comparison.Measurements;
import gradus.bench.comparison.Options;
import gradus.bench.comparison.Participant;
import gradus.bench.comparison.Peer;
import gradus.bench.comparison.Report;
import gradus.bench.comparison.SpeedTarget;
import java.util.List;

/// Operations upon each of a million numbers, or each of 1024 rows, beside PyTorch.
public final class Elementwise {

    private static final List<SpeedTarget> GOALS = List.of(
            new SpeedTarget("exp", SpeedTarget.BEST, 0.9),
            new SpeedTarget("gelu", SpeedTarget.BEST, 0.9),
            new SpeedTarget("softmax of rows", SpeedTarget.BEST, 1),
            new SpeedTarget("layer norm of rows", SpeedTarget.BEST, 1),
            new SpeedTarget("sum", SpeedTarget.BEST, 1));

    public static void main(String[] arguments) throws Exception {
        Options options = Options.of(arguments);
        var report = new Report(
                options,
                "elementwise",
                "A matrix of 1024 rows and as many columns, float, standard normal numbers; results go into an array that is"
                        + " there, but for PyTorch's layer norm. gelu is the form with the normal distribution.");
        for (int threads : options.threads()) {
            Measurements measurements = new Comparison(options, threads, options.root())
                    .with(Participant.ours(options, "Elementwise"))
                    .with(Peer.PYTORCH, "Elementwise")
                    .run();
            String title = Report.threads(threads);
            report.table(title, measurements).targets(title, measurements, GOALS);
        }
        report.publish();
    }

    private Elementwise() {}
}
