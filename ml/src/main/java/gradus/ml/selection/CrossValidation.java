package gradus.ml.selection;

import gradus.ml.classic.Classifier;
import gradus.ml.classic.Regressor;
import gradus.ml.data.Table;
import gradus.ml.data.split.TrainTestSplit;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.score.ClassificationMetric;
import gradus.ml.score.FoldScores;
import gradus.ml.score.RegressionMetric;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToDoubleBiFunction;

/// Cross-validation: estimates the score of a model on unseen rows. For each split a new model is fitted to
/// the training set and scored on the test set.
///
/// **No leakage.** Models are fitted to the training set of each split only; in a pipeline, so is the
/// preprocessing. If you standardise or select features on all rows first, the test set leaks into training,
/// and the scores are better than those on new data will be.
///
/// - [#evaluate] scores a model on each test set (`cross_val_score` in scikit-learn).
/// - [#predict] and [#predictProbabilities] predict each tested row (`cross_val_predict`).
/// - [#search] finds the best of several candidates (`GridSearchCV` with given splits).
///
/// Each takes an estimator for matrices or one for tables, such as a [PipelineRegressor].
///
/// **Cost.** One fit and one prediction per split, and per candidate.
///
/// Source: M. Stone, "Cross-Validatory Choice and Assessment of Statistical Predictions", Journal of the
/// Royal Statistical Society B 36 (1974), 111–147.
///
/// @param splits the splits into training and test set, for instance from [gradus.ml.data.split.Folds]
///     (k-fold, by time), or a single one
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
        return scores(Rows.of(x), Rows.targets(y), (trainX, trainY) -> {
            Regressor.Fitted model = estimator.fit(trainX, trainY);
            return (testX, testY) -> metric.compute(testY, model.predict(testX));
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
        return scores(Rows.of(x), Rows.targets(y).weighted(weights), (trainX, train) -> {
            Regressor.Fitted model = estimator.fit(trainX, train.values(), train.weights());
            return (testX, test) -> metric.compute(test.values(), model.predict(testX), test.weights());
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
        return scores(Rows.of(x), Rows.labels(labels), (trainX, trainLabels) -> {
            Classifier.Fitted model = estimator.fit(trainX, trainLabels);
            return (testX, testLabels) -> metric.score(model, testX, testLabels);
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
        return scores(Rows.of(x), Rows.labels(labels).weighted(weights), (trainX, train) -> {
            Classifier.Fitted model = estimator.fit(trainX, train.values(), train.weights());
            return (testX, test) -> metric.score(model, testX, test.values(), test.weights());
        });
    }

    /// The scores of a regressor for tables, one per split; its preprocessing is fitted to the training set
    /// of the split only.
    ///
    /// @param features n rows; the target is not among the columns
    /// @throws IllegalArgumentException as for matrices, and if the preprocessing throws
    public FoldScores evaluate(TableRegressor estimator, Table features, Vector y, RegressionMetric metric) {
        return scores(Rows.of(features), Rows.targets(y), (train, trainY) -> {
            TableRegressor.Fitted model = estimator.fit(train, trainY);
            return (test, testY) -> metric.compute(testY, model.predict(test));
        });
    }

    /// The scores of a classifier for tables, one per split; its preprocessing is fitted to the training set
    /// of the split only.
    ///
    /// @param features n rows; the class is not among the columns
    /// @throws IllegalArgumentException as for matrices, and if the preprocessing throws
    public FoldScores evaluate(TableClassifier estimator, Table features, int[] labels, ClassificationMetric metric) {
        return scores(Rows.of(features), Rows.labels(labels), (train, trainLabels) -> {
            TableClassifier.Fitted model = estimator.fit(train, trainLabels);
            return (test, testLabels) -> Decisions.score(metric, model, test, testLabels);
        });
    }

    private <X, Y> FoldScores scores(Rows<X> x, Rows<Y> y, BiFunction<X, Y, ToDoubleBiFunction<X, Y>> fit) {
        List<Double> scores = SplitLoop.run(splits, x, y, fit.andThen(scorer -> scorer::applyAsDouble));
        double testTrainRatio = 0;
        for (TrainTestSplit split : splits) {
            testTrainRatio += (double) split.test().length / split.train().length / splits.size();
        }
        return new FoldScores(Vector.from(scores.size(), scores::get), testTrainRatio);
    }

    /// The scores of several regressors on these splits, of which [SearchResult#best] is the best.
    ///
    /// @throws IllegalArgumentException as in [#evaluate(Regressor, Matrix, Vector, RegressionMetric)], with
    ///     the candidate, or if there is no candidate
    public <C extends Regressor<?>> SearchResult<C> search(
            List<C> candidates, Matrix x, Vector y, RegressionMetric metric) {
        return SearchResult.of(candidates, metric.direction(), candidate -> evaluate(candidate, x, y, metric));
    }

    /// The scores of several classifiers on these splits, of which [SearchResult#best] is the best.
    ///
    /// @throws IllegalArgumentException as in [#evaluate(Classifier, Matrix, int\[\], ClassificationMetric)],
    ///     with the candidate, or if there is no candidate
    public <C extends Classifier<?>> SearchResult<C> search(
            List<C> candidates, Matrix x, int[] labels, ClassificationMetric metric) {
        return SearchResult.of(candidates, metric.direction(), candidate -> evaluate(candidate, x, labels, metric));
    }

    /// The scores of several regressors for tables on these splits: of whole pipelines, which may differ in
    /// their preprocessing, their estimator or its hyperparameters.
    ///
    /// The mean score of the best one is optimistic. To estimate how good the tuned model will be, evaluate
    /// the search as a whole (*nested cross-validation*):
    ///
    /// ```java
    /// TableRegressor tuned = (features, y) -> new CrossValidation(Folds.of(features.rows(), 5, Rng.of(1)))
    ///         .search(candidates, features, y, metric)
    ///         .best()
    ///         .fit(features, y);
    /// FoldScores scores = outer.evaluate(tuned, features, y, metric);
    /// ```
    ///
    /// @throws IllegalArgumentException as in [#evaluate], with the candidate, or if there is no candidate
    public <C extends TableRegressor> SearchResult<C> search(
            List<C> candidates, Table features, Vector y, RegressionMetric metric) {
        return SearchResult.of(candidates, metric.direction(), candidate -> evaluate(candidate, features, y, metric));
    }

    /// The scores of several classifiers for tables on these splits: of whole pipelines, which may differ in
    /// their preprocessing, their estimator or its hyperparameters.
    ///
    /// @throws IllegalArgumentException as in [#evaluate], with the candidate, or if there is no candidate
    public <C extends TableClassifier> SearchResult<C> search(
            List<C> candidates, Table features, int[] labels, ClassificationMetric metric) {
        return SearchResult.of(
                candidates, metric.direction(), candidate -> evaluate(candidate, features, labels, metric));
    }

    /// The prediction of a regressor for each tested row (*out-of-fold prediction*), by the model of the
    /// split that tests the row and has not seen it.
    ///
    /// @throws IllegalArgumentException if two splits test the same row, or as in [#evaluate]
    public Predictions.Numbers predict(Regressor<?> estimator, Matrix x, Vector y) {
        return OutOfFold.numbers(splits, Rows.of(x), y, (trainX, trainY) -> estimator.fit(trainX, trainY)::predict);
    }

    /// The prediction of a regressor for tables for each tested row, as for matrices.
    ///
    /// @throws IllegalArgumentException if two splits test the same row, or as in [#evaluate]
    public Predictions.Numbers predict(TableRegressor estimator, Table features, Vector y) {
        return OutOfFold.numbers(
                splits, Rows.of(features), y, (train, trainY) -> estimator.fit(train, trainY)::predict);
    }

    /// The label that a classifier predicts for each tested row (*out-of-fold prediction*), by the model of
    /// the split that tests the row and has not seen it.
    ///
    /// @throws IllegalArgumentException if two splits test the same row, or as in [#evaluate]
    public Predictions.Labels predict(Classifier<?> estimator, Matrix x, int[] labels) {
        return OutOfFold.labels(splits, Rows.of(x), labels, (trainX, own) -> estimator.fit(trainX, own)::predict);
    }

    /// The label that a classifier for tables predicts for each tested row, as for matrices.
    ///
    /// @throws IllegalArgumentException if two splits test the same row, or as in [#evaluate]
    public Predictions.Labels predict(TableClassifier estimator, Table features, int[] labels) {
        return OutOfFold.labels(splits, Rows.of(features), labels, (train, own) -> estimator.fit(train, own)::predict);
    }

    /// The class probabilities that a classifier predicts for each tested row, by the model of the split that
    /// tests the row and has not seen it. A class that this model was not fitted to has probability 0.
    ///
    /// @throws IllegalArgumentException if two splits test the same row, or as in [#evaluate]
    public Predictions.Probabilities predictProbabilities(
            Classifier<? extends Classifier.Probabilistic> estimator, Matrix x, int[] labels) {
        return OutOfFold.probabilities(splits, Rows.of(x), labels, (trainX, own) -> {
            Classifier.Probabilistic model = estimator.fit(trainX, own);
            return testX -> new OutOfFold.Part(model.classes(), model.probabilities(testX));
        });
    }

    /// The class probabilities that a classifier for tables predicts for each tested row, as for matrices.
    ///
    /// @throws IllegalArgumentException if two splits test the same row, the classifier has no probabilities,
    ///     or as in [#evaluate]
    public Predictions.Probabilities predictProbabilities(TableClassifier estimator, Table features, int[] labels) {
        return OutOfFold.probabilities(splits, Rows.of(features), labels, (train, own) -> {
            TableClassifier.Fitted model = estimator.fit(train, own);
            return test -> new OutOfFold.Part(model.classes(), model.probabilities(test));
        });
    }
}
