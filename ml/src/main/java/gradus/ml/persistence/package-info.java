/// Saves fitted models to files, and loads them again.
///
/// [ModelFile] does it for every model of `gradus.ml.classic` and `gradus.ml.calibration`. Neural networks
/// have `gradus.ml.nn.Checkpoint`.
package gradus.ml.persistence;
