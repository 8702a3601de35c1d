package gradus.proctor;

import gradus.proctor.Choices.Range;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/// Makes random values for a [Property]. What it makes can be made smaller, however generators were
/// combined: arrays lose elements, numbers become 0, 1, −1, 2, whole, halves.
///
/// ```java
/// Gen<double[]> samples = Gen.arrays(Gen.doubles(-10, 10), 1, 8);
/// Gen<double[][]> tables = Gen.matrices(Gen.doubles(-10, 10), 1, 6, 1, 4);
/// ```
public final class Gen<T> {

    private static final Range FINITE = new Range(-Double.MAX_VALUE, Double.MAX_VALUE, false);
    private static final Range ANY = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, false);
    private static final double[] NASTY = {
        0, -0.0, 1, -1, 1e-300, -1e-300, Double.MIN_VALUE, 1e-17, 1e17, 1e155, -1e155, 1e300, -1e300, Double.MAX_VALUE
    };
    private static final double[] NASTIER = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};

    private static final int MANY_NASTIER = 4;

    private interface Draw<T> {
        T from(Choices choices);
    }

    private final Draw<T> draw;

    private Gen(Draw<T> draw) {
        this.draw = draw;
    }

    T draw(Choices choices) {
        return draw.from(choices);
    }

    /// Numbers from `low` to `high`, both with; often whole, a half, an end, or the same as the one
    /// before.
    public static Gen<Double> doubles(double low, double high) {
        if (!(low <= high) || Double.isInfinite(low) || Double.isInfinite(high)) {
            throw new IllegalArgumentException(
                    "no numbers from " + low + " to " + high + "; give finite ends in order");
        }
        var range = new Range(low, high, false);
        return new Gen<>(choices -> choices.number(range));
    }

    /// Any finite number: plain ones, and 0, −0, tiny, huge.
    public static Gen<Double> nastyDoubles() {
        return new Gen<>(choices -> choices.number(FINITE, NASTY, 100));
    }

    /// Any number at all: NaN and the infinities too.
    public static Gen<Double> anyDoubles() {
        double[] favourites = Arrays.copyOf(NASTY, NASTY.length + MANY_NASTIER * NASTIER.length);
        for (int i = NASTY.length; i < favourites.length; i++) {
            favourites[i] = NASTIER[i % NASTIER.length];
        }
        return new Gen<>(choices -> choices.number(ANY, favourites, 100));
    }

    /// Whole numbers from `low` to `high`, both with.
    public static Gen<Integer> ints(int low, int high) {
        ordered(low, high);
        return new Gen<>(choices -> choices.whole(low, high));
    }

    /// How many there are of something: small in the first cases.
    public static Gen<Integer> sizes(int low, int high) {
        ordered(Math.min(low, 0), low);
        ordered(low, high);
        return new Gen<>(choices -> choices.size(low, high));
    }

    public static Gen<Boolean> booleans() {
        return ints(0, 1).map(bit -> bit == 1);
    }

    public static <T> Gen<T> constant(T value) {
        return new Gen<>(_ -> value);
    }

    /// One of the values; the first is the simplest.
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <T> Gen<T> oneOf(T first, T... others) {
        List<T> all = new ArrayList<>(List.of(others));
        all.addFirst(first);
        return ints(0, others.length).map(all::get);
    }

    /// What one of the generators makes; the first makes the simplest.
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <T> Gen<T> anyOf(Gen<? extends T> first, Gen<? extends T>... others) {
        List<Gen<? extends T>> all = new ArrayList<>(List.of(others));
        all.addFirst(first);
        return new Gen<>(choices -> choices.branch(all.get(choices.whole(0, others.length))));
    }

    public static <T> Gen<List<T>> lists(Gen<T> elements, int shortest, int longest) {
        ordered(shortest, longest);
        return new Gen<>(choices -> {
            int length = choices.size(shortest, longest);
            return choices.branch(new Gen<>(inner -> {
                List<T> list = new ArrayList<>(length);
                for (int i = 0; i < length; i++) {
                    list.add(inner.branch(elements));
                }
                return list;
            }));
        });
    }

    public static Gen<double[]> arrays(Gen<Double> elements, int shortest, int longest) {
        ordered(shortest, longest);
        return new Gen<>(choices -> {
            int length = choices.size(shortest, longest);
            return choices.branch(new Gen<>(inner -> numbers(inner, elements, length)));
        });
    }

    public static Gen<int[]> intArrays(Gen<Integer> elements, int shortest, int longest) {
        return lists(elements, shortest, longest).map(list -> {
            int[] array = new int[list.size()];
            for (int i = 0; i < array.length; i++) {
                array[i] = list.get(i);
            }
            return array;
        });
    }

    /// Matrices of one row length.
    public static Gen<double[][]> matrices(
            Gen<Double> elements, int fewestRows, int mostRows, int fewestColumns, int mostColumns) {
        ordered(fewestRows, mostRows);
        ordered(fewestColumns, mostColumns);
        return new Gen<>(choices -> {
            int rows = choices.size(fewestRows, mostRows);
            int columns = choices.size(fewestColumns, mostColumns);
            return choices.branch(matrix(elements, rows, columns));
        });
    }

    /// Matrices of one shape, to be put together with `flatMap` where shapes depend on each other.
    public static Gen<double[][]> matrix(Gen<Double> elements, int rows, int columns) {
        return new Gen<>(choices -> {
            double[][] matrix = new double[rows][];
            for (int i = 0; i < rows; i++) {
                matrix[i] = choices.branch(array(elements, columns));
            }
            return matrix;
        });
    }

    /// Arrays of one length, to be put together with `flatMap` where lengths depend on each other.
    public static Gen<double[]> array(Gen<Double> elements, int length) {
        return new Gen<>(choices -> numbers(choices, elements, length));
    }

    /// `count` arrays of one length: the columns shrink together.
    public static Gen<double[][]> vectors(int count, Gen<Double> elements, int shortest, int longest) {
        return matrices(elements, count, count, shortest, longest);
    }

    /// Shapes of tensors: between `fewest` and `most` axes, each of extent `least` to `greatest`.
    public static Gen<int[]> shapes(int fewest, int most, int least, int greatest) {
        return intArrays(sizes(least, greatest), fewest, most);
    }

    /// The numbers 0 to n − 1 in any order; the simplest is in order.
    public static Gen<int[]> permutations(int n) {
        return new Gen<>(choices -> {
            int[] order = new int[n];
            for (int i = 0; i < n; i++) {
                order[i] = i;
            }
            for (int i = 0; i < n - 1; i++) {
                int other = i + choices.whole(0, n - 1 - i);
                int kept = order[i];
                order[i] = order[other];
                order[other] = kept;
            }
            return order;
        });
    }

    public static <A, B> Gen<Pair<A, B>> pairs(Gen<A> first, Gen<B> second) {
        return new Gen<>(choices -> new Pair<>(choices.branch(first), choices.branch(second)));
    }

    public <R> Gen<R> map(Function<? super T, ? extends R> change) {
        return new Gen<>(choices -> change.apply(draw(choices)));
    }

    /// Only values that `wanted` takes; at least one in a hundred should be.
    public Gen<T> filter(Predicate<? super T> wanted) {
        return new Gen<>(choices -> choices.branchUntil(this, wanted));
    }

    /// What the generator makes that `next` gives for a value: shapes first, then what has them.
    public <R> Gen<R> flatMap(Function<? super T, Gen<R>> next) {
        return new Gen<>(choices -> {
            T value = choices.branch(this);
            return choices.branch(next.apply(value));
        });
    }

    private static double[] numbers(Choices choices, Gen<Double> elements, int length) {
        double[] array = new double[length];
        for (int i = 0; i < length; i++) {
            array[i] = choices.branch(elements);
        }
        return array;
    }

    private static void ordered(int low, int high) {
        if (low > high) {
            throw new IllegalArgumentException("nothing lies from " + low + " to " + high + "; give the lower first");
        }
    }
}
