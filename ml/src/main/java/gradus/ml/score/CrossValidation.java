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

/// Cross-validation: estimates the score of a model on unseen rows. For each split a new model is fitted to
/// the training set and scored on the test set.
///
/// **No leakage.** Models are fitted to the training set of each split only; with a [Pipeline], so is the
/// preprocessing. If you standardise or select features on all rows first, the test set leaks into training,
/// and the scores are better than those on new data will be.
///
/// **Cost.** One fit and one prediction per split.
///
/// Source: M. Stone, "Cross-Validatory Choice and Assessment of Statistical Predictions", Journal of the
/// Royal Statistical Society B 36 (1974), 111–147.
///
/// @param splits the splits into training and test set, for instance from [gradus.ml.data.split.Folds]
///     (k-fold)
public record CrossValidation(List<TrainTestSplit> splits) {

    /// @throws IllegalArgumentException if there is no split, or a training or test set is empty
    public CrossValidation {
        splits = List.copyOf(splits);
        if (splits.isEmpty()) {
            throw new IllegalArgumentException("cross-validation needs at least 1 split, got none");
        }
        for (int fold = 0; fold < splits.size(); fold++) {
            TrainTestSplit trainTestSplit = splits.get(fold);
            if (trainTestSplit.train().length == 0 || trainTestSplit.test().length == 0) {
                throw new IllegalArgumentException("split " + fold + " has " + trainTestSplit.train().length
                        + " training rows and " + trainTestSplit.test().length + " test rows; both need at least 1");
            }
        }
    }

    /// The scores of a regressor, one per split.
    ///
    /// @param estimator the hyperparameters; fitted again for each split
    /// @param x the features, shape `(n, d)`
    /// @param y the target of each row, shape `(n)`
    /// @param metric computed on each test set
    /// @throws IllegalArgumentException if a split contains a row index of n or more, if the numbers of rows
    ///     and targets differ, or if the estimator or the metric throws on a split
    public FoldScores evaluate(Regressor<?> estimator, Matrix x, Vector y, RegressionMetric metric) {
        requireRows(x.rows(), y.size(), "targets");
        return scores(trainTestSplit -> {
            Regressor.Fitted model =
                    estimator.fit(x.selectRows(trainTestSplit.train()), rows(y, trainTestSplit.train()));
            return metric.compute(rows(y, trainTestSplit.test()), model.predict(x.selectRows(trainTestSplit.test())));
        });
    }

    /// The scores of a regressor on weighted rows, one per split. The weights count in fitting and in
    /// scoring.
    ///
    /// @param weights the weight of each row, shape `(n)`: finite, ≥ 0; in each training and test set they
    ///     have a sum between 1e-50 and 1e50
    /// @throws IllegalArgumentException as without weights, and if a weight or their number is wrong
    public FoldScores evaluate(
            Regressor.Weighted<?> estimator, Matrix x, Vector y, Vector weights, RegressionMetric metric) {
        requireRows(x.rows(), y.size(), "targets");
        requireRows(x.rows(), weights.size(), "weights");
        return scores(split -> {
            Regressor.Fitted model =
                    estimator.fit(x.selectRows(split.train()), rows(y, split.train()), rows(weights, split.train()));
            return metric.compute(
                    rows(y, split.test()), model.predict(x.selectRows(split.test())), rows(weights, split.test()));
        });
    }

    /// The scores of a classifier, one per split.
    ///
    /// @param estimator the hyperparameters; fitted again for each split
    /// @param x the features, shape `(n, d)`
    /// @param labels the class of each row, shape `(n)`
    /// @param metric computed on each test set
    /// @throws IllegalArgumentException if a split contains a row index of n or more, if the numbers of rows
    ///     and labels differ, or if the estimator or the metric throws on a split
    public FoldScores evaluate(Classifier<?> estimator, Matrix x, int[] labels, ClassificationMetric metric) {
        requireRows(x.rows(), labels.length, "labels");
        return scores(trainTestSplit -> {
            Classifier.Fitted model =
                    estimator.fit(x.selectRows(trainTestSplit.train()), rows(labels, trainTestSplit.train()));
            return metric.score(model, x.selectRows(trainTestSplit.test()), rows(labels, trainTestSplit.test()));
        });
    }

    /// The scores of a classifier on weighted rows, one per split. The weights count in fitting and in
    /// scoring.
    ///
    /// @param weights the weight of each row, shape `(n)`: finite, ≥ 0; in each training and test set they
    ///     have a sum between 1e-50 and 1e50
    /// @throws IllegalArgumentException as without weights, and if a weight or their number is wrong
    public FoldScores evaluate(
            Classifier.Weighted<?> estimator, Matrix x, int[] labels, Vector weights, ClassificationMetric metric) {
        requireRows(x.rows(), labels.length, "labels");
        requireRows(x.rows(), weights.size(), "weights");
        return scores(split -> {
            Classifier.Fitted model = estimator.fit(
                    x.selectRows(split.train()), rows(labels, split.train()), rows(weights, split.train()));
            return metric.score(
                    model, x.selectRows(split.test()), rows(labels, split.test()), rows(weights, split.test()));
        });
    }

    /// The scores of a preprocessing pipeline with a regressor, one per split; both are fitted to the
    /// training set of the split only.
    ///
    /// @param pipeline preprocessing; fitted again for each split
    /// @param estimator the hyperparameters; fitted again for each split
    /// @param features the columns that the pipeline turns into a matrix; the targets are not among them
    /// @param y the target of each row, shape `(n)`
    /// @param metric computed on each test set
    /// @throws IllegalArgumentException if a split contains a row index of n or more, if the numbers of rows
    ///     and targets differ, or if the pipeline, the estimator or the metric throws on a split
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

    /// The scores of a preprocessing pipeline with a classifier, one per split; both are fitted to the
    /// training set of the split only.
    ///
    /// @param pipeline preprocessing; fitted again for each split
    /// @param estimator the hyperparameters; fitted again for each split
    /// @param features the columns that the pipeline turns into a matrix; the labels are not among them
    /// @param labels the class of each row, shape `(n)`
    /// @param metric computed on each test set
    /// @throws IllegalArgumentException if a split contains a row index of n or more, if the numbers of rows
    ///     and labels differ, or if the pipeline, the estimator or the metric throws on a split
    public FoldScores evaluate(
            Pipeline pipeline, Classifier<?> estimator, Table features, int[] labels, ClassificationMetric metric) {
        requireRows(features.rows(), labels.length, "labels");
        return scores(trainTestSplit -> {
            Pipeline.Fitted fitted = pipeline.fit(features, trainTestSplit);
            Classifier.Fitted model = estimator.fit(
                    fitted.transformToMatrix(features.selectRows(trainTestSplit.train())),
                    rows(labels, trainTestSplit.train()));
            return metric.score(
                    model,
                    fitted.transformToMatrix(features.selectRows(trainTestSplit.test())),
                    rows(labels, trainTestSplit.test()));
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
                throw new IllegalArgumentException(
                        "split " + fold + " cannot be scored: " + e.getMessage()
                                + " (rows are numbered within its training or test set)",
                        e);
            }
            testTrainRatio += (double) trainTestSplit.test().length / trainTestSplit.train().length / scores.length;
        }
        return new FoldScores(Vector.of(scores), testTrainRatio);
    }

    private void requireRows(int rows, int count, String what) {
        if (rows != count) {
            throw new IllegalArgumentException(
                    "there are " + rows + " rows, but " + count + " " + what + "; each row needs one");
        }
        for (int fold = 0; fold < splits.size(); fold++) {
            int last = Math.max(
                    Arrays.stream(splits.get(fold).train()).max().orElseThrow(),
                    Arrays.stream(splits.get(fold).test()).max().orElseThrow());
            if (last >= rows) {
                throw new IllegalArgumentException("split " + fold + " contains row " + last + ", but there are only "
                        + rows + " rows; make the splits from these rows");
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
