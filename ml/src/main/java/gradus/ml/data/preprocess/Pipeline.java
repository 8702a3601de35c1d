package gradus.ml.data.preprocess;

import gradus.ml.data.Table;
import gradus.ml.data.split.TrainTestSplit;
import gradus.ml.linalg.Matrix;
import java.util.ArrayList;
import java.util.List;

/// A preprocessing pipeline: preprocessors applied in sequence, to turn a table into the feature matrix of a
/// model.
///
/// Each step is fitted to the training set as transformed by the steps before it. The fitted pipeline then
/// transforms any table with the same columns in the same way, so no information from the test set leaks into
/// the fit (*data leakage*). Unlike in scikit-learn, the model is not a step: the output of a pipeline is a
/// matrix. `gradus.ml.selection.PipelineRegressor` and `PipelineClassifier` are a pipeline with a model.
///
/// ```java
/// var pipeline = Pipeline.of(Imputer.median("age"), new OneHotEncoder("town"), new StandardScaler("age"));
/// Pipeline.Fitted fitted = pipeline.fit(table, split);
/// Matrix training = fitted.transformToMatrix(table.selectRows(split.train()));
/// Matrix test = fitted.transformToMatrix(table.selectRows(split.test()));
/// ```
///
/// @param steps the preprocessors, in the order in which they are applied
public record Pipeline(List<Preprocessor> steps) implements Preprocessor {

    public Pipeline {
        steps = List.copyOf(steps);
    }

    /// A pipeline of these preprocessors, in this order.
    public static Pipeline of(Preprocessor... steps) {
        return new Pipeline(List.of(steps));
    }

    /// Fits the pipeline to the training set of a split; the test set is not read.
    ///
    /// @throws IllegalArgumentException if the training set is empty, or a step throws
    public Fitted fit(Table table, TrainTestSplit trainTestSplit) {
        return fit(table.selectRows(trainTestSplit.train()));
    }

    /// Fits the pipeline to the training set, which is all rows of this table.
    ///
    /// @throws IllegalArgumentException if there are no rows, or a step throws
    @Override
    public Fitted fit(Table trainingSet) {
        if (trainingSet.rows() == 0) {
            throw new IllegalArgumentException("a pipeline must be fitted to at least 1 row, got 0");
        }
        var fitted = new ArrayList<Preprocessor.Fitted>();
        Table transformed = trainingSet;
        for (Preprocessor step : steps) {
            Preprocessor.Fitted fittedStep = step.fit(transformed);
            transformed = fittedStep.transform(transformed);
            fitted.add(fittedStep);
        }
        return new Fitted(fitted, trainingSet.columnNames(), transformed.columnNames());
    }

    /// A fitted pipeline.
    ///
    /// @param steps the fitted steps, in order
    /// @param inputColumns the columns of the training set, which a table to be transformed must have; its
    ///     other columns are ignored
    /// @param featureNames the names of the features, which are the columns of the matrix
    public record Fitted(List<Preprocessor.Fitted> steps, List<String> inputColumns, List<String> featureNames)
            implements Preprocessor.Fitted {

        public Fitted {
            steps = List.copyOf(steps);
            inputColumns = List.copyOf(inputColumns);
            featureNames = List.copyOf(featureNames);
        }

        /// Applies all steps; the columns of the result are [#featureNames], in this order.
        ///
        /// @throws IllegalArgumentException if a column is missing from the table, or a step throws
        @Override
        public Table transform(Table table) {
            Table transformed = table.select(inputColumns.toArray(String[]::new));
            for (Preprocessor.Fitted step : steps) {
                transformed = step.transform(transformed);
            }
            return transformed.select(featureNames.toArray(String[]::new));
        }

        /// Transforms a table of n rows to a feature matrix of shape `(n, d)`, with one column for each of
        /// the d [#featureNames].
        ///
        /// @throws IllegalArgumentException if a column is missing from the table, a step throws, or the
        ///     result still has strings, dates or missing values
        public Matrix transformToMatrix(Table table) {
            Table transformed = transform(table);
            return featureNames.isEmpty() ? Matrix.zeros(table.rows(), 0) : transformed.toMatrix();
        }
    }
}
