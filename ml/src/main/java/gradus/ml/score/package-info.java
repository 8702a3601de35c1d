/// Model evaluation: metrics, and the curves behind them.
///
/// Read [RegressionMetrics] first.
///
/// 1. **Predicted numbers**: [RegressionMetrics], such as mean squared error and R².
/// 2. **Predicted labels**: [ConfusionMatrix], from which accuracy, precision, recall and F1 are computed;
///    [ClassificationMetrics] has one-line versions.
/// 3. **Scores**: [RocCurve] and [PrecisionRecallCurve] show the trade-off at each decision threshold;
///    [MulticlassRocAuc] averages over more than two classes.
/// 4. **Probabilities**: [ProbabilityMetrics], such as log loss; [CalibrationCurve] compares predicted
///    probabilities with observed frequencies.
/// 5. **Rankings and clusters**: [RankingMetrics] and [ClusteringMetrics].
/// 6. **Generalisation**: a metric measures a model on given rows; [FoldScores] are the scores of a
///    cross-validation, with the standard error of their mean. `gradus.ml.selection` makes them.
///
/// Wherever models are compared, the metric is a [RegressionMetric] or a [ClassificationMetric], which knows
/// its [Direction]: whether lower or higher values are better.
///
/// Most metrics have a second form with a weight for each row. An integer weight counts like that many equal
/// rows, a weight of 0 like none.
///
/// Metrics throw an `IllegalArgumentException` if lengths differ, if there are no rows, or if a value is NaN
/// or infinite. What a metric returns where its formula divides by 0 is documented for each.
package gradus.ml.score;
