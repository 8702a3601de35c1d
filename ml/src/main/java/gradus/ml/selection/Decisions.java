package gradus.ml.selection;

import gradus.ml.data.Table;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.score.ClassificationMetric;
import java.util.List;

/// Labels from probabilities, shape `(n, K)` for n rows and K classes, and the scores of either.
final class Decisions {

    private Decisions() {}

    /// The most probable class of each row; of equally probable classes, the first.
    static int[] mostProbable(List<Integer> classes, Matrix probabilities) {
        int[] labels = new int[probabilities.rows()];
        for (int row = 0; row < labels.length; row++) {
            int best = 0;
            for (int k = 1; k < classes.size(); k++) {
                best = probabilities.get(row, k) > probabilities.get(row, best) ? k : best;
            }
            labels[row] = classes.get(best);
        }
        return labels;
    }

    /// The second of two classes where its probability is at least `threshold`, else the first.
    static int[] at(double threshold, List<Integer> classes, Matrix probabilities) {
        if (classes.size() != 2) {
            throw new IllegalArgumentException("a decision threshold is for two classes, got " + classes.size() + ", "
                    + classes + "; predict the most probable class instead");
        }
        if (Double.isNaN(threshold)) {
            throw new IllegalArgumentException("threshold must be a number, got NaN");
        }
        int[] labels = new int[probabilities.rows()];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = classes.get(probabilities.get(row, 1) >= threshold ? 1 : 0);
        }
        return labels;
    }

    /// The metric of a model on the rows of a table.
    static double score(ClassificationMetric metric, TableClassifier.Fitted model, Table features, int[] labels) {
        Vector weights = ones(labels.length);
        return switch (metric) {
            case ClassificationMetric.OfLabels ofLabels ->
                ofLabels.formula().compute(labels, model.predict(features), weights);
            case ClassificationMetric.OfProbabilities ofProbabilities ->
                ofProbabilities.formula().compute(labels, model.probabilities(features), model.classes(), weights);
        };
    }

    static Vector ones(int size) {
        return Vector.from(size, _ -> 1);
    }
}
