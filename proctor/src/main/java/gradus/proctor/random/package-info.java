/// The random numbers that properties and probes draw.
package gradus.proctor.random;
