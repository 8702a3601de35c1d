/// Failures of checks: [AssertionFailure], stack traces in the learner's code, calls that the sandbox denied,
/// and method bodies still to be written.
package gradus.proctor.failure;
