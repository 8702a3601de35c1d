/// Model evaluation: metrics, and cross-validation to estimate them on unseen data.
///
/// Read [RegressionMetrics] first.
///
/// 1. **Predicted numbers**: [RegressionMetrics], such as mean squared error and R².
/// 2. **Predicted labels**: [ConfusionMatrix], from which accuracy, precision, recall and F1 are computed;
///    [ClassificationMetrics] has one-line versions.
/// 3. **Scores**: [RocCurve] and [PrecisionRecallCurve] show the trade-off at each decision threshold.
/// 4. **Probabilities**: [ProbabilityMetrics], such as log loss; [CalibrationCurve] shows whether what is
///    predicted at 80 % happens in 80 of 100 cases.
/// 5. **Rankings and clusters**: [RankingMetrics] and [ClusteringMetrics].
/// 6. **Generalisation**: a metric says how good a model was on some rows; [CrossValidation] estimates how
///    good it will be on others, and [FoldScores] how certain that estimate is.
/// 7. **Model selection**: [TunedRegressor] and [TunedClassifier] make the choice of hyperparameters a part
///    of fitting, so that it is cross-validated too.
///
/// Metrics throw an `IllegalArgumentException` if lengths differ, if there are no rows, or if a value is NaN
/// or infinite. What a metric returns where its formula divides by 0 is documented for each.
package gradus.ml.score;
