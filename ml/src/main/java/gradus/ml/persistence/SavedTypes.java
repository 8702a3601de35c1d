package gradus.ml.persistence;

import gradus.ml.calibration.CalibratedClassifier;
import gradus.ml.calibration.Calibrator;
import gradus.ml.classic.ElasticNet;
import gradus.ml.classic.GaussianNaiveBayes;
import gradus.ml.classic.GradientDescentRegression;
import gradus.ml.classic.IsotonicRegression;
import gradus.ml.classic.KMeans;
import gradus.ml.classic.KNearestNeighbours;
import gradus.ml.classic.LinearRegression;
import gradus.ml.classic.LogisticRegression;
import gradus.ml.classic.MultinomialNaiveBayes;
import gradus.ml.classic.Pca;
import gradus.ml.classic.Perceptron;
import gradus.ml.classic.Ridge;
import gradus.ml.classic.SoftmaxRegression;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The records that a file may contain: models, and what they consist of. A name in a file that is not in
/// this list is refused, so a file cannot name a class to be loaded.
final class SavedTypes {

    private static final Map<String, Class<? extends Record>> BY_NAME = List.of(
                    CalibratedClassifier.CalibratedModel.class,
                    CalibratedClassifier.Model.class,
                    Calibrator.IsotonicCalibrator.class,
                    Calibrator.SigmoidCalibrator.class,
                    ElasticNet.Model.class,
                    GaussianNaiveBayes.Model.class,
                    GradientDescentRegression.Model.class,
                    IsotonicRegression.Model.class,
                    KMeans.Model.class,
                    KNearestNeighbours.class,
                    KNearestNeighbours.ClassificationModel.class,
                    KNearestNeighbours.RegressionModel.class,
                    LinearRegression.Model.class,
                    LogisticRegression.Model.class,
                    MultinomialNaiveBayes.Model.class,
                    Pca.Model.class,
                    Perceptron.Model.class,
                    Ridge.Model.class,
                    SoftmaxRegression.Model.class)
            .stream()
            .collect(Collectors.toUnmodifiableMap(SavedTypes::name, Function.identity()));

    private SavedTypes() {}

    /// The name of a type in files and messages: `Ridge.Model`.
    static String name(Class<?> type) {
        return type.getEnclosingClass() == null
                ? type.getSimpleName()
                : name(type.getEnclosingClass()) + "." + type.getSimpleName();
    }

    static void requireKnown(Record model) {
        if (BY_NAME.get(name(model.getClass())) != model.getClass()) {
            throw new IllegalArgumentException("only fitted models of this library can be saved, got a "
                    + model.getClass().getName());
        }
    }

    static Class<? extends Record> require(String name) throws UnknownModelException {
        Class<? extends Record> type = BY_NAME.get(name);
        if (type == null) {
            throw new UnknownModelException("holds a " + name
                    + ", which this library does not have; use the version of the library that wrote it");
        }
        return type;
    }
}
