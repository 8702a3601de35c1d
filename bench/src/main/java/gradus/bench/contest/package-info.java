/// How the library is held against its peers.
///
/// A `Comparison` starts each `Participant` in a process of its own, one after the other and round after
/// round, so that a machine that is slow for a while is slow for all. Each of them measures with the same
/// `Stopwatch` and on the same `BenchmarkData`, and prints a line for each measure. `Measurements` hold what
/// was printed, and a `Report` writes it down beside the `SpeedTarget`s.
///
/// Peers know nothing but `Stopwatch` and `BenchmarkData`: these stand on the class path of each, and nothing
/// else of ours.
@NullMarked
package gradus.bench.contest;

import org.jspecify.annotations.NullMarked;
