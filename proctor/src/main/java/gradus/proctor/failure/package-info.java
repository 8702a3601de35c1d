/// Failures of checks: [AssertionFailure], [CheckFault] for mistakes in a check itself, stack traces in the
/// learner's code, calls that the sandbox denied, and method bodies still to be written.
package gradus.proctor.failure;
