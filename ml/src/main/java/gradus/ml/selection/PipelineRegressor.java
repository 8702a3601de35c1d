package gradus.ml.selection;

import gradus.ml.classic.Regressor;
import gradus.ml.data.Table;
import gradus.ml.data.preprocess.Pipeline;
import gradus.ml.linalg.Vector;

/// A preprocessing pipeline with a regressor at its end: `make_pipeline(OneHotEncoder(), Ridge(1))` in
/// scikit-learn. Both are fitted to the same training set, so that in cross-validation nothing leaks from a
/// test set.
///
/// ```java
/// var pipeline = Pipeline.of(new OneHotEncoder(), new StandardScaler());
/// var regressor = new PipelineRegressor<>(pipeline, new Ridge(1));
/// var model = regressor.fit(training.drop("price"), training.vector("price"));
/// Vector predicted = model.predict(test);
/// ```
///
/// @param pipeline from the columns of a table to a feature matrix
/// @param estimator the regressor that the matrix is for
/// @param <M> the type of the fitted regressor
public record PipelineRegressor<M extends Regressor.Fitted>(Pipeline pipeline, Regressor<M> estimator)
        implements TableRegressor {

    /// {@inheritDoc}
    ///
    /// @throws IllegalArgumentException as in [Pipeline#fit] and [Regressor#fit]
    @Override
    public Model<M> fit(Table features, Vector y) {
        Pipeline.Fitted fitted = pipeline.fit(features);
        return new Model<>(fitted, estimator.fit(fitted.transformToMatrix(features), y));
    }

    /// A fitted pipeline with a fitted regressor.
    ///
    /// @param pipeline the fitted preprocessing, which also knows the names of the features
    /// @param model the fitted regressor, with its coefficients or whatever it has
    /// @param <M> the type of the fitted regressor
    public record Model<M extends Regressor.Fitted>(Pipeline.Fitted pipeline, M model)
            implements TableRegressor.Fitted {

        @Override
        public Vector predict(Table features) {
            return model.predict(pipeline.transformToMatrix(features));
        }
    }
}
