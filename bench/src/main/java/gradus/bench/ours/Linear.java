package gradus.bench.ours;

import gradus.bench.comparison.BenchmarkData;
import gradus.bench.comparison.Stopwatch;
import gradus.ml.classic.LinearModel;
import gradus.ml.classic.LinearRegression;
import gradus.ml.classic.Pca;
import gradus.ml.classic.Ridge;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import java.nio.file.Path;
import java.util.Arrays;

/// Linear models on a wide and on a tall table, with the library.
public final class Linear {

    private static final int LONG = 2000;
    private static final int SHORT = 60;

    public static void main(String[] arguments) throws Exception {
        Stopwatch watch = Stopwatch.of(arguments);
        double[] numbers = BenchmarkData.readDoubles(watch.data().resolve("x.f64"));
        measure(watch, "wide", Matrix.of(SHORT, LONG, numbers));
        measure(watch, "tall", Matrix.of(LONG, SHORT, numbers));
    }

    private static void measure(Stopwatch watch, String shape, Matrix x) throws Exception {
        Path file = watch.data().resolve(shape + ".f64");
        Vector y = Vector.of(BenchmarkData.readDoubles(file));

        var components = new Pca(5);
        watch.timeMillis(shape + ", PCA of 5 components", () -> components.fit(x));
        double[] explained = components.fit(x).explainedVarianceRatios().toArray();
        watch.report(
                shape + ", PCA, variance explained", Arrays.stream(explained).sum(), "share");

        var leastSquares = new LinearRegression();
        watch.timeMillis(shape + ", least squares", () -> leastSquares.fit(x, y));
        watch.report(shape + ", least squares, residual", residual(leastSquares.fit(x, y), x, y), "norm");

        var ridge = new Ridge(1);
        watch.timeMillis(shape + ", ridge", () -> ridge.fit(x, y));
        watch.report(shape + ", ridge, residual", residual(ridge.fit(x, y), x, y), "norm");
    }

    private static double residual(LinearModel model, Matrix x, Vector y) {
        return model.predict(x).minus(y).norm();
    }

    private Linear() {}
}
