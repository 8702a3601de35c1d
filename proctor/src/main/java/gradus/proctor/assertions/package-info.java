/// Assertions that checks are made of: what was called, what was expected, what was got, and why. Read
/// [Expect] first; [Purity] is about arguments and state, [Growth] about cost, [GradientAssertion] about
/// derivatives, [SampleAssertions] about random numbers.
package gradus.proctor.assertions;
