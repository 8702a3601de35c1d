package gradus.bench;

import gradus.bench.comparison.Comparison;
import gradus.bench.comparison.Measurements;
import gradus.bench.comparison.Options;
import gradus.bench.comparison.Participant;
import gradus.bench.comparison.Peer;
import gradus.bench.comparison.Report;
import gradus.bench.comparison.SpeedTarget;
import java.util.List;

/// Elementwise operations on a million numbers and row-wise operations on 1024 rows, compared with PyTorch.
public final class Elementwise {

    private static final List<SpeedTarget> TARGETS = List.of(
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
                "A 1024 × 1024 matrix of standard normal floats; results go into an existing array, except with PyTorch's"
                        + " layer norm. gelu is the exact form, with the normal distribution.");
        for (int threads : options.threads()) {
            Measurements measurements = new Comparison(options, threads, options.root())
                    .with(Participant.ours(options, "Elementwise"))
                    .with(Peer.PYTORCH, "Elementwise")
                    .run();
            String title = Report.threads(threads);
            report.table(title, measurements).targets(title, measurements, TARGETS);
        }
        report.publish();
    }

    private Elementwise() {}
}
