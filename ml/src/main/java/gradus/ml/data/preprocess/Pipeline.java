package gradus.ml.data.preprocess;

import gradus.ml.data.Table;
import gradus.ml.data.split.TrainTestSplit;
import gradus.ml.linalg.Matrix;
import java.util.ArrayList;
import java.util.List;

/// The whole way from a table to the matrix of a model: encoders, one after the other.
///
/// Each is fitted on what those before it make of the rows to train on. The fitted recipe then turns any
/// table of the same columns into numbers of the same meaning, and nothing that is only in the test can get
/// into what was learned.
///
/// ```java
/// var recipe = Recipe.of(Impute.median("age"), new OneHot("town"), new Standardise("age"));
/// Recipe.Fitted fitted = recipe.fit(table, split);
/// Matrix training = fitted.matrix(table.rows(split.train()));
/// Matrix test = fitted.matrix(table.rows(split.test()));
/// ```
///
/// @param steps the encoders, in their order
public record Pipeline(List<Preprocessor> steps) implements Preprocessor {

    public Pipeline {
        steps = List.copyOf(steps);
    }

    /// These encoders, one after the other.
    public static Pipeline of(Preprocessor... steps) {
        return new Pipeline(List.of(steps));
    }

    /// Learns from the rows that the split says are for training.
    ///
    /// @throws IllegalArgumentException if an encoder refuses, or the result is not numbers and flags
    ///     without gaps
    public Fitted fit(Table table, TrainTestSplit trainTestSplit) {
        return fit(table.selectRows(trainTestSplit.train()));
    }

    /// Learns from the rows to train on, which are all rows of this table.
    ///
    /// @throws IllegalArgumentException if there are none, or an encoder refuses
    @Override
    public Fitted fit(Table trainingSet) {
        if (trainingSet.rows() == 0) {
            throw new IllegalArgumentException("a pipeline is fitted to at least 1 row, got 0");
        }
        var fitted = new ArrayList<Preprocessor.Fitted>();
        Table soFar = trainingSet;
        for (Preprocessor step : steps) {
            Preprocessor.Fitted fittedStep = step.fit(soFar);
            soFar = fittedStep.transform(soFar);
            fitted.add(fittedStep);
        }
        return new Fitted(fitted, trainingSet.columnNames(), soFar.columnNames());
    }

    /// A recipe that has learned.
    ///
    /// @param steps the fitted encoders, in their order
    /// @param inputColumns the columns of the table it was fitted on; others of a table are passed over
    /// @param featureNames the columns of the matrix
    public record Fitted(List<Preprocessor.Fitted> steps, List<String> inputColumns, List<String> featureNames)
            implements Preprocessor.Fitted {

        public Fitted {
            steps = List.copyOf(steps);
            inputColumns = List.copyOf(inputColumns);
            featureNames = List.copyOf(featureNames);
        }

        /// The table with its columns encoded, in the order of [#featureNames].
        @Override
        public Table transform(Table table) {
            Table encoded = table.select(inputColumns.toArray(String[]::new));
            for (Preprocessor.Fitted step : steps) {
                encoded = step.transform(encoded);
            }
            return encoded.select(featureNames.toArray(String[]::new));
        }

        /// The encoded table as a matrix: a row for each row, a column for each of [#featureNames].
        ///
        /// @throws IllegalArgumentException if an encoder refuses, text or dates are left, or a number is
        ///     missing
        public Matrix transformToMatrix(Table table) {
            Table encoded = transform(table);
            return featureNames.isEmpty() ? Matrix.zeros(table.rows(), 0) : encoded.toMatrix();
        }
    }
}
