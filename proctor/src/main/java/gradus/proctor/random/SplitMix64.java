package gradus.proctor.random;

/// SplitMix64, a pseudorandom number generator. Written out here so that a seed gives the same cases on every
/// JDK.
///
/// Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014.
public final class SplitMix64 {

    private long state;

    public SplitMix64(long seed) {
        this.state = seed;
    }

    /// A generator that goes on from the same state.
    public SplitMix64 copy() {
        return new SplitMix64(state);
    }

    long nextLong() {
        state += 0x9e3779b97f4a7c15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /// A random integer from 0 (inclusive) to `bound` (exclusive).
    public int nextInt(int bound) {
        return (int) Long.remainderUnsigned(nextLong(), bound);
    }

    /// A random number from 0 (inclusive) to 1 (exclusive).
    double nextDouble() {
        return (nextLong() >>> 11) * 0x1p-53;
    }

    /// A uniform random number from `low` to `high`, both inclusive. `high - low` may overflow.
    public double uniform(double low, double high) {
        double u = nextDouble();
        return Math.clamp((1 - u) * low + u * high, low, high);
    }

    public long uniformInteger(long low, long high) {
        return low + Long.remainderUnsigned(nextLong(), high - low + 1);
    }
}
