/// How a check fails: [AssertionFailure] with its stack trace in the learner's code, calls that the sandbox
/// denied, bodies still to be written.
package gradus.proctor.failure;
