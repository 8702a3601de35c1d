/// Splitting rows: training and test sets, cross-validation folds, and mini-batches.
///
/// - [TrainTestSplit] is one split, at random (holdout), stratified by class, by group, or by time.
/// - [TrainValidationTestSplit] is a three-way split: at random, stratified, or by time.
/// - [Folds] makes the k splits of cross-validation, in the same four ways.
/// - [Batches] divides the rows of a training set into mini-batches, for each epoch anew.
///
/// All of them return row indices, for `selectRows` of a [gradus.ml.data.Table], a matrix or a vector; for
/// labels there is [Labels#selectRows]. Randomness comes only from the [gradus.ml.numbers.Rng] that you pass,
/// so the same seed gives the same rows.
///
/// A forecast a year ahead, tested on times that come after those of the training set. The gap of a year
/// keeps out targets that are unknown when the forecast is made:
///
/// ```java
/// var splits = Folds.byTime(table.dateColumn("date").epochDays(), 5, 365);
/// var forecast = new CrossValidation(splits).predict(forecaster, features, target);
/// ```
package gradus.ml.data.split;
