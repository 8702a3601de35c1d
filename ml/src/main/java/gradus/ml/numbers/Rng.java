package gradus.ml.numbers;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// A generator of random numbers: the same seed gives the same numbers, on every machine and for ever.
///
/// Whoever needs chance is handed one of these. Where two pieces of work must not depend on each other's
/// draws, [#split] gives each a stream of its own. One generator is for one thread.
///
/// The promise covers what is declared here. Whatever else `RandomGenerator` offers is made from these
/// draws by the JDK, and holds for one version of it.
///
/// Each draw costs a few nanoseconds. The period is 2⁶⁴.
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

    /// The generator that starts from `seed`, any number at all.
    public static Rng of(long seed) {
        return new Rng(seed, GOLDEN_GAMMA);
    }

    /// The generator that goes on where the one stood whose [#state] this is.
    ///
    /// @throws IllegalArgumentException if no generator was ever in such a state
    public static Rng from(State state) {
        if (state.gamma() % 2 == 0) {
            throw new IllegalArgumentException(
                    "the gamma of a generator is odd, got " + state.gamma() + "; use a state that state() gave");
        }
        if (Double.isInfinite(state.spare())) {
            throw new IllegalArgumentException("a spare Gaussian number is finite, or NaN if there is none, got "
                    + state.spare() + "; use a state that state() gave");
        }
        var rng = new Rng(state.counter(), state.gamma());
        rng.spare = state.spare();
        return rng;
    }

    /// Where a generator stands, to go on from there another day.
    ///
    /// @param spare a Gaussian number that is drawn already; NaN if there is none
    public record State(long counter, long gamma, double spare) {}

    /// Where this generator stands now.
    public State state() {
        return new State(counter, gamma, spare);
    }

    /// A generator whose numbers have nothing to do with what this one gives from here on. It takes two
    /// draws of this one, whatever is drawn from it later.
    public Rng split() {
        return new Rng(nextLong(), mixGamma(counter += gamma));
    }

    /// 64 bits; over the whole period, each pattern comes once.
    @Override
    public long nextLong() {
        return mix(counter += gamma);
    }

    /// 32 bits: the upper half of a [#nextLong].
    @Override
    public int nextInt() {
        return (int) (nextLong() >>> 32);
    }

    /// A whole number from 0 to `bound - 1`, each equally likely.
    ///
    /// The remainder of 31 bits by `bound` would favour small results, unless `bound` divides 2³¹. So what
    /// lies behind the last multiple of `bound` is thrown away and drawn again.
    ///
    /// @throws IllegalArgumentException if `bound` is 0 or negative
    @Override
    public int nextInt(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("a number is drawn below a bound of at least 1, got " + bound);
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

    /// A number from 0, included, to 1, excluded: a multiple of 2⁻⁵³, each equally likely.
    @Override
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1p-53;
    }

    /// True or false, each equally likely: the highest bit of a [#nextLong].
    @Override
    public boolean nextBoolean() {
        return nextLong() < 0;
    }

    /// A number from the standard normal distribution: mean 0, variance 1.
    ///
    /// Source: G. Marsaglia and T. A. Bray, "A Convenient Method for Generating Normal Variables", SIAM
    /// Review 6 (1964), 260–264 (the polar method). Two come at a time, so every second call is free. The
    /// logarithm is that of `StrictMath`, as that of `Math` may differ in its last digit from machine to
    /// machine.
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

    /// The same as [#gaussian].
    @Override
    public double nextGaussian() {
        return gaussian();
    }

    /// An index from 0 to n - 1, drawn with a probability in proportion to its weight. An index of weight 0
    /// is never drawn. O(n).
    ///
    /// @param weights shape `(n)`; finite, none negative, not all 0; they need not add up to 1
    /// @throws IllegalArgumentException if there is no such index
    public int choice(double[] weights) {
        double total = 0;
        for (int i = 0; i < weights.length; i++) {
            if (!(weights[i] >= 0 && weights[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("weights are finite and not negative, got " + weights[i]
                        + " at index " + i + "; give each choice a weight of 0 or more");
            }
            total += weights[i];
        }
        if (!(total > 0 && total < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the weights must have a finite sum above 0, got " + weights.length
                    + " weights of sum " + total + "; give at least one choice a weight");
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
        // Rounding can leave a crumb behind the last weight.
        return last;
    }

    /// Puts `items` into an order in which every order is equally likely. O(n).
    ///
    /// Source: R. Durstenfeld, "Algorithm 235: Random Permutation", Communications of the ACM 7 (1964), 420
    /// (the shuffle of Fisher and Yates).
    public void shuffle(int[] items) {
        for (int i = items.length - 1; i > 0; i--) {
            int j = nextInt(i + 1);
            int held = items[i];
            items[i] = items[j];
            items[j] = held;
        }
    }

    /// The numbers from 0 to n - 1 in an order in which every order is equally likely. O(n).
    ///
    /// @throws IllegalArgumentException if `n` is negative
    public int[] permutation(int n) {
        if (n < 0) {
            throw new IllegalArgumentException("a permutation has 0 or more items, got " + n);
        }
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        shuffle(order);
        return order;
    }

    /// `size` different numbers from 0 to n - 1, each set of them equally likely, in random order. O(n).
    ///
    /// @throws IllegalArgumentException if `size` is negative or more than `n`
    public int[] sample(int n, int size) {
        if (size < 0 || size > n) {
            throw new IllegalArgumentException("between 0 and " + n + " different numbers can be drawn, got " + size);
        }
        return Arrays.copyOf(permutation(n), size);
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /// An odd number whose bits change often, or the counter would step too evenly.
    private static long mixGamma(long z) {
        z = (z ^ (z >>> 33)) * 0xff51afd7ed558ccdL;
        z = (z ^ (z >>> 33)) * 0xc4ceb9fe1a85ec53L;
        z = (z ^ (z >>> 33)) | 1L;
        return Long.bitCount(z ^ (z >>> 1)) < 24 ? z ^ 0xaaaaaaaaaaaaaaaaL : z;
    }
}
