package gradus.checks.least_squares_qr;

import static gradus.checks.least_squares_qr.QrFactorChecks.of;
import static gradus.checks.least_squares_qr.QrFactorChecks.qr;
import static gradus.checks.least_squares_qr.QrFactorChecks.random;
import static gradus.checks.least_squares_qr.QrFactorDependentChecks.nearby;
import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.format.JavaLiterals.elements;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.SingularMatrixException;
import gradus.ml.linalg.Vector;
import gradus.proctor.assertions.Clause;
import gradus.proctor.property.Gen;
import gradus.proctor.property.MetamorphicRelations;
import gradus.proctor.property.Pair;
import gradus.proctor.property.Property;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The solution: orthogonal residuals, no better x, accuracy, and systems without a unique solution.
class QrLeastSquaresChecks {

    private static final Gen<Pair<double[][], double[]>> SYSTEMS =
            QrFactorChecks.TALL.flatMap(a -> Gen.pairs(Gen.constant(a), Gen.array(Gen.doubles(-8, 8), a.length)));

    @Test
    @DisplayName("the residual is orthogonal to every column")
    @Clause({"residual", "least"})
    void residualIsOrthogonal() {
        Property.forAll(SYSTEMS).check(system -> {
            double[][] a = system.first();
            double[] b = system.second();
            calling(
                            () -> call(a, b) + ", the dot products of the columns with b − a·x",
                            () -> againstColumns(a, residual(a, solve(a, b), b)))
                    .within(0, 1e-10 * longest(a) * length(b))
                    .gives(new double[a[0].length], "if a part of the residual lay along a column, x could do better");
        });
    }

    @Test
    @DisplayName("no other x has a smaller residual, for 100 changes of x")
    @Clause("least")
    void noOtherIsBetter() {
        double[][] a = random(20, 4, 1);
        double[] b = random(1, 20, 2)[0];
        double[] x = calling("Qr.of(a).leastSquares(b) for 20 equations and 4 unknowns", () -> solve(a, b))
                .result();
        double least = length(residual(a, x, b));
        var random = new Random(3);
        for (int round = 0; round < 100; round++) {
            double[] other = x.clone();
            for (int i = 0; i < other.length; i++) {
                other[i] += 0.01 * random.nextGaussian();
            }
            calling("the norm of b − a·x", () -> least)
                    .satisfies(
                            got -> got < length(residual(a, other, b)),
                            "less than " + length(residual(a, other, b)),
                            "x + " + elements(difference(other, x)) + " must not be better");
        }
    }

    @Test
    @DisplayName("if b is a sum of columns, x is how much of each")
    @Clause("least")
    void consistent() {
        Property.forAll(QrFactorChecks.TALL.flatMap(
                        a -> Gen.pairs(Gen.constant(a), Gen.array(Gen.doubles(-8, 8), a[0].length))))
                .check(pair -> {
                    double[] b = times(pair.first(), pair.second());
                    calling(() -> call(pair.first(), b), () -> solve(pair.first(), b))
                            .within(1e-8, 1e-8)
                            .gives(pair.second(), "then the residual can be 0");
                });
    }

    @Test
    @DisplayName("x depends neither on the order of the equations nor on what is orthogonal to the columns")
    @Clause({"least", "residual"})
    void relations() {
        double[][] a = {{1, 0}, {1, 6}, {1, 8}, {1, 14}};
        double[] orthogonal = {1, -4, 3, 0};
        double[][] reversed = {a[3], a[2], a[1], a[0]};
        MetamorphicRelations.relations(
                        Gen.array(Gen.doubles(-8, 8), 4),
                        b -> "Qr.of(a).leastSquares(Vector.of(" + elements(b) + ")) for the years 0, 6, 8, 14",
                        b -> solve(a, b))
                .within(1e-9, 1e-9)
                .invariant(
                        "(1, −4, 3, 0) added to b",
                        b -> IntStream.range(0, 4)
                                .mapToDouble(i -> b[i] + orthogonal[i])
                                .toArray(),
                        "(1, −4, 3, 0) is orthogonal to (1, 1, 1, 1) and (0, 6, 8, 14), so it has no shadow");
        Property.forAll(Gen.array(Gen.doubles(-8, 8), 4)).cases(30).check(b -> {
            double[] backwards = {b[3], b[2], b[1], b[0]};
            calling(() -> call(reversed, backwards), () -> solve(reversed, backwards))
                    .within(1e-9, 1e-9)
                    .gives(solve(a, b), "the same equations in another order");
        });
    }

    @Test
    @DisplayName("columns that are 1e-7 apart: x is accurate where the normal equations lose it")
    @Clause("accurate")
    void nearlyDependentColumns() {
        double[] expected = {2, 1, -1};
        for (double[][] a : nearby(1e-7)) {
            calling(
                            "Qr.of(a).leastSquares(b) for three columns that are 1e-7 apart",
                            () -> solve(a, times(a, expected)))
                    .within(0, 1e-4)
                    .gives(expected, "b is 2 times the first column, plus the second, minus the third");
        }
    }

    @Test
    @DisplayName("fewer equations than unknowns are refused, also if some x leaves no residual")
    @Clause("shapes")
    void wideIsRefused() {
        String why = "with fewer equations than unknowns, many x leave no residual, and none is the solution";
        double[][] a = {{1, 0, 2}, {0, 1, 3}};
        calling(call(a, new double[] {1, 2}), () -> solve(a, new double[] {1, 2}))
                .fails(IllegalArgumentException.class, why);
        calling(
                        "Qr.of(a).leastSquares(Matrix.zeros(2, 1)) for 2 equations and 3 unknowns",
                        () -> qr(a).leastSquares(Matrix.zeros(2, 1)).toArray())
                .fails(IllegalArgumentException.class, why);
    }

    @Test
    @DisplayName("a column that depends on those before it is refused")
    @Clause("singular")
    void dependentIsRefused() {
        double[][] a = new double[10][3];
        double[][] zero = new double[10][2];
        double[] b = new double[10];
        for (int i = 0; i < 10; i++) {
            a[i] = new double[] {1, i, 3 * i - 2};
            zero[i][1] = i + 1;
            b[i] = i % 3;
        }
        String why = "x isn't unique: what one column does, the others could do as well";
        for (double[] side : new double[][] {b, new double[10]}) {
            calling("Qr.of(a).leastSquares(b) for the columns 1, i and 3·i − 2", () -> solve(a, side))
                    .fails(SingularMatrixException.class, why);
            calling("Qr.of(a).leastSquares(b) with a column of zeros", () -> solve(zero, side))
                    .fails(SingularMatrixException.class, why);
            calling(
                            "Qr.of(a).leastSquares(b) for the columns 1, i and 3·i − 2, and a matrix b",
                            () -> qr(a).leastSquares(Matrix.of(10, 1, side)).toArray())
                    .fails(SingularMatrixException.class, why);
        }
    }

    @Test
    @DisplayName("a column of which 5e-15 is left depends on the others, and one of which 2e-12 is left doesn't")
    @Clause({"singular", "dependent"})
    void nearlyNothingLeft() {
        double[] b = {1, 0};
        double[][] dependent = {{1, 1}, {0, 5e-15}};
        calling(call(dependent, b), () -> solve(dependent, b))
                .fails(SingularMatrixException.class, "less than 1e-14 of a column could be rounding errors");
        double[][] independent = {{1, 1}, {0, 2e-12}};
        calling(call(independent, b) + ", the sum of x", () -> {
                    double[] x = solve(independent, b);
                    return x[0] + x[1];
                })
                .gives(1.0, "2e-12 of a column is more than rounding leaves, so there's an x, and 1·x0 + 1·x1 is 1");
    }

    @Test
    @DisplayName("a column in a small unit isn't a dependent one")
    @Clause({"units", "least"})
    void smallUnits() {
        double[][] a = {{1, 0}, {1, 6e-20}, {1, 8e-20}, {1, 14e-20}};
        calling("Qr.of(a).leastSquares(Vector.of(0, 12, 16, 29)) for the years in units of 1e20 years", () -> {
                    double[] x = solve(a, new double[] {0, 12, 16, 29});
                    return new double[] {x[0], x[1] * 1e-20};
                })
                .gives(new double[] {-0.24, 2.07}, "2.07 a year, whatever the unit");
    }

    @Test
    @DisplayName("a right-hand side with too few or too many values is refused")
    @Clause("shapes")
    void wrongSize() {
        double[][] a = {{1, 0}, {1, 6}, {1, 8}, {1, 14}};
        for (int size : new int[] {3, 5}) {
            String why = "each of the 4 equations needs its own value, and there are " + size;
            calling(
                            "Qr.of(a).leastSquares(b) for 4 equations and " + size + " values",
                            () -> solve(a, new double[size]))
                    .fails(IllegalArgumentException.class, why);
            calling(
                            "Qr.of(a).leastSquares(Matrix.zeros(" + size + ", 2)) for 4 equations",
                            () -> qr(a).leastSquares(Matrix.zeros(size, 2)).toArray())
                    .fails(IllegalArgumentException.class, why);
        }
    }

    @Test
    @DisplayName("each column of b has its own solution")
    @Clause("columns")
    void severalRightHandSides() {
        for (int sides : new int[] {1, 2, 3, 5}) {
            double[][] a = random(7, 3, 10 + sides);
            double[][] b = random(7, sides, 20 + sides);
            double[][] got = calling(
                            "Qr.of(a).leastSquares(b) for 7 equations, 3 unknowns and " + sides + " right-hand sides",
                            () -> qr(a).leastSquares(Matrix.of(b)).toArray())
                    .satisfies(
                            x -> x.length == 3 && x[0].length == sides,
                            "a matrix of shape (3, " + sides + ")",
                            "there's a row for each unknown and a column for each right-hand side");
            for (int side = 0; side < sides; side++) {
                int column = side;
                double[] one = Arrays.stream(b).mapToDouble(row -> row[column]).toArray();
                calling(
                                "column " + side + " of it",
                                () -> Arrays.stream(got)
                                        .mapToDouble(row -> row[column])
                                        .toArray())
                        .within(1e-9, 1e-9)
                        .gives(solve(a, one), "the same as for that column alone");
            }
        }
    }

    private static String call(double[][] a, double[] b) {
        return of(a) + ".leastSquares(Vector.of(" + elements(b) + "))";
    }

    private static double[] solve(double[][] a, double[] b) {
        return qr(a).leastSquares(Vector.of(b)).toArray();
    }

    static double[] times(double[][] a, double[] x) {
        double[] product = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            for (int c = 0; c < x.length; c++) {
                product[i] += a[i][c] * x[c];
            }
        }
        return product;
    }

    static double[] residual(double[][] a, double[] x, double[] b) {
        return difference(b, times(a, x));
    }

    private static double[] difference(double[] x, double[] y) {
        return IntStream.range(0, x.length).mapToDouble(i -> x[i] - y[i]).toArray();
    }

    private static double[] againstColumns(double[][] a, double[] residual) {
        double[] products = new double[a[0].length];
        for (int c = 0; c < products.length; c++) {
            for (int i = 0; i < a.length; i++) {
                products[c] += a[i][c] * residual[i];
            }
        }
        return products;
    }

    private static double longest(double[][] a) {
        double longest = 0;
        for (int c = 0; c < a[0].length; c++) {
            int column = c;
            longest = Math.max(
                    longest,
                    length(Arrays.stream(a).mapToDouble(row -> row[column]).toArray()));
        }
        return longest;
    }

    static double length(double[] x) {
        return Math.sqrt(
                Arrays.stream(x).map(component -> component * component).sum());
    }
}
