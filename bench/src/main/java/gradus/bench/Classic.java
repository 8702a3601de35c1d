package gradus.bench;

import gradus.bench.comparison.BenchmarkData;
import gradus.bench.comparison.Comparison;
import gradus.bench.comparison.Measurements;
import gradus.bench.comparison.Options;
import gradus.bench.comparison.Participant;
import gradus.bench.comparison.Report;
import gradus.bench.comparison.ScikitLearn;
import gradus.bench.comparison.SpeedTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// Classical machine learning on 100,000 rows of 50 features, compared with scikit-learn.
public final class Classic {

    private static final int ROWS = 100_000;
    private static final int FEATURES = 50;
    private static final int CLUSTERS = 20;

    private static final List<SpeedTarget> TARGETS = List.of(
            new SpeedTarget("logistic regression", SpeedTarget.BEST, 2),
            new SpeedTarget("PCA, 10 components", SpeedTarget.BEST, 2),
            new SpeedTarget("k-means, 10 clusters", SpeedTarget.BEST, 1));

    public static void main(String[] arguments) throws Exception {
        Options options = Options.of(arguments);
        Path data = data(options);
        var report = new Report(
                options,
                "classic",
                "100,000 rows of 50 features in 20 overlapping clusters. Logistic regression has an L2 penalty of 1; k-means"
                        + " starts once, with k-means++, and stops after at most 50 iterations; each side draws its own initial"
                        + " centres, so inertias differ a little. scikit-learn uses the solver lbfgs for logistic regression"
                        + " unless told to use newton-cholesky, as the library does.");
        for (int threads : options.threads()) {
            var comparison = new Comparison(options, threads, data).with(Participant.ours(options, "Classic"));
            ScikitLearn.addTo(comparison, options, "classic", "", Map.of());
            ScikitLearn.addTo(comparison, options, "classic", ", newton-cholesky", Map.of("SOLVER", "newton-cholesky"));
            Measurements measurements = comparison.run();
            String title = Report.threads(threads);
            report.table(title, measurements).targets(title, measurements, TARGETS);
        }
        report.publish();
    }

    /// Writes the rows and their labels. Each row is its cluster's centre plus noise, with all features mixed
    /// linearly, so that some directions have more variance than others. The log-odds of its label are linear
    /// in the row.
    private static Path data(Options options) throws IOException {
        var random = new SplittableRandom(7);
        double[] mixing = BenchmarkData.normalDoubles(FEATURES * FEATURES, 1);
        double[] centres = BenchmarkData.normalDoubles(CLUSTERS * FEATURES, 2);
        double[] weights = BenchmarkData.normalDoubles(FEATURES, 3);
        double[] noise = BenchmarkData.normalDoubles(ROWS * FEATURES, 4);
        double[] x = new double[ROWS * FEATURES];
        int[] labels = new int[ROWS];
        for (int row = 0; row < ROWS; row++) {
            int cluster = random.nextInt(CLUSTERS);
            double logOdds = 0;
            for (int from = 0; from < FEATURES; from++) {
                double value = centres[cluster * FEATURES + from] + noise[row * FEATURES + from];
                logOdds += 0.2 * weights[from] * value;
                x[row * FEATURES + from] += value;
                for (int to = 0; to < FEATURES; to++) {
                    x[row * FEATURES + to] += 0.05 * value * mixing[from * FEATURES + to];
                }
            }
            labels[row] = random.nextDouble() < 1 / (1 + Math.exp(-logOdds)) ? 1 : 0;
        }
        Path folder = Files.createDirectories(options.root().resolve("bench/target/rows"));
        BenchmarkData.write(folder.resolve("x.f64"), x);
        BenchmarkData.write(folder.resolve("y.i32"), labels);
        return folder;
    }

    private Classic() {}
}
