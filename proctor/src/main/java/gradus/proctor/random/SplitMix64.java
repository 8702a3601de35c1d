package gradus.proctor.random;

/// A pinned source of chance: SplitMix64, written out so that a seed gives the same cases on every JDK.
///
/// Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014.
public final class SplitMix64 {

    private long state;

    public SplitMix64(long seed) {
        this.state = seed;
    }

    long nextLong() {
        state += 0x9e3779b97f4a7c15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /// From 0 (with) to `bound` (without).
    public int nextInt(int bound) {
        return (int) Long.remainderUnsigned(nextLong(), bound);
    }

    /// From 0 (with) to 1 (without).
    double nextDouble() {
        return (nextLong() >>> 11) * 0x1p-53;
    }

    /// From `low` to `high`, both with; they may lie as far apart as numbers do.
    public double uniform(double low, double high) {
        double u = nextDouble();
        return Math.clamp((1 - u) * low + u * high, low, high);
    }

    public long uniformInteger(long low, long high) {
        return low + Long.remainderUnsigned(nextLong(), high - low + 1);
    }
}
