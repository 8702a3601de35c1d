/// The library's own programs in each contest: what `bench/peers` has of every peer, written with
/// `gradus.ml`.
@NullMarked
package gradus.bench.ours;

import org.jspecify.annotations.NullMarked;
