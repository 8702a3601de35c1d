package gradus.checks.eigen;

import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.property.Property.forAll;

import gradus.ml.linalg.PowerIteration.Eigenpair;
import gradus.proctor.assertions.Clause;
import gradus.proctor.format.JavaLiterals;
import gradus.proctor.property.Gen;
import gradus.proctor.property.Pair;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Laws of power iteration, on matrices with positive entries: they have one dominant eigenvalue, and it's
/// positive.
class PowerLawChecks {

    private static final Gen<Double> CELLS = Gen.doubles(0.5, 9);

    private static final Gen<Pair<double[][], double[]>> MAPS =
            Gen.sizes(1, 4).flatMap(n -> Gen.pairs(Gen.matrix(CELLS, n, n), Gen.array(CELLS, n)));

    @Test
    @DisplayName("a converged result is an eigenpair: the map multiplies the vector by the eigenvalue")
    @Clause({"eigenpair", "unit"})
    void imageIsAMultiple() {
        forAll(MAPS).check(map -> {
            double[][] a = map.first();
            Eigenpair pair = PowerChecks.found(a, 1e-10, 10_000, map.second());
            calling("pair.converged()", pair::converged).gives(true, "a positive matrix has a dominant eigenvalue");
            double most = 0;
            for (double[] row : a) {
                double sum = 0;
                for (double entry : row) {
                    sum += entry;
                }
                most = Math.max(most, sum);
            }
            double limit = most * (1 + 1e-6);
            calling("pair.eigenvalue()", pair::eigenvalue)
                    .satisfies(
                            value -> value > 0 && value <= limit,
                            "a number above 0, and at most " + most,
                            "no positive vector grows by more than the largest sum of a row");
            double[] v = pair.eigenvector().toArray();
            double[] multiple = scaled(v, pair.eigenvalue());
            calling("the length of pair.eigenvector()", () -> norm(v)).gives(1.0, "eigenvectors have length 1 here");
            calling("the image of pair.eigenvector()", () -> times(a, v))
                    .within(0, 1.001e-10 * pair.eigenvalue())
                    .gives(multiple, "eigenvalue times eigenvector, up to the tolerance");
        });
    }

    @Test
    @DisplayName("it stops at the first vector whose residual is within the tolerance, or after maxIterations")
    @Clause({"stops", "rayleigh", "not-converged"})
    void stopsAtTheFirst() {
        forAll(Gen.pairs(MAPS, Gen.sizes(1, 6))).check(sample -> {
            double[][] a = sample.first().first();
            int most = sample.second();
            double[] v = sample.first().second();
            double tolerance = 1e-3;
            Eigenpair pair = PowerChecks.found(a, tolerance, most, v);
            calling("pair.iterations()", pair::iterations)
                    .satisfies(k -> k >= 1 && k <= most, "a number from 1 to " + most, "maxIterations is the most");
            v = scaled(v, 1 / norm(v));
            for (int k = 1; k < pair.iterations(); k++) {
                double ratio = residualRatio(a, v);
                int early = k;
                calling("pair.iterations()", pair::iterations)
                        .satisfies(
                                _ -> ratio > tolerance * (1 - 1e-6),
                                "at most " + early,
                                "the residual of vector " + early + " is within the tolerance");
                double[] image = times(a, v);
                v = scaled(image, 1 / norm(image));
            }
            double ratio = residualRatio(a, v);
            double[] last = v;
            calling("pair.converged()", pair::converged)
                    .satisfies(
                            yes -> yes ? ratio <= tolerance * (1 + 1e-6) : ratio > tolerance * (1 - 1e-6),
                            "whether the residual, " + ratio + " times the eigenvalue, is within the tolerance",
                            "it decides about the vector that's returned");
            calling("pair.iterations()", pair::iterations)
                    .satisfies(k -> pair.converged() || k == most, "" + most, "it isn't converged yet");
            calling("pair.eigenvector().toArray()", () -> pair.eigenvector().toArray())
                    .gives(last, "the vector after " + (pair.iterations() - 1) + " multiplications");
            calling("pair.eigenvalue()", pair::eigenvalue)
                    .gives(dot(last, times(a, last)), "the Rayleigh quotient of that vector");
        });
    }

    @Test
    @DisplayName("a multiple of the map has the same eigenvector, and that multiple of the eigenvalue")
    @Clause({"eigenpair", "negative"})
    void multiplesOfTheMap() {
        for (double factor : new double[] {-4, 0.25}) {
            same(a -> changed(a, factor, 0), factor, 0, "each image is " + factor + " times as long");
        }
    }

    @Test
    @DisplayName("adding 2 to the diagonal adds 2 to the eigenvalue, and keeps the eigenvector")
    @Clause("eigenpair")
    void shiftedDiagonal() {
        same(a -> changed(a, 1, 2), 1, 2, "A·v + 2·v = (λ + 2)·v");
    }

    /// Asserts that the eigenvalue of the changed matrix is `factor·λ + shift`, and its eigenvector the same.
    private static void same(UnaryOperator<double[][]> change, double factor, double shift, String why) {
        forAll(MAPS).check(map -> {
            Eigenpair pair = PowerChecks.found(map.first(), 1e-10, 10_000, map.second());
            Eigenpair other = PowerChecks.found(change.apply(map.first()), 1e-10, 10_000, map.second());
            calling("pair.eigenvalue() for the changed matrix", other::eigenvalue)
                    .within(1e-6, 0)
                    .gives(factor * pair.eigenvalue() + shift, why);
            calling(
                            "pair.eigenvector() for the changed matrix",
                            () -> other.eigenvector().toArray())
                    .within(0, 1e-6)
                    .gives(pair.eigenvector().toArray(), why);
        });
    }

    @Test
    @DisplayName("the length of the start and its sign don't matter")
    @Clause({"start", "unit"})
    void lengthOfTheStart() {
        forAll(MAPS).check(map -> {
            Eigenpair pair = PowerChecks.found(map.first(), 1e-3, 4, map.second());
            for (double factor : new double[] {0x1p150, 0x1p-150, -2}) {
                Eigenpair other = PowerChecks.found(map.first(), 1e-3, 4, scaled(map.second(), factor));
                calling("pair.eigenvalue() from " + factor + " times the start", other::eigenvalue)
                        .gives(pair.eigenvalue(), "only the direction of the start counts");
                calling(
                                "pair.eigenvector() from " + factor + " times the start",
                                () -> other.eigenvector().toArray())
                        .gives(pair.eigenvector().toArray(), "only the direction of the start counts");
            }
        });
    }

    @Test
    @DisplayName("with the axes in reverse order, the components are in reverse order")
    @Clause("eigenpair")
    void axesReversed() {
        forAll(MAPS).check(map -> {
            double[][] a = map.first();
            int n = a.length;
            double[][] reversed = new double[n][n];
            double[] start = new double[n];
            for (int r = 0; r < n; r++) {
                start[r] = map.second()[n - 1 - r];
                for (int c = 0; c < n; c++) {
                    reversed[r][c] = a[n - 1 - r][n - 1 - c];
                }
            }
            Eigenpair pair = PowerChecks.found(a, 1e-3, 4, map.second());
            Eigenpair other = PowerChecks.found(reversed, 1e-3, 4, start);
            double[] expected = new double[n];
            for (int i = 0; i < n; i++) {
                expected[i] = pair.eigenvector().get(n - 1 - i);
            }
            calling("pair.eigenvalue() for the reversed axes", other::eigenvalue)
                    .gives(pair.eigenvalue(), "it's the same map, with other names for the axes");
            calling(
                            "pair.eigenvector() for the reversed axes",
                            () -> other.eigenvector().toArray())
                    .gives(expected, "it's the same map, with other names for the axes");
        });
    }

    static String call(double[][] a, double tolerance, int maxIterations, double... start) {
        return "new PowerIteration(" + tolerance + ", " + maxIterations + ").dominantEigenpair(Matrix.of("
                + JavaLiterals.of(a) + ")::times, Vector.of(" + JavaLiterals.elements(start) + "))";
    }

    /// The matrix times `factor`, with `shift` added to its diagonal.
    private static double[][] changed(double[][] a, double factor, double shift) {
        double[][] result = new double[a.length][];
        for (int r = 0; r < a.length; r++) {
            result[r] = scaled(a[r], factor);
            result[r][r] += shift;
        }
        return result;
    }

    private static double residualRatio(double[][] a, double[] v) {
        double[] image = times(a, v);
        double value = dot(v, image);
        for (int i = 0; i < v.length; i++) {
            image[i] -= value * v[i];
        }
        return norm(image) / Math.abs(value);
    }

    private static double[] times(double[][] a, double[] x) {
        double[] y = new double[a.length];
        for (int r = 0; r < a.length; r++) {
            y[r] = dot(a[r], x);
        }
        return y;
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    private static double norm(double[] x) {
        return Math.sqrt(dot(x, x));
    }

    private static double[] scaled(double[] x, double factor) {
        double[] y = x.clone();
        for (int i = 0; i < y.length; i++) {
            y[i] *= factor;
        }
        return y;
    }
}
