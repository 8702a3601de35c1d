package gradus.ml.classic;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;

/// A classifier whose classes have weights: each fit computes the weights of the rows from their labels and
/// passes them to the estimator.
///
/// **Caveats.** Class weights change what is predicted, not what can be learnt. The probabilities of a model
/// with balanced classes are those for data in which all classes are equally frequent: calibrate them again
/// before you use them as probabilities of the original data.
///
/// @param estimator the classifier, with its hyperparameters
/// @param classWeights the weight of each class
/// @param <M> the type of the fitted model
public record ClassWeightedClassifier<M extends Classifier.Fitted>(
        Classifier.Weighted<M> estimator, ClassWeights classWeights) implements Classifier.Weighted<M> {

    @Override
    public M fit(Matrix x, int[] labels, Vector weights) {
        ModelPreconditions.requireTrainingSet(x, labels);
        WeightedRows rows = WeightedRows.of(x, weights);
        int[] counting = rows.select(labels);
        return estimator.fit(rows.x(), counting, classWeights.rowWeights(counting, rows.weights()));
    }
}
