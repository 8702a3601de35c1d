/// Finding where a function is least.
package gradus.ml.optimise;
