/// Arrays of float with any number of axes.
package gradus.ml.tensor;
