package gradus.proctor;

/// A pinned source of chance: SplitMix64, written out so that a seed gives the same cases on every JDK.
///
/// Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014.
final class Chance {

    private long state;

    Chance(long seed) {
        this.state = seed;
    }

    long bits() {
        state += 0x9e3779b97f4a7c15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /// From 0 (with) to `bound` (without).
    int below(int bound) {
        return (int) Long.remainderUnsigned(bits(), bound);
    }

    /// From 0 (with) to 1 (without).
    double unit() {
        return (bits() >>> 11) * 0x1p-53;
    }

    /// From `low` to `high`, both with; they may lie as far apart as numbers do.
    double between(double low, double high) {
        double u = unit();
        return Math.clamp((1 - u) * low + u * high, low, high);
    }

    long whole(long low, long high) {
        return low + Long.remainderUnsigned(bits(), high - low + 1);
    }
}
