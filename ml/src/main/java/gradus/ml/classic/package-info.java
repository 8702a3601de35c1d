/// Classical machine learning: linear models, nearest neighbours, naive Bayes, k-means and PCA. On tabular
/// data these are still the models to try first.
///
/// **Fitting.** An *estimator* is an immutable record of hyperparameters, such as `new Ridge(0.1)`. Its
/// method `fit` takes a training set and returns a *model*, another immutable record, such as
/// [gradus.ml.classic.Ridge.Model]. A training set is a matrix `x` of shape `(n, d)`, n examples (rows) of d
/// features, with one target or label per row where the model is supervised. `fit` and `predict` throw an
/// `IllegalArgumentException` that names row and column if a value is NaN or infinite, or both shapes if they
/// do not match. Estimators that use randomness take a seed, so the same hyperparameters and data give the
/// same model.
///
/// **Weights.** Estimators that implement [gradus.ml.classic.Classifier.Weighted],
/// [gradus.ml.classic.Regressor.Weighted] or [gradus.ml.classic.Clusterer.Weighted] also take a weight for
/// each row. An integer weight counts like that many equal rows, a weight of 0 like none.
/// [gradus.ml.classic.ClassWeights] computes weights of rows from weights of classes. Estimators that visit
/// the rows one after the other, [gradus.ml.classic.Perceptron] and
/// [gradus.ml.classic.GradientDescentRegression], take none, since a row twice as heavy is not the same to
/// them as the row twice.
///
/// **Interfaces.** There are four kinds of estimator:
///
/// - [gradus.ml.classic.Regressor] predicts numbers.
/// - [gradus.ml.classic.Classifier] predicts classes.
/// - [gradus.ml.classic.Clusterer] finds clusters.
/// - [gradus.ml.classic.DimensionalityReducer] maps rows to fewer numbers and back.
///
/// **Reading order.** Read [gradus.ml.classic.NearestNeighbour] first.
///
/// 1. Nearest neighbours: [gradus.ml.classic.NearestNeighbour] is a complete model in about twenty lines.
///    [gradus.ml.classic.KNearestNeighbours] adds a vote of k neighbours, a
///    [gradus.ml.classic.DistanceMetric] and a [gradus.ml.classic.NeighbourWeighting], and finds the
///    neighbours with a [gradus.ml.classic.NeighbourHeap].
/// 2. Linear regression: [gradus.ml.classic.LinearRegression] solves least squares directly.
///    [gradus.ml.classic.GradientDescentRegression] learns the same model step by step, as neural networks
///    are trained. [gradus.ml.classic.Ridge] adds an L2 penalty, [gradus.ml.classic.Lasso] an L1 penalty and
///    [gradus.ml.classic.ElasticNet] both. [gradus.ml.classic.IsotonicRegression] fits any monotone function
///    of one feature.
/// 3. Linear classification: [gradus.ml.classic.Perceptron] is the oldest.
///    [gradus.ml.classic.LogisticRegression] predicts probabilities for two classes,
///    [gradus.ml.classic.SoftmaxRegression] for any number. Their losses, [gradus.ml.classic.LogisticLoss]
///    and [gradus.ml.classic.SoftmaxLoss], are objectives for every minimiser of `gradus.ml.optimise`.
/// 4. Naive Bayes: [gradus.ml.classic.GaussianNaiveBayes] for measurements,
///    [gradus.ml.classic.MultinomialNaiveBayes] for counts.
/// 5. Unsupervised learning: [gradus.ml.classic.KMeans] finds clusters around centres,
///    [gradus.ml.classic.Pca] the directions of largest variance.
///
/// **Penalties.** There are two conventions, and each class follows the usual one for its model, which is
/// also scikit-learn's. With n rows in the training set:
///
/// | Class | Loss | Penalty | scikit-learn |
/// | --- | --- | --- | --- |
/// | `Ridge` | `‖y − x·w − b‖²` | `penalty·‖w‖²` | `alpha = penalty` |
/// | `LogisticRegression`, `SoftmaxRegression` | `Σ −log p(class)` | `penalty/2·‖w‖²` | `C = 1/penalty` |
/// | `Lasso` | `‖y − x·w − b‖²/(2n)` | `penaltyPerRow·‖w‖₁` | `alpha = penaltyPerRow` |
/// | `ElasticNet` | `‖y − x·w − b‖²/(2n)` | L1 and L2, mixed by `l1Ratio` | `alpha = penaltyPerRow` |
///
/// A `penalty` is added to a sum over the rows, so its relative effect decreases as n grows. A
/// `penaltyPerRow` is added to a mean over the rows, so its effect does not depend on n. To convert:
/// `penalty = n·penaltyPerRow`. Intercepts are never penalised. With weights, each row's part of the sum is
/// multiplied by its weight, and n is the sum of the weights.
///
/// **Speed.** On large tables most of the time goes into matrix products over blocks of rows that fit in the
/// cache.
package gradus.ml.classic;
