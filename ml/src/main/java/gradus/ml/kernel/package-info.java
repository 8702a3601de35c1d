/// The loops that take the time, each in a plain form that defines it and a fast form that agrees. The only
/// package with threads.
package gradus.ml.kernel;
