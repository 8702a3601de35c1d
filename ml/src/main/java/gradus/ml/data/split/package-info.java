/// Splitting rows: training set and test set, folds for cross-validation, mini-batches.
///
/// [TrainTestSplit] and [Folds] split at random, stratified by class, by group or by time; [Batches] deals
/// the rows of a training set out, epoch by epoch.
package gradus.ml.data.split;
