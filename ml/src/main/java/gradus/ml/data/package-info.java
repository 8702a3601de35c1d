/// Tables with missing values, readers of files, splits that do not leak, encoders and batches.
package gradus.ml.data;
