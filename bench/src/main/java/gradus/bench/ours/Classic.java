package gradus.bench.ours;

import gradus.bench.comparison.BenchmarkData;
import gradus.bench.comparison.Stopwatch;
import gradus.ml.classic.KMeans;
import gradus.ml.classic.LogisticRegression;
import gradus.ml.classic.Pca;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;

/// Classical machine learning with the library.
public final class Classic {

    private static final int FEATURES = 50;

    public static void main(String[] arguments) throws Exception {
        Stopwatch watch = Stopwatch.of(arguments);
        double[] numbers = BenchmarkData.readDoubles(watch.data().resolve("x.f64"));
        int[] labels = BenchmarkData.readInts(watch.data().resolve("y.i32"));
        Matrix x = Matrix.of(numbers.length / FEATURES, FEATURES, numbers);

        var logistic = new LogisticRegression(1);
        watch.timeMillis("logistic regression", () -> logistic.fit(x, labels));
        LogisticRegression.Model model = logistic.fit(x, labels);
        watch.report("logistic regression, penalised loss", penalisedLoss(model, x, labels), "nats");

        var components = new Pca(10);
        watch.timeMillis("PCA, 10 components", () -> components.fit(x));
        Vector explained = components.fit(x).explainedVarianceRatios();
        watch.report("PCA, variance explained", sum(explained), "share");

        var means = new KMeans(10, 1, 50, 0, 0);
        watch.timeMillis("k-means, 10 clusters", () -> means.fit(x));
        KMeans.Model clusters = means.fit(x);
        watch.report("k-means, inertia", clusters.inertia(), "squared");
        watch.report("k-means, iterations", clusters.inertias().size() - 1, "rounds");
    }

    /// The objective that both sides minimise, per row.
    private static double penalisedLoss(LogisticRegression.Model model, Matrix x, int[] labels) {
        double[] logOdds = model.logOdds(x).toArray();
        double loss = model.coefficients().dot(model.coefficients()) / 2;
        for (int row = 0; row < labels.length; row++) {
            double own = labels[row] == 1 ? logOdds[row] : -logOdds[row];
            loss += Math.max(-own, 0) + Math.log1p(Math.exp(-Math.abs(own)));
        }
        return loss / labels.length;
    }

    private static double sum(Vector numbers) {
        double sum = 0;
        for (double number : numbers.toArray()) {
            sum += number;
        }
        return sum;
    }

    private Classic() {}
}
