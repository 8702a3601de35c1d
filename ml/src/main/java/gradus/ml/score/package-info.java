/// How good a model is, and how sure that is.
///
/// Read [RegressionMetrics] first, for predicted numbers, then [ConfusionMatrix], from which come all scores
/// of predicted labels. Where a model gives scores, [RocCurve] and [PrecisionRecallCurve] show what each
/// threshold buys and costs; where it gives probabilities, [ProbabilityMetrics] says how good they are and
/// [CalibrationCurve] whether 80 % means 80 %. [RankingMetrics] is about orders, [ClusteringMetrics] about
/// groups.
///
/// All that says how good a model was on some rows. [CrossValidation] says how good it will be on others,
/// and [FoldScores] how much that depends on which rows it saw. [TunedRegressor] and [TunedClassifier]
/// make the choice of settings a part of fitting, so that it is cross-validated too.
///
/// Lengths that differ, no rows at all, NaN and infinity are refused. What a score is where the textbook
/// divides by 0 stands with each.
package gradus.ml.score;
