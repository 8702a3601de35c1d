package gradus.ml.score;

import gradus.ml.classic.Classifier;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import java.util.List;

/// A metric for classifiers, which knows whether lower or higher values are better. There are metrics of
/// predicted labels ([OfLabels]), with the formulas of [ClassificationMetrics], and metrics of predicted
/// probabilities ([OfProbabilities]), with those of [ProbabilityMetrics] and [MulticlassRocAuc].
///
/// Make your own with the constructor of one of the two records. Its formula takes a weight for each row;
/// all of them are 1 where there are no weights.
public sealed interface ClassificationMetric {

    /// [ClassificationMetrics#accuracy].
    OfLabels ACCURACY = new OfLabels("accuracy", Direction.HIGHER_IS_BETTER, ClassificationMetrics::accuracy);

    /// [ClassificationMetrics#balancedAccuracy].
    OfLabels BALANCED_ACCURACY =
            new OfLabels("balanced accuracy", Direction.HIGHER_IS_BETTER, ClassificationMetrics::balancedAccuracy);

    /// [ClassificationMetrics#macroF1].
    OfLabels MACRO_F1 = new OfLabels("macro F1", Direction.HIGHER_IS_BETTER, ClassificationMetrics::macroF1);

    /// [ClassificationMetrics#matthewsCorrelation].
    OfLabels MATTHEWS_CORRELATION = new OfLabels(
            "Matthews correlation", Direction.HIGHER_IS_BETTER, ClassificationMetrics::matthewsCorrelation);

    /// [ClassificationMetrics#cohenKappa].
    OfLabels COHEN_KAPPA = new OfLabels("Cohen's kappa", Direction.HIGHER_IS_BETTER, ClassificationMetrics::cohenKappa);

    /// [ProbabilityMetrics#logLoss].
    OfProbabilities LOG_LOSS = new OfProbabilities("log loss", Direction.LOWER_IS_BETTER, ProbabilityMetrics::logLoss);

    /// [ProbabilityMetrics#brierScore].
    OfProbabilities BRIER_SCORE =
            new OfProbabilities("Brier score", Direction.LOWER_IS_BETTER, ProbabilityMetrics::brierScore);

    /// [MulticlassRocAuc#oneVsRest] with a macro average; for two classes the usual area under the ROC curve.
    OfProbabilities ROC_AUC = new OfProbabilities(
            "area under the ROC curve",
            Direction.HIGHER_IS_BETTER,
            (actual, probabilities, classes, weights) -> MulticlassRocAuc.oneVsRest(
                    actual, probabilities, classes, MulticlassRocAuc.Average.MACRO, weights));

    /// What the metric is called, for messages.
    String name();

    /// Which values are better.
    Direction direction();

    /// The metric of a model on these weighted rows: it predicts them, and the predictions are compared with
    /// the labels.
    ///
    /// @param model the fitted model
    /// @param x the features, shape `(n, d)`
    /// @param labels the true class of each row, shape `(n)`
    /// @param weights the weight of each row, shape `(n)`: finite, ≥ 0, not all 0
    /// @throws IllegalArgumentException if the model cannot predict the rows, the metric needs probabilities
    ///     and the model has none, a weight or their number is wrong, or the metric is undefined for these
    ///     labels
    double score(Classifier.Fitted model, Matrix x, int[] labels, Vector weights);

    /// The metric of a model on these rows: it predicts them, and the predictions are compared with the
    /// labels.
    ///
    /// @throws IllegalArgumentException as with weights
    default double score(Classifier.Fitted model, Matrix x, int[] labels) {
        return score(model, x, labels, Means.ones(labels.length));
    }

    /// A metric of predicted labels.
    ///
    /// @param name what the metric is called, for messages
    /// @param direction which values are better
    /// @param formula the metric as a function of true and predicted labels
    record OfLabels(String name, Direction direction, Formula formula) implements ClassificationMetric {

        /// A metric as a function.
        @FunctionalInterface
        public interface Formula {

            /// The metric of the predictions `predicted`, shape `(n)`, for the labels `actual`, shape `(n)`,
            /// where each row has a weight, shape `(n)`.
            double compute(int[] actual, int[] predicted, Vector weights);
        }

        @Override
        public double score(Classifier.Fitted model, Matrix x, int[] labels, Vector weights) {
            return formula.compute(labels, model.predict(x), weights);
        }
    }

    /// A metric of predicted probabilities.
    ///
    /// @param name what the metric is called, for messages
    /// @param direction which values are better
    /// @param formula the metric as a function of true labels and predicted probabilities
    record OfProbabilities(String name, Direction direction, Formula formula) implements ClassificationMetric {

        /// A metric as a function.
        @FunctionalInterface
        public interface Formula {

            /// The metric of `probabilities`, shape `(n, K)` with column k for label k of `classes`, for the
            /// labels `actual`, shape `(n)`, where each row has a weight, shape `(n)`.
            double compute(int[] actual, Matrix probabilities, List<Integer> classes, Vector weights);
        }

        @Override
        public double score(Classifier.Fitted model, Matrix x, int[] labels, Vector weights) {
            if (!(model instanceof Classifier.Probabilistic probabilistic)) {
                throw new IllegalArgumentException(name + " needs probabilities, but "
                        + model.getClass().getSimpleName()
                        + " predicts labels only; use a metric of labels, or a probabilistic classifier");
            }
            return formula.compute(labels, probabilistic.probabilities(x), probabilistic.classes(), weights);
        }
    }
}
