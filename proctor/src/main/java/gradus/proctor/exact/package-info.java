/// Exact arithmetic, the definition that results of learners' sums are compared with.
package gradus.proctor.exact;
