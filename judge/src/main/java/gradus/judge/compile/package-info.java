/// Step 2, in a separate process: lays a learner's members over the library's classes, and compiles the
/// result.
package gradus.judge.compile;
