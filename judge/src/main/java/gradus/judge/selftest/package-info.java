/// The judge attacks its own sandbox and reports what was blocked.
package gradus.judge.selftest;
