/// Comparison of the library with its peers.
///
/// A `Comparison` starts each `Participant` in its own process, in turn, for several rounds. So if the
/// machine is slow for a while, it is slow for all of them. All participants measure with the same
/// `Stopwatch` on the same `BenchmarkData`, and print one line for each measure. `Measurements` collects
/// these lines, and a `Report` writes them next to the `SpeedTarget`s.
///
/// The programs of peers use only `Stopwatch` and `BenchmarkData`, which are on their class path.
@NullMarked
package gradus.bench.comparison;

import org.jspecify.annotations.NullMarked;
