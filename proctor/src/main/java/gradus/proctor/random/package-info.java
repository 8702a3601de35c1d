/// The pseudorandom number generator of properties and probes.
package gradus.proctor.random;
