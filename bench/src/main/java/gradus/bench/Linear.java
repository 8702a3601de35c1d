package gradus.bench;

import gradus.bench.comparison.BenchmarkData;
import gradus.bench.comparison.Comparison;
import gradus.bench.comparison.Measurements;
import gradus.bench.comparison.Options;
import gradus.bench.comparison.Participant;
import gradus.bench.comparison.Report;
import gradus.bench.comparison.ScikitLearn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Least squares, ridge regression and PCA on a wide table of 60 rows and 2,000 features, and on a tall one
/// of 2,000 rows and 60 features, compared with scikit-learn.
public final class Linear {

    private static final int LONG = 2000;
    private static final int SHORT = 60;

    public static void main(String[] arguments) throws Exception {
        Options options = Options.of(arguments);
        Path data = data(options);
        var report = new Report(
                options,
                "linear",
                "Wide is a table of 60 rows and 2,000 features, tall one of 2,000 rows and 60; standard normal numbers,"
                        + " and targets that are linear in the first 5 features plus noise. The penalty of ridge"
                        + " regression is 1. Least squares fits every row of the wide table; scikit-learn returns the"
                        + " coefficients of minimum norm, the library those of the first independent columns.");
        for (int threads : options.threads()) {
            var comparison = new Comparison(options, threads, data).with(Participant.ours(options, "Linear"));
            ScikitLearn.addTo(comparison, options, "linear", "", Map.of());
            Measurements measurements = comparison.run();
            String title = Report.threads(threads);
            report.table(title, measurements);
        }
        report.publish();
    }

    /// Writes the numbers of both tables, which are the same in another shape, and their targets.
    private static Path data(Options options) throws IOException {
        double[] x = BenchmarkData.normalDoubles(LONG * SHORT, 5);
        Path folder = Files.createDirectories(options.root().resolve("bench/target/shapes"));
        BenchmarkData.write(folder.resolve("x.f64"), x);
        BenchmarkData.write(folder.resolve("wide.f64"), targets(x, SHORT, LONG));
        BenchmarkData.write(folder.resolve("tall.f64"), targets(x, LONG, SHORT));
        return folder;
    }

    private static double[] targets(double[] x, int rows, int features) {
        double[] targets = BenchmarkData.normalDoubles(rows, 6);
        for (int row = 0; row < rows; row++) {
            for (int feature = 0; feature < 5; feature++) {
                targets[row] += (feature + 1) * x[row * features + feature];
            }
        }
        return targets;
    }

    private Linear() {}
}
