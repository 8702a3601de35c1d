/// The assertions of checks: each failure says what was called, what was expected, what was got, and why.
/// Read [Expect] first. [Purity] is about aliasing and state, [Growth] about order of growth,
/// [GradientAssertion] about derivatives, [SampleAssertions] about random samples.
package gradus.proctor.assertions;
