/// A transformer that reads text and writes it.
package gradus.ml.transformer;
