package gradus.ml.linalg;

import gradus.ml.numbers.Rng;
import java.util.List;
import java.util.stream.Stream;

/// Matrices to test decompositions on: every shape, and the ones known to be difficult.
final class Examples {

    private Examples() {}

    /// A matrix and what it is called in the report of the tests.
    record Example(String name, Matrix matrix) {

        @Override
        public String toString() {
            return name + " " + matrix.shape();
        }
    }

    static Stream<Example> any() {
        Stream<Example> rectangles = List.of(
                        new int[] {1, 1},
                        new int[] {1, 5},
                        new int[] {5, 1},
                        new int[] {7, 3},
                        new int[] {3, 7},
                        new int[] {40, 12},
                        new int[] {12, 40},
                        new int[] {200, 20})
                .stream()
                .map(shape -> new Example("random", random(shape[0], shape[1], 17)));
        return Stream.of(
                        rectangles,
                        squares(),
                        Stream.of(
                                new Example("no rows", Matrix.zeros(0, 3)),
                                new Example("no columns", Matrix.zeros(3, 0)),
                                new Example("zeros", Matrix.zeros(4, 6)),
                                new Example("tall and large", random(12, 5, 26).times(1e307)),
                                new Example("wide and large", random(5, 12, 27).times(1e307)),
                                new Example(
                                        "tall and subnormal", random(12, 5, 28).times(1e-318)),
                                new Example(
                                        "columns near the smallest size",
                                        random(9, 6, 30)
                                                .times(Matrix.diagonal(1, 1e-138, 1e-141, 1e-145, 1e-149, 1e-152))),
                                new Example(
                                        "columns of all sizes",
                                        random(9, 4, 29).times(Matrix.diagonal(1e305, 1, 1e-30, 1e-305))),
                                new Example("tall of rank 3", random(20, 3, 1).times(random(3, 8, 2))),
                                new Example("wide of rank 3", random(8, 3, 3).times(random(3, 20, 4))),
                                new Example(
                                        "twice the same column", random(9, 2, 5).selectColumns(0, 1, 0)),
                                new Example("a zero column", random(6, 3, 6).times(Matrix.diagonal(1, 0, 1))),
                                new Example("nearly dependent columns", nearlyDependent()),
                                new Example("tall and graded", graded(15, 1e-2).selectColumns(0, 1, 2, 3, 4, 5))))
                .flatMap(examples -> examples);
    }

    static Stream<Example> squares() {
        return Stream.concat(
                symmetric(),
                Stream.of(
                        new Example("random", random(30, 30, 7)),
                        new Example("a tiny first pivot", Matrix.of(new double[] {1e-20, 1}, new double[] {1, 1})),
                        new Example("ill graded", graded(12, 1e-2)),
                        new Example("of rank 5", random(12, 5, 8).times(random(5, 12, 9))),
                        new Example("large numbers", random(6, 6, 10).times(1e150)),
                        new Example("small numbers", random(6, 6, 10).times(1e-150)),
                        new Example(
                                "a rotation of axes", Permutation.of(2, 0, 3, 1).toMatrix()),
                        new Example("upper triangular", Matrix.from(8, 8, (r, c) -> r > c ? 0 : r == c ? 1 : -1))));
    }

    static Stream<Example> symmetric() {
        return Stream.concat(
                positiveDefinite(),
                Stream.of(
                        new Example("zeros", Matrix.zeros(5, 5)),
                        new Example("indefinite", symmetrised(random(20, 20, 11))),
                        new Example("of rank 4", gram(random(4, 20, 12))),
                        new Example(
                                "indefinite and large",
                                symmetrised(random(60, 60, 24)).times(1e305)),
                        new Example(
                                "indefinite and small",
                                symmetrised(random(60, 60, 25)).times(1e-306)),
                        new Example("ones", Matrix.from(6, 6, (r, c) -> 1)),
                        new Example("two of one size", Matrix.of(new double[] {0, 1}, new double[] {1, 0})),
                        new Example("many alike", Matrix.identity(70).minus(Matrix.from(70, 70, (r, c) -> 2.0 / 70))),
                        new Example("larger and indefinite", symmetrised(random(90, 90, 13)))));
    }

    static Stream<Example> positiveDefinite() {
        return Stream.of(
                new Example("empty", Matrix.zeros(0, 0)),
                new Example("one number", Matrix.of(new double[] {4})),
                new Example("identity", Matrix.identity(6)),
                new Example("Gram", gram(random(40, 15, 14))),
                new Example("Hilbert", hilbert(8)),
                new Example("near the largest number", gram(random(20, 6, 21)).times(1e306)),
                new Example(
                        "near the smallest normal number",
                        gram(random(20, 6, 22)).times(1e-306)),
                new Example("subnormal", gram(random(20, 6, 23)).times(1e-318)),
                new Example("from large to small", Matrix.diagonal(1e300, 4, 1e-300)),
                new Example("second differences", secondDifferences(30)),
                new Example("larger second differences", secondDifferences(120)),
                new Example("graded", gradedGram(10)));
    }

    /// What backward stable algorithms may differ from `a` by: a small multiple of n·ε·‖a‖; for subnormal
    /// numbers, of the distance between neighbours.
    static double rounding(Matrix a) {
        double size = Math.max(1, Math.max(a.rows(), a.columns()));
        return 16 * size * (Math.ulp(1.0) * a.norm() + size * Double.MIN_VALUE);
    }

    static Matrix random(int rows, int columns, long seed) {
        var rng = Rng.of(seed);
        return Matrix.from(rows, columns, (r, c) -> rng.gaussian());
    }

    static Vector randomVector(int size, long seed) {
        return random(size, 1, seed).column(0);
    }

    static Matrix hilbert(int n) {
        return Matrix.from(n, n, (r, c) -> 1.0 / (r + c + 1));
    }

    static Matrix gram(Matrix a) {
        return a.transposeTimes(a);
    }

    private static Matrix symmetrised(Matrix a) {
        return a.plus(a.transpose()).times(0.5);
    }

    /// Each row smaller than the one before by `factor`.
    private static Matrix graded(int n, double factor) {
        Matrix a = random(n, n, 15);
        return Matrix.from(n, n, (r, c) -> a.get(r, c) * Math.pow(factor, r));
    }

    private static Matrix gradedGram(int n) {
        Matrix a = gram(random(3 * n, n, 16));
        return Matrix.from(n, n, (r, c) -> a.get(r, c) * Math.pow(10, -r - c));
    }

    private static Matrix secondDifferences(int n) {
        return Matrix.from(n, n, (r, c) -> r == c ? 2 : Math.abs(r - c) == 1 ? -1 : 0);
    }

    private static Matrix nearlyDependent() {
        Matrix a = random(30, 4, 18);
        return a.hstack(a.plus(random(30, 4, 19).times(1e-8)));
    }
}
