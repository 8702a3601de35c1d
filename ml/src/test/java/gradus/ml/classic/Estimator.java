package gradus.ml.classic;

import gradus.ml.calibration.CalibratedClassifier;
import gradus.ml.calibration.CalibrationMethod;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import java.util.List;
import java.util.function.Function;

/// An estimator of any kind, which takes labels as its targets, and the list of all estimators.
///
/// @param minRows with fewer rows, `fit` throws
/// @param minClasses with fewer classes, `fit` throws
record Estimator(String name, Need need, Fit fit, boolean dependsOnRowOrder, int minRows, int minClasses) {

    /// A fitted model, and its predictions, one row per row.
    record Fitted(Object model, Function<Matrix, Matrix> predict) {}

    interface Fit {
        Fitted to(Matrix x, int[] labels);
    }

    enum Need {
        LABELS,
        TARGETS,
        FEATURES_ONLY
    }

    static final List<Estimator> ALL = List.of(
            regressor(new LinearRegression()),
            regressor(new Ridge(0.5)),
            regressor(new Lasso(0.01)),
            regressor(new ElasticNet(0.01, 0.4)),
            regressor(new GradientDescentRegression(0.05, 50)),
            regressor(new GradientDescentRegression(0.05, 50, 4, 3)).dependingOnRowOrder(),
            regressor(new KNearestNeighbours(1)),
            classifier(new KNearestNeighbours(1), 1),
            classifier(new GaussianNaiveBayes(), 1),
            classifier(new MultinomialNaiveBayes(), 1),
            classifier(new LogisticRegression(1), 2),
            classifier(new SoftmaxRegression(1), 2),
            classifier(new Perceptron(50), 2).dependingOnRowOrder(),
            classifier(new Perceptron(50, true), 2).dependingOnRowOrder(),
            classifier(new ClassWeightedClassifier<>(new GaussianNaiveBayes(), new ClassWeights.Balanced()), 1),
            classifier(new CalibratedClassifier(new GaussianNaiveBayes(), CalibrationMethod.SIGMOID, 2, true, 1), 2)
                    .dependingOnRowOrder(),
            classifier(new CalibratedClassifier(new SoftmaxRegression(1), CalibrationMethod.ISOTONIC, 2, false, 1), 2)
                    .dependingOnRowOrder(),
            clusterer(new KMeans(1, 7)),
            clusterer(new KMeans(1, 2, 10, 0, 7)),
            reducer(new Pca(1), 2));

    static Estimator regressor(Regressor<?> estimator) {
        return new Estimator(
                estimator.toString(),
                Need.TARGETS,
                (x, labels) -> {
                    Regressor.Fitted model = estimator.fit(x, toVector(labels));
                    return new Fitted(model, rows -> column(model.predict(rows)));
                },
                false,
                1,
                1);
    }

    static Estimator classifier(Classifier<?> estimator, int minClasses) {
        return new Estimator(
                estimator.toString(),
                Need.LABELS,
                (x, labels) -> {
                    Classifier.Fitted model = estimator.fit(x, labels);
                    return new Fitted(model, rows -> column(toVector(model.predict(rows))));
                },
                false,
                minClasses,
                minClasses);
    }

    static Estimator clusterer(Clusterer<?> estimator) {
        return new Estimator(
                estimator.toString(),
                Need.FEATURES_ONLY,
                (x, _) -> {
                    Clusterer.Fitted model = estimator.fit(x);
                    return new Fitted(model, rows -> column(toVector(model.predict(rows))));
                },
                false,
                1,
                0);
    }

    static Estimator reducer(DimensionalityReducer<?> estimator, int minRows) {
        return new Estimator(
                estimator.toString(),
                Need.FEATURES_ONLY,
                (x, _) -> {
                    DimensionalityReducer.Fitted model = estimator.fit(x);
                    return new Fitted(model, model::transform);
                },
                false,
                minRows,
                0);
    }

    Estimator dependingOnRowOrder() {
        return new Estimator(name, need, fit, true, minRows, minClasses);
    }

    @Override
    public String toString() {
        return name;
    }

    static Vector toVector(int[] labels) {
        return Vector.from(labels.length, i -> labels[i]);
    }

    static Matrix column(Vector y) {
        return Matrix.of(y.size(), 1, y.toArray());
    }
}
