/// Models that were there before deep networks, most of them still the first to try on a table.
///
/// A model is made in two steps. Settings are a record, such as `new Ridge(0.1)`; `fit` looks at examples
/// and gives another record, the model, such as [gradus.ml.classic.Ridge.Model]. Nothing changes after it
/// was made. Examples are the rows of a matrix `x` of shape `(n, d)`: n examples of d features. What is
/// not a number, or does not fit, is refused with its place. Where chance is needed, a seed is among the
/// settings, so that the same settings and the same data give the same model.
///
/// There are four kinds, each an interface: [gradus.ml.classic.Regressor] predicts numbers,
/// [gradus.ml.classic.Classifier] classes, [gradus.ml.classic.Clusterer] finds groups, and
/// [gradus.ml.classic.DimensionalityReducer] writes rows in fewer numbers.
///
/// In which order to read them:
///
/// - [gradus.ml.classic.NearestNeighbour]: learning in twenty lines.
///   [gradus.ml.classic.KNearestNeighbours]: the same, grown up, with a [gradus.ml.classic.DistanceMetric], a
///   [gradus.ml.classic.NeighbourWeighting] and a [gradus.ml.classic.NeighbourHeap].
/// - [gradus.ml.classic.LinearRegression]: a line in closed form.
///   [gradus.ml.classic.GradientDescentRegression]: the same line, learned step by step, as networks are.
///   [gradus.ml.classic.Ridge], [gradus.ml.classic.Lasso] and [gradus.ml.classic.ElasticNet]: lines whose
///   coefficients have a price.
/// - [gradus.ml.classic.Perceptron]: the first machine that learned to tell two classes apart.
///   [gradus.ml.classic.LogisticRegression]: how probable each of two classes is, and
///   [gradus.ml.classic.SoftmaxRegression], of many. Their losses, [gradus.ml.classic.LogisticLoss] and
///   [gradus.ml.classic.SoftmaxLoss], are objectives that every minimiser of `gradus.ml.optimise` can
///   walk down.
/// - [gradus.ml.classic.GaussianNaiveBayes] and [gradus.ml.classic.MultinomialNaiveBayes]: classes by
///   Bayes' rule, from means and from counts.
/// - [gradus.ml.classic.KMeans]: groups around centres. [gradus.ml.classic.Pca]: the
///   directions in which rows vary most.
///
/// Penalties are compared with a sum over the rows in [gradus.ml.classic.Ridge],
/// [gradus.ml.classic.LogisticRegression] and [gradus.ml.classic.SoftmaxRegression], and with a mean over
/// the rows in [gradus.ml.classic.Lasso] and [gradus.ml.classic.ElasticNet], as is usual for each.
///
/// What takes the time in large tables is a product of matrices, over blocks of rows that stay in a
/// cache.
package gradus.ml.classic;
