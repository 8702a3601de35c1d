package gradus.ml.numbers;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// Pseudorandom number generator (SplitMix64): the same seed gives the same numbers on every machine and in
/// every version of this library.
///
/// Code that needs randomness takes an `Rng` as an argument. If two computations must not affect each other's
/// random numbers, [#split] gives each an independent stream. A generator is not thread-safe: use one per
/// thread.
///
/// **Normal numbers.** Code of this library draws them with [#gaussian]. `nextGaussian`, with and without
/// mean and standard deviation, is the same draw under the name that `RandomGenerator` has for it, for code
/// that takes any generator: all continue one stream.
///
/// **Caveats.** Reproducibility covers the methods declared here. The other methods of `RandomGenerator` are
/// the JDK's; they are built on these draws, but may change with its version. It is not for cryptography.
///
/// **Cost.** A few nanoseconds per draw. The period is 2⁶⁴.
///
/// Source: G. Steele, D. Lea and C. Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014
/// (SplitMix64). The state is a counter that grows by an odd number, `gamma`; a draw is the counter, mixed.
public final class Rng implements RandomGenerator {

    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private final long gamma;
    private long counter;
    private double spare = Double.NaN;

    private Rng(long counter, long gamma) {
        this.counter = counter;
        this.gamma = gamma;
    }

    /// The generator with this seed, which can be any number.
    public static Rng of(long seed) {
        return new Rng(seed, GOLDEN_GAMMA);
    }

    /// Restores a generator from its saved [#state]: it continues with the same numbers.
    ///
    /// @throws IllegalArgumentException if no generator can have this state
    public static Rng from(State state) {
        if (state.gamma() % 2 == 0) {
            throw new IllegalArgumentException(
                    "gamma must be odd, got " + state.gamma() + "; use a state returned by state()");
        }
        if (Double.isInfinite(state.spare())) {
            throw new IllegalArgumentException("spare must be finite, or NaN if there is none, got " + state.spare()
                    + "; use a state returned by state()");
        }
        var rng = new Rng(state.counter(), state.gamma());
        rng.spare = state.spare();
        return rng;
    }

    /// The state of a generator, to be saved and resumed later.
    ///
    /// @param counter the counter before the next draw
    /// @param gamma the odd increment of the counter
    /// @param spare a normally distributed number that is already drawn; NaN if there is none
    public record State(long counter, long gamma, double spare) {}

    /// The current state. Reading it draws nothing.
    public State state() {
        return new State(counter, gamma, spare);
    }

    /// A new generator with an independent stream. This generator advances by two draws, however much is
    /// drawn from the new one.
    public Rng split() {
        return new Rng(nextLong(), mixGamma(counter += gamma));
    }

    /// 64 random bits; over the whole period, each pattern occurs once.
    @Override
    public long nextLong() {
        return mix(counter += gamma);
    }

    /// 32 random bits: the upper half of a [#nextLong].
    @Override
    public int nextInt() {
        return (int) (nextLong() >>> 32);
    }

    /// A uniformly distributed integer from 0 to `bound - 1`.
    ///
    /// Taking 31 random bits modulo `bound` would favour small results, unless `bound` divides 2³¹. So draws
    /// beyond the last multiple of `bound` are rejected and repeated (rejection sampling).
    ///
    /// @throws IllegalArgumentException if `bound` is 0 or negative
    @Override
    public int nextInt(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound must be at least 1, got " + bound);
        }
        if (Integer.bitCount(bound) == 1) {
            return nextInt() & (bound - 1);
        }
        int lastMultiple = (int) ((1L << 31) / bound * bound - 1);
        int bits;
        do {
            bits = nextInt() >>> 1;
        } while (bits > lastMultiple);
        return bits % bound;
    }

    /// A uniformly distributed number in [0, 1): a multiple of 2⁻⁵³.
    @Override
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1p-53;
    }

    /// True or false with equal probability: the highest bit of a [#nextLong].
    @Override
    public boolean nextBoolean() {
        return nextLong() < 0;
    }

    /// A number from the standard normal distribution: mean 0, variance 1.
    ///
    /// Marsaglia's polar method yields two numbers at a time, so every second call costs almost nothing. The
    /// logarithm is that of `StrictMath`, because that of `Math` may differ in its last digit from machine to
    /// machine.
    ///
    /// Source: G. Marsaglia and T. A. Bray, "A Convenient Method for Generating Normal Variables", SIAM
    /// Review 6 (1964), 260–264.
    public double gaussian() {
        if (!Double.isNaN(spare)) {
            double kept = spare;
            spare = Double.NaN;
            return kept;
        }
        double x;
        double y;
        double square;
        do {
            x = 2 * nextDouble() - 1;
            y = 2 * nextDouble() - 1;
            square = x * x + y * y;
        } while (square >= 1 || square == 0);
        double factor = Math.sqrt(-2 * StrictMath.log(square) / square);
        spare = y * factor;
        return x * factor;
    }

    /// The next [#gaussian]: another name of that method, not another kind of number.
    @Override
    public double nextGaussian() {
        return gaussian();
    }

    /// The next [#gaussian] times the standard deviation, plus the mean.
    ///
    /// @throws IllegalArgumentException if the standard deviation is negative or NaN
    @Override
    public double nextGaussian(double mean, double standardDeviation) {
        if (!(standardDeviation >= 0)) {
            throw new IllegalArgumentException("the standard deviation must be at least 0, got " + standardDeviation);
        }
        return mean + standardDeviation * gaussian();
    }

    /// Weighted random choice: an index from 0 to n - 1 with probability proportional to its weight. An index
    /// of weight 0 is never drawn. O(n).
    ///
    /// @param weights shape `(n)`; finite, non-negative, not all 0; they need not sum to 1
    /// @throws IllegalArgumentException if a weight is negative or not finite, or their sum is 0 or infinite
    public int choice(double[] weights) {
        double total = 0;
        for (int i = 0; i < weights.length; i++) {
            if (!(weights[i] >= 0 && weights[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "weights must be finite and at least 0, got " + weights[i] + " at index " + i);
            }
            total += weights[i];
        }
        if (!(total > 0 && total < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the sum of the weights must be finite and greater than 0, got " + total
                    + " for " + weights.length + " weights");
        }
        double left = nextDouble() * total;
        int last = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                last = i;
                left -= weights[i];
                if (left < 0) {
                    return i;
                }
            }
        }
        // Rounding can leave a tiny remainder after the last weight.
        return last;
    }

    /// Fisher–Yates shuffle, in place: every permutation is equally likely. O(n).
    ///
    /// Source: R. Durstenfeld, "Algorithm 235: Random Permutation", Communications of the ACM 7 (1964), 420.
    public void shuffle(int[] items) {
        for (int i = items.length - 1; i > 0; i--) {
            int j = nextInt(i + 1);
            int held = items[i];
            items[i] = items[j];
            items[j] = held;
        }
    }

    /// A random permutation of the integers from 0 to n - 1, each equally likely. O(n).
    ///
    /// @throws IllegalArgumentException if `n` is negative
    public int[] permutation(int n) {
        if (n < 0) {
            throw new IllegalArgumentException("n must be at least 0, got " + n);
        }
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        shuffle(order);
        return order;
    }

    /// Sampling without replacement: `size` distinct integers from 0 to n - 1, each subset equally likely, in
    /// random order. O(n).
    ///
    /// @throws IllegalArgumentException if `size` is negative or more than `n`
    public int[] sample(int n, int size) {
        if (size < 0 || size > n) {
            throw new IllegalArgumentException("size must be between 0 and n = " + n + ", got " + size);
        }
        return Arrays.copyOf(permutation(n), size);
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /// An odd increment whose neighbouring bits differ often enough; otherwise the counter would step too
    /// regularly.
    private static long mixGamma(long z) {
        z = (z ^ (z >>> 33)) * 0xff51afd7ed558ccdL;
        z = (z ^ (z >>> 33)) * 0xc4ceb9fe1a85ec53L;
        z = (z ^ (z >>> 33)) | 1L;
        return Long.bitCount(z ^ (z >>> 1)) < 24 ? z ^ 0xaaaaaaaaaaaaaaaaL : z;
    }
}
