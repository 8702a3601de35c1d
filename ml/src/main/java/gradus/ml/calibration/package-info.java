/// Calibration of probabilities: makes the probabilities of a classifier agree with observed frequencies, so
/// that of all rows predicted at 80 %, about 80 % turn out positive.
///
/// 1. [CalibrationMethod] fits a [Calibrator], a function from the score of a row to a probability, to the
///    outcomes of rows that the classifier was not fitted to.
/// 2. [CalibratedClassifier] does both: it fits a classifier and its calibrators by cross-validation, and is
///    a classifier itself.
///
/// `gradus.ml.score.CalibrationCurve` shows whether probabilities are calibrated.
package gradus.ml.calibration;
