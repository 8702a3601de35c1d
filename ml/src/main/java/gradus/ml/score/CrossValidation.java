package gradus.ml.score;

import gradus.ml.classic.Classifier;
import gradus.ml.classic.Regressor;
import gradus.ml.data.Recipe;
import gradus.ml.data.Split;
import gradus.ml.data.Table;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// How good a model will be on rows that it has not seen: for each split a new model is fitted to the
/// rows to train on, and scored on those of the test.
///
/// Whatever is learned is learned anew for each split, from its rows to train on alone. With a [Recipe]
/// that holds for what is done to the data too; who standardises all rows before, or chooses features by
/// all rows, lets the test leak into the training, and gets scores that life will not give.
///
/// Each split costs one fit and one prediction.
///
/// Source: M. Stone, "Cross-Validatory Choice and Assessment of Statistical Predictions", Journal of the
/// Royal Statistical Society B 36 (1974), 111–147.
///
/// @param splits which rows train and test, as [gradus.ml.data.Folds] gives them
public record CrossValidation(List<Split> splits) {

    /// @throws IllegalArgumentException if there is no split, or one has an empty side
    public CrossValidation {
        splits = List.copyOf(splits);
        if (splits.isEmpty()) {
            throw new IllegalArgumentException("cross-validation needs at least 1 split, got none");
        }
        for (int fold = 0; fold < splits.size(); fold++) {
            Split split = splits.get(fold);
            if (split.train().length == 0 || split.test().length == 0) {
                throw new IllegalArgumentException("split " + fold + " has " + split.train().length
                        + " rows to train on and " + split.test().length + " to test; both sides need at least 1");
            }
        }
    }

    /// Scores of a regressor, one for each split.
    ///
    /// @param x the examples, shape `(n, d)`
    /// @param y what each row should give, shape `(n)`
    /// @throws IllegalArgumentException if a split names a row that is not there, there is not one target
    ///     for each row, or the model or the metric refuses what a split gives it
    public FoldScores of(Regressor<?> settings, Matrix x, Vector y, RegressionMetric metric) {
        requireRows(x.rows(), y.size(), "targets");
        return scores(split -> {
            Regressor.Fitted model = settings.fit(x.rows(split.train()), rows(y, split.train()));
            return metric.of(rows(y, split.test()), model.predict(x.rows(split.test())));
        });
    }

    /// Scores of a classifier, one for each split.
    ///
    /// @param x the examples, shape `(n, d)`
    /// @param labels the class of each row, shape `(n)`
    /// @throws IllegalArgumentException if a split names a row that is not there, there is not one label
    ///     for each row, or the model or the metric refuses what a split gives it
    public FoldScores of(Classifier<?> settings, Matrix x, int[] labels, ClassificationMetric metric) {
        requireRows(x.rows(), labels.length, "labels");
        return scores(split -> {
            Classifier.Fitted model = settings.fit(x.rows(split.train()), rows(labels, split.train()));
            return metric.of(rows(labels, split.test()), model.predict(x.rows(split.test())));
        });
    }

    /// Scores of a recipe and a regressor together, one for each split: the recipe is fitted anew to the
    /// rows to train on.
    ///
    /// @param features what the recipe makes its matrix of; the targets are not in it
    /// @param y what each row should give, shape `(n)`
    /// @throws IllegalArgumentException if a split names a row that is not there, there is not one target
    ///     for each row, or the recipe, the model or the metric refuses what a split gives it
    public FoldScores of(Recipe recipe, Regressor<?> settings, Table features, Vector y, RegressionMetric metric) {
        requireRows(features.rows(), y.size(), "targets");
        return scores(split -> {
            Recipe.Fitted fitted = recipe.fit(features, split);
            Regressor.Fitted model = settings.fit(fitted.matrix(features.rows(split.train())), rows(y, split.train()));
            return metric.of(rows(y, split.test()), model.predict(fitted.matrix(features.rows(split.test()))));
        });
    }

    /// Scores of a recipe and a classifier together, one for each split: the recipe is fitted anew to the
    /// rows to train on.
    ///
    /// @param features what the recipe makes its matrix of; the labels are not in it
    /// @param labels the class of each row, shape `(n)`
    /// @throws IllegalArgumentException if a split names a row that is not there, there is not one label
    ///     for each row, or the recipe, the model or the metric refuses what a split gives it
    public FoldScores of(
            Recipe recipe, Classifier<?> settings, Table features, int[] labels, ClassificationMetric metric) {
        requireRows(features.rows(), labels.length, "labels");
        return scores(split -> {
            Recipe.Fitted fitted = recipe.fit(features, split);
            Classifier.Fitted model =
                    settings.fit(fitted.matrix(features.rows(split.train())), rows(labels, split.train()));
            return metric.of(rows(labels, split.test()), model.predict(fitted.matrix(features.rows(split.test()))));
        });
    }

    private FoldScores scores(ToDoubleFunction<Split> one) {
        double[] scores = new double[splits.size()];
        double ratio = 0;
        for (int fold = 0; fold < scores.length; fold++) {
            Split split = splits.get(fold);
            try {
                scores[fold] = one.applyAsDouble(split);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("split " + fold + " cannot be scored: " + e.getMessage(), e);
            }
            ratio += (double) split.test().length / split.train().length / scores.length;
        }
        return new FoldScores(Vector.of(scores), ratio);
    }

    private void requireRows(int rows, int count, String what) {
        if (rows != count) {
            throw new IllegalArgumentException(
                    "there are " + rows + " rows, but " + count + " " + what + "; give each row one");
        }
        for (int fold = 0; fold < splits.size(); fold++) {
            int last = Math.max(
                    Arrays.stream(splits.get(fold).train()).max().orElseThrow(),
                    Arrays.stream(splits.get(fold).test()).max().orElseThrow());
            if (last >= rows) {
                throw new IllegalArgumentException("split " + fold + " names row " + last + ", but there are " + rows
                        + " rows; make the splits for these rows");
            }
        }
    }

    private static Vector rows(Vector y, int[] which) {
        return Vector.of(Arrays.stream(which).mapToDouble(y::get).toArray());
    }

    private static int[] rows(int[] labels, int[] which) {
        return Arrays.stream(which).map(row -> labels[row]).toArray();
    }
}
