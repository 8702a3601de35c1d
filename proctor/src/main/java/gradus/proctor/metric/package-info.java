/// The metrics that a run records, and the seed that it was asked to use.
@org.jspecify.annotations.NullMarked
package gradus.proctor.metric;
