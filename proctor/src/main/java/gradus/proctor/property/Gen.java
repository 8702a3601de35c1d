package gradus.proctor.property;

import gradus.proctor.failure.CheckFault;
import gradus.proctor.property.ChoiceSource.Range;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/// Generator of random values for a [Property]. Its values shrink, however generators are combined: arrays
/// lose elements, and numbers become 0, 1, −1, 2, other integers or halves.
///
/// ```java
/// Gen<double[]> samples = Gen.arrays(Gen.doubles(-10, 10), 1, 8);
/// Gen<double[][]> tables = Gen.matrices(Gen.doubles(-10, 10), 1, 6, 1, 4);
/// ```
public final class Gen<T> {

    private static final Range FINITE = new Range(-Double.MAX_VALUE, Double.MAX_VALUE, false);
    private static final Range ANY = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, false);
    private static final double[] EDGE_CASES = {
        0, -0.0, 1, -1, 1e-300, -1e-300, Double.MIN_VALUE, 1e-17, 1e17, 1e155, -1e155, 1e300, -1e300, Double.MAX_VALUE
    };
    private static final double[] NON_FINITE = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};

    private static final int NON_FINITE_REPEATS = 4;

    private interface Draw<T> {
        T from(ChoiceSource source);
    }

    private final Draw<T> draw;

    private Gen(Draw<T> draw) {
        this.draw = draw;
    }

    T draw(ChoiceSource source) {
        return draw.from(source);
    }

    /// Numbers from `low` to `high`, both inclusive; often an integer, a half, an end of the range, or the
    /// same as the previous number.
    public static Gen<Double> doubles(double low, double high) {
        if (!(low <= high) || Double.isInfinite(low) || Double.isInfinite(high)) {
            throw new CheckFault(
                    "no numbers from " + low + " to " + high + "; give two finite numbers, the lower first");
        }
        var range = new Range(low, high, false);
        return new Gen<>(source -> source.number(range));
    }

    /// Any finite number: typical ones and edge cases such as 0, −0, tiny and huge numbers.
    public static Gen<Double> finiteDoubles() {
        return new Gen<>(source -> source.number(FINITE, EDGE_CASES, 100));
    }

    /// Any number: NaN and the infinities, too.
    public static Gen<Double> anyDoubles() {
        double[] edgeCases = Arrays.copyOf(EDGE_CASES, EDGE_CASES.length + NON_FINITE_REPEATS * NON_FINITE.length);
        for (int i = EDGE_CASES.length; i < edgeCases.length; i++) {
            edgeCases[i] = NON_FINITE[i % NON_FINITE.length];
        }
        return new Gen<>(source -> source.number(ANY, edgeCases, 100));
    }

    /// Integers from `low` to `high`, both inclusive.
    public static Gen<Integer> ints(int low, int high) {
        requireOrdered(low, high);
        return new Gen<>(source -> source.integer(low, high));
    }

    /// Sizes, such as lengths of arrays, from `low` to `high`: small in the first cases.
    public static Gen<Integer> sizes(int low, int high) {
        requireSizes(low, high);
        return new Gen<>(source -> source.size(low, high));
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

    /// A value of one of the generators; the first makes the simplest values.
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <T> Gen<T> anyOf(Gen<? extends T> first, Gen<? extends T>... others) {
        List<Gen<? extends T>> all = new ArrayList<>(List.of(others));
        all.addFirst(first);
        return new Gen<>(source -> source.branch(all.get(source.integer(0, others.length))));
    }

    public static <T> Gen<List<T>> lists(Gen<T> elements, int minLength, int maxLength) {
        requireSizes(minLength, maxLength);
        return new Gen<>(source -> {
            int length = source.size(minLength, maxLength);
            return source.branch(new Gen<>(inner -> {
                List<T> list = new ArrayList<>(length);
                for (int i = 0; i < length; i++) {
                    list.add(inner.branch(elements));
                }
                return list;
            }));
        });
    }

    public static Gen<double[]> arrays(Gen<Double> elements, int minLength, int maxLength) {
        requireSizes(minLength, maxLength);
        return new Gen<>(source -> {
            int length = source.size(minLength, maxLength);
            return source.branch(new Gen<>(inner -> numbers(inner, elements, length)));
        });
    }

    public static Gen<int[]> intArrays(Gen<Integer> elements, int minLength, int maxLength) {
        return lists(elements, minLength, maxLength).map(list -> {
            int[] array = new int[list.size()];
            for (int i = 0; i < array.length; i++) {
                array[i] = list.get(i);
            }
            return array;
        });
    }

    /// Matrices whose rows have the same length.
    public static Gen<double[][]> matrices(
            Gen<Double> elements, int minRows, int maxRows, int minColumns, int maxColumns) {
        requireSizes(minRows, maxRows);
        requireSizes(minColumns, maxColumns);
        return new Gen<>(source -> {
            int rows = source.size(minRows, maxRows);
            int columns = source.size(minColumns, maxColumns);
            return source.branch(matrix(elements, rows, columns));
        });
    }

    /// Matrices of one shape. Combine them with `flatMap` if shapes depend on each other.
    public static Gen<double[][]> matrix(Gen<Double> elements, int rows, int columns) {
        requireSizes(rows, rows);
        return new Gen<>(source -> {
            double[][] matrix = new double[rows][];
            for (int i = 0; i < rows; i++) {
                matrix[i] = source.branch(array(elements, columns));
            }
            return matrix;
        });
    }

    /// Arrays of one length. Combine them with `flatMap` if lengths depend on each other.
    public static Gen<double[]> array(Gen<Double> elements, int length) {
        requireSizes(length, length);
        return new Gen<>(source -> numbers(source, elements, length));
    }

    /// `count` arrays of the same length, as rows: an element is removed from all of them at once.
    public static Gen<double[][]> vectors(int count, Gen<Double> elements, int minLength, int maxLength) {
        return matrices(elements, count, count, minLength, maxLength);
    }

    /// Shapes of tensors: `minAxes` to `maxAxes` axes, each of extent `minExtent` to `maxExtent`.
    public static Gen<int[]> shapes(int minAxes, int maxAxes, int minExtent, int maxExtent) {
        return intArrays(sizes(minExtent, maxExtent), minAxes, maxAxes);
    }

    /// Permutations of 0 … n − 1; the identity is the simplest.
    public static Gen<int[]> permutations(int n) {
        return new Gen<>(source -> {
            int[] order = new int[n];
            for (int i = 0; i < n; i++) {
                order[i] = i;
            }
            for (int i = 0; i < n - 1; i++) {
                int other = i + source.integer(0, n - 1 - i);
                int kept = order[i];
                order[i] = order[other];
                order[other] = kept;
            }
            return order;
        });
    }

    public static <A, B> Gen<Pair<A, B>> pairs(Gen<A> first, Gen<B> second) {
        return new Gen<>(source -> new Pair<>(source.branch(first), source.branch(second)));
    }

    public <R> Gen<R> map(Function<? super T, ? extends R> mapper) {
        return new Gen<>(source -> mapper.apply(draw(source)));
    }

    /// Only values that `predicate` accepts. It should accept at least one in a hundred.
    public Gen<T> filter(Predicate<? super T> predicate) {
        return new Gen<>(source -> source.branchFiltered(this, predicate));
    }

    /// Generates a value, and then a value of the generator that `mapper` returns for it: first a shape, then
    /// a matrix of that shape.
    public <R> Gen<R> flatMap(Function<? super T, Gen<R>> mapper) {
        return new Gen<>(source -> {
            T value = source.branch(this);
            return source.branch(mapper.apply(value));
        });
    }

    private static double[] numbers(ChoiceSource source, Gen<Double> elements, int length) {
        double[] array = new double[length];
        for (int i = 0; i < length; i++) {
            array[i] = source.branch(elements);
        }
        return array;
    }

    private static void requireSizes(int low, int high) {
        CheckFault.requireAtLeast("a size", low, 0);
        requireOrdered(low, high);
    }

    private static void requireOrdered(int low, int high) {
        if (low > high) {
            throw new CheckFault("no integers from " + low + " to " + high + "; give the lower number first");
        }
    }
}
