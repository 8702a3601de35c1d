package gradus.ml.data;

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
public record Recipe(List<Encoder> steps) implements Encoder {

    public Recipe {
        steps = List.copyOf(steps);
    }

    /// These encoders, one after the other.
    public static Recipe of(Encoder... steps) {
        return new Recipe(List.of(steps));
    }

    /// Learns from the rows that the split says are for training.
    ///
    /// @throws IllegalArgumentException if an encoder refuses, or the result is not numbers and flags
    ///     without gaps
    public Fitted fit(Table table, Split split) {
        return fit(table.rows(split.train()));
    }

    /// Learns from the rows to train on, which are all rows of this table.
    ///
    /// @throws IllegalArgumentException if there are none, or an encoder refuses
    @Override
    public Fitted fit(Table training) {
        if (training.rows() == 0) {
            throw new IllegalArgumentException("a recipe learns from at least 1 row, got 0");
        }
        var fitted = new ArrayList<Encoder.Fitted>();
        Table soFar = training;
        for (Encoder step : steps) {
            Encoder.Fitted one = step.fit(soFar);
            soFar = one.transform(soFar);
            fitted.add(one);
        }
        return new Fitted(fitted, training.names(), soFar.names());
    }

    /// A recipe that has learned.
    ///
    /// @param steps the fitted encoders, in their order
    /// @param columns the columns of the table it was fitted on; others of a table are passed over
    /// @param features the columns of the matrix
    public record Fitted(List<Encoder.Fitted> steps, List<String> columns, List<String> features)
            implements Encoder.Fitted {

        public Fitted {
            steps = List.copyOf(steps);
            columns = List.copyOf(columns);
            features = List.copyOf(features);
        }

        /// The table with its columns encoded, in the order of [#features].
        @Override
        public Table transform(Table table) {
            Table encoded = table.select(columns.toArray(String[]::new));
            for (Encoder.Fitted step : steps) {
                encoded = step.transform(encoded);
            }
            return encoded.select(features.toArray(String[]::new));
        }

        /// The encoded table as a matrix: a row for each row, a column for each of [#features].
        ///
        /// @throws IllegalArgumentException if an encoder refuses, text or dates are left, or a number is
        ///     missing
        public Matrix matrix(Table table) {
            Table encoded = transform(table);
            return features.isEmpty() ? Matrix.zeros(table.rows(), 0) : encoded.matrix();
        }
    }
}
