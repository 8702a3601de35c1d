package gradus.ml.classic;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Setting;
import gradus.ml.linalg.Vector;
import gradus.ml.optimise.StoppingCriterion;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every setting of the linear models, their losses and PCA is checked when it is made. List a new one here.
class LinearSettingsTest {

    private static final Matrix X = Matrix.of(4, 1, new double[] {1, 2, 3, 4});
    private static final Vector Y = Vector.of(1, 3, 2, 4);
    private static final int[] CLASSES = {0, 1, 0, 1};

    static Stream<Setting> settings() {
        return Stream.of(
                Setting.notNegative("penalty of ridge", Ridge::new),
                Setting.positive("penalty of a ridge path", value -> Ridge.path(X, Y, value)),
                Setting.positive("penalty of lasso", Lasso::new),
                Setting.positive("tolerance of lasso", value -> new Lasso(1, value, 10)),
                Setting.count("iterations of lasso", 1, value -> new Lasso(1, 1e-9, value)),
                Setting.positive("penalty of a lasso path", value -> Lasso.path(X, Y, value)),
                Setting.positive("tolerance of a lasso path", value -> Lasso.path(X, Y, new double[] {1}, value, 10)),
                new Setting(
                        "threshold",
                        value -> Lasso.softThreshold(1, value),
                        List.of(Double.NaN, -1.0, Double.NEGATIVE_INFINITY),
                        Double.POSITIVE_INFINITY),
                Setting.positive("penalty of elastic net", value -> new ElasticNet(value, 0.5)),
                Setting.share("L1 ratio of elastic net", value -> new ElasticNet(1, value)),
                Setting.positive("tolerance of elastic net", value -> new ElasticNet(1, 0.5, value, 10)),
                Setting.count("iterations of elastic net", 1, value -> new ElasticNet(1, 0.5, 1e-9, value)),
                Setting.share("L1 ratio of a path", value -> ElasticNet.path(X, Y, value, 1.0)),
                Setting.positive(
                        "tolerance of a path", value -> ElasticNet.path(X, Y, 0.5, new double[] {1}, value, 10)),
                Setting.count(
                        "iterations of a path", 1, value -> ElasticNet.path(X, Y, 0.5, new double[] {1}, 1e-9, value)),
                Setting.notNegative("penalty of logistic regression", LogisticRegression::new),
                Setting.positive("tolerance of logistic regression", value -> new LogisticRegression(1, value, 10)),
                Setting.count("iterations of logistic regression", 1, value -> new LogisticRegression(1, 1e-9, value)),
                Setting.notNegative("penalty of logistic loss", value -> LogisticLoss.of(X, CLASSES, value)),
                Setting.notNegative("penalty of softmax regression", SoftmaxRegression::new),
                Setting.notNegative(
                        "gradient tolerance of softmax regression",
                        value -> new SoftmaxRegression(1, new StoppingCriterion(value, 10))),
                Setting.notNegative("penalty of softmax loss", value -> new SoftmaxLoss(X, CLASSES, 2, value)),
                Setting.count("classes of softmax loss", 2, value -> new SoftmaxLoss(X, CLASSES, value, 1)),
                Setting.count("components of PCA", 1, Pca::new),
                Setting.positive("learning rate", value -> new GradientDescentRegression(value, 10)),
                Setting.count("epochs of gradient descent", 1, value -> new GradientDescentRegression(0.1, value)),
                Setting.count("batch size", 1, value -> new GradientDescentRegression(0.1, 10, value, 0)),
                Setting.count("epochs of a perceptron", 1, Perceptron::new));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void valuesOutOfRangeAreRefused(Setting setting) {
        setting.assertChecked();
    }
}
