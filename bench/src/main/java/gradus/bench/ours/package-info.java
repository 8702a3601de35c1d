/// The library's own programs in each comparison, written with `gradus.ml`. Those of the peers are in
/// `bench/peers`.
@NullMarked
package gradus.bench.ours;

import org.jspecify.annotations.NullMarked;
