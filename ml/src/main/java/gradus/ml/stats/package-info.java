/// Distributions, estimates and tests.
package gradus.ml.stats;
