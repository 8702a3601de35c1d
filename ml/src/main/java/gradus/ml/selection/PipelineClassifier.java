package gradus.ml.selection;

import gradus.ml.classic.Classifier;
import gradus.ml.data.Table;
import gradus.ml.data.preprocess.Pipeline;
import gradus.ml.linalg.Matrix;
import java.util.List;

/// A preprocessing pipeline with a classifier at its end: `make_pipeline(StandardScaler(), SVC())` in
/// scikit-learn. Both are fitted to the same training set, so that in cross-validation nothing leaks from a
/// test set.
///
/// ```java
/// var classifier = new PipelineClassifier<>(Pipeline.of(new StandardScaler()), new LogisticRegression(1));
/// var model = classifier.fit(training.drop("species"), labels.classIndices());
/// int[] predicted = model.predict(test);
/// ```
///
/// @param pipeline from the columns of a table to a feature matrix
/// @param estimator the classifier that the matrix is for
/// @param <M> the type of the fitted classifier
public record PipelineClassifier<M extends Classifier.Fitted>(Pipeline pipeline, Classifier<M> estimator)
        implements TableClassifier {

    /// {@inheritDoc}
    ///
    /// @throws IllegalArgumentException as in [Pipeline#fit] and [Classifier#fit]
    @Override
    public Model<M> fit(Table features, int[] labels) {
        Pipeline.Fitted fitted = pipeline.fit(features);
        return new Model<>(fitted, estimator.fit(fitted.transformToMatrix(features), labels));
    }

    /// A fitted pipeline with a fitted classifier.
    ///
    /// @param pipeline the fitted preprocessing, which also knows the names of the features
    /// @param model the fitted classifier, with its coefficients or whatever it has
    /// @param <M> the type of the fitted classifier
    public record Model<M extends Classifier.Fitted>(Pipeline.Fitted pipeline, M model)
            implements TableClassifier.Fitted {

        @Override
        public List<Integer> classes() {
            return model.classes();
        }

        @Override
        public int[] predict(Table features) {
            return model.predict(pipeline.transformToMatrix(features));
        }

        @Override
        public Matrix probabilities(Table features) {
            if (!(model instanceof Classifier.Probabilistic probabilistic)) {
                throw new IllegalArgumentException(model.getClass().getSimpleName()
                        + " predicts labels only; for probabilities, use a probabilistic classifier");
            }
            return probabilistic.probabilities(pipeline.transformToMatrix(features));
        }
    }
}
