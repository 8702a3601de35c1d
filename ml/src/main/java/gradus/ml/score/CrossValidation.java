package gradus.ml.score;

import gradus.ml.classic.Classifier;
import gradus.ml.classic.Regressor;
import gradus.ml.data.Table;
import gradus.ml.data.preprocess.Pipeline;
import gradus.ml.data.split.TrainTestSplit;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// How good a model will be on rows that it has not seen: for each split a new model is fitted to the
/// rows to train on, and scored on those of the test.
///
/// Whatever is learned is learned anew for each split, from its rows to train on alone. With a [Pipeline]
/// that holds for what is done to the data too; who standardises all rows before, or chooses features by
/// all rows, lets the test leak into the training, and gets scores that life will not give.
///
/// Each split costs one fit and one prediction.
///
/// Source: M. Stone, "Cross-Validatory Choice and Assessment of Statistical Predictions", Journal of the
/// Royal Statistical Society B 36 (1974), 111–147.
///
/// @param splits which rows train and test, as [gradus.ml.data.split.Folds] gives them
public record CrossValidation(List<TrainTestSplit> splits) {

    /// @throws IllegalArgumentException if there is no split, or one has an empty side
    public CrossValidation {
        splits = List.copyOf(splits);
        if (splits.isEmpty()) {
            throw new IllegalArgumentException("cross-validation needs at least 1 split, got none");
        }
        for (int fold = 0; fold < splits.size(); fold++) {
            TrainTestSplit trainTestSplit = splits.get(fold);
            if (trainTestSplit.train().length == 0 || trainTestSplit.test().length == 0) {
                throw new IllegalArgumentException(
                        "split " + fold + " has " + trainTestSplit.train().length + " rows to train on and "
                                + trainTestSplit.test().length + " to test; both sides need at least 1");
            }
        }
    }

    /// Scores of a regressor, one for each split.
    ///
    /// @param x the examples, shape `(n, d)`
    /// @param y what each row should give, shape `(n)`
    /// @throws IllegalArgumentException if a split names a row that is not there, there is not one target
    ///     for each row, or the model or the metric refuses what a split gives it
    public FoldScores evaluate(Regressor<?> estimator, Matrix x, Vector y, RegressionMetric metric) {
        requireRows(x.rows(), y.size(), "targets");
        return scores(trainTestSplit -> {
            Regressor.Fitted model =
                    estimator.fit(x.selectRows(trainTestSplit.train()), rows(y, trainTestSplit.train()));
            return metric.compute(rows(y, trainTestSplit.test()), model.predict(x.selectRows(trainTestSplit.test())));
        });
    }

    /// Scores of a classifier, one for each split.
    ///
    /// @param x the examples, shape `(n, d)`
    /// @param labels the class of each row, shape `(n)`
    /// @throws IllegalArgumentException if a split names a row that is not there, there is not one label
    ///     for each row, or the model or the metric refuses what a split gives it
    public FoldScores evaluate(Classifier<?> estimator, Matrix x, int[] labels, ClassificationMetric metric) {
        requireRows(x.rows(), labels.length, "labels");
        return scores(trainTestSplit -> {
            Classifier.Fitted model =
                    estimator.fit(x.selectRows(trainTestSplit.train()), rows(labels, trainTestSplit.train()));
            return metric.compute(
                    rows(labels, trainTestSplit.test()), model.predict(x.selectRows(trainTestSplit.test())));
        });
    }

    /// Scores of a recipe and a regressor together, one for each split: the recipe is fitted anew to the
    /// rows to train on.
    ///
    /// @param features what the recipe makes its matrix of; the targets are not in it
    /// @param y what each row should give, shape `(n)`
    /// @throws IllegalArgumentException if a split names a row that is not there, there is not one target
    ///     for each row, or the recipe, the model or the metric refuses what a split gives it
    public FoldScores evaluate(
            Pipeline pipeline, Regressor<?> estimator, Table features, Vector y, RegressionMetric metric) {
        requireRows(features.rows(), y.size(), "targets");
        return scores(trainTestSplit -> {
            Pipeline.Fitted fitted = pipeline.fit(features, trainTestSplit);
            Regressor.Fitted model = estimator.fit(
                    fitted.transformToMatrix(features.selectRows(trainTestSplit.train())),
                    rows(y, trainTestSplit.train()));
            return metric.compute(
                    rows(y, trainTestSplit.test()),
                    model.predict(fitted.transformToMatrix(features.selectRows(trainTestSplit.test()))));
        });
    }

    /// Scores of a recipe and a classifier together, one for each split: the recipe is fitted anew to the
    /// rows to train on.
    ///
    /// @param features what the recipe makes its matrix of; the labels are not in it
    /// @param labels the class of each row, shape `(n)`
    /// @throws IllegalArgumentException if a split names a row that is not there, there is not one label
    ///     for each row, or the recipe, the model or the metric refuses what a split gives it
    public FoldScores evaluate(
            Pipeline pipeline, Classifier<?> estimator, Table features, int[] labels, ClassificationMetric metric) {
        requireRows(features.rows(), labels.length, "labels");
        return scores(trainTestSplit -> {
            Pipeline.Fitted fitted = pipeline.fit(features, trainTestSplit);
            Classifier.Fitted model = estimator.fit(
                    fitted.transformToMatrix(features.selectRows(trainTestSplit.train())),
                    rows(labels, trainTestSplit.train()));
            return metric.compute(
                    rows(labels, trainTestSplit.test()),
                    model.predict(fitted.transformToMatrix(features.selectRows(trainTestSplit.test()))));
        });
    }

    private FoldScores scores(ToDoubleFunction<TrainTestSplit> scorer) {
        double[] scores = new double[splits.size()];
        double testTrainRatio = 0;
        for (int fold = 0; fold < scores.length; fold++) {
            TrainTestSplit trainTestSplit = splits.get(fold);
            try {
                scores[fold] = scorer.applyAsDouble(trainTestSplit);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("split " + fold + " cannot be scored: " + e.getMessage(), e);
            }
            testTrainRatio += (double) trainTestSplit.test().length / trainTestSplit.train().length / scores.length;
        }
        return new FoldScores(Vector.of(scores), testTrainRatio);
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

    private static Vector rows(Vector y, int[] indices) {
        return Vector.of(Arrays.stream(indices).mapToDouble(y::get).toArray());
    }

    private static int[] rows(int[] labels, int[] indices) {
        return Arrays.stream(indices).map(row -> labels[row]).toArray();
    }
}
