package gradus.checks.newton_hessian;

import static gradus.checks.newton_hessian.JacobianChecks.linear;
import static gradus.checks.newton_hessian.NewtonHessianTest.classified;
import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.property.Property.forAll;

import gradus.ml.calculus.NumericalHessian;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.proctor.assertions.Clause;
import gradus.proctor.format.JavaLiterals;
import gradus.proctor.probes.Argument;
import gradus.proctor.probes.MemberProbes;
import gradus.proctor.probes.Probe;
import gradus.proctor.property.Gen;
import gradus.proctor.property.Pair;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Hessians, and what the signs of their eigenvalues say.
class CurvatureChecks {

    /// The symmetric matrix with these eigenvalues whose eigenvectors are the axes, reflected in the plane at a right
    /// angle to `mirror`.
    static double[][] withEigenvalues(double[] eigenvalues, double[] mirror) {
        int n = eigenvalues.length;
        double squared = 0;
        for (double component : mirror) {
            squared += component * component;
        }
        double[][] axes = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                axes[i][j] = (i == j ? 1 : 0) - 2 * mirror[i] * mirror[j] / squared;
            }
        }
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                for (int k = 0; k < n; k++) {
                    a[i][j] += axes[i][k] * eigenvalues[k] * axes[j][k];
                }
                a[j][i] = a[i][j];
            }
        }
        return a;
    }

    /// Pairs of n numbers and a vector of size n that isn't short, so that it can be a mirror.
    static Gen<Pair<double[], double[]>> withMirror(Gen<Double> numbers) {
        return Gen.sizes(1, 5)
                .flatMap(n -> Gen.pairs(
                        Gen.array(numbers, n), Gen.array(Gen.anyOf(Gen.doubles(0.5, 2), Gen.doubles(-2, -0.5)), n)));
    }

    static String show(double[][] rows) {
        return "Matrix.of(new double[][] {" + JavaLiterals.rows(rows) + "})";
    }

    @Test
    @DisplayName("if the given gradient is A·x, the Hessian is the mean of A and its transpose, and symmetric")
    @Clause({"hessian", "symmetric"})
    void meanOfBothSides() {
        forAll(Gen.sizes(1, 4)
                        .flatMap(
                                n -> Gen.pairs(Gen.matrix(Gen.doubles(-5, 5), n, n), Gen.array(Gen.doubles(-5, 5), n))))
                .check(pair -> {
                    double[][] a = pair.first();
                    double[][] mean = new double[a.length][a.length];
                    for (int i = 0; i < a.length; i++) {
                        for (int j = 0; j < a.length; j++) {
                            mean[i][j] = (a[i][j] + a[j][i]) / 2;
                        }
                    }
                    String call = "NumericalHessian.hessianFromGradient(x -> A·x, x), where A has the rows ";
                    double[][] hessian = calling(
                                    () -> call + JavaLiterals.rows(a),
                                    () -> NumericalHessian.hessianFromGradient(linear(a), Vector.of(pair.second()))
                                            .toArray())
                            .within(1e-8, 1e-8)
                            .gives(mean, "the Jacobian is A, and entries across the diagonal are averaged");
                    calling(() -> call + JavaLiterals.rows(a), () -> hessian)
                            .satisfies(CurvatureChecks::symmetric, "exactly symmetric", "a mean has no sides");
                });
    }

    private static boolean symmetric(double[][] a) {
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < i; j++) {
                if (a[i][j] != a[j][i]) {
                    return false;
                }
            }
        }
        return true;
    }

    @Test
    @DisplayName("the Hessian of sin x · exp y + x²·z at any point")
    @Clause({"hessian", "accuracy"})
    void hessianOfASmoothFunction() {
        UnaryOperator<Vector> gradient = p -> {
            double sin = Math.sin(p.get(0)) * Math.exp(p.get(1));
            double cos = Math.cos(p.get(0)) * Math.exp(p.get(1));
            return Vector.of(cos + 2 * p.get(0) * p.get(2), sin, p.get(0) * p.get(0));
        };
        forAll(Gen.array(Gen.doubles(-2, 2), 3)).check(p -> {
            double sin = Math.sin(p[0]) * Math.exp(p[1]);
            double cos = Math.cos(p[0]) * Math.exp(p[1]);
            calling(
                            () -> "NumericalHessian.hessianFromGradient(gradient of sin x · exp y + x²·z, Vector.of("
                                    + JavaLiterals.elements(p) + "))",
                            () -> NumericalHessian.hessianFromGradient(gradient, Vector.of(p))
                                    .toArray())
                    .within(0, 1e-6)
                    .gives(
                            new double[][] {
                                {-sin + 2 * p[2], cos, 2 * p[0]}, {cos, sin, 0}, {2 * p[0], 0, 0},
                            },
                            "these are the second partial derivatives");
        });
    }

    @Test
    @DisplayName("hessianFromGradient throws if a component of x is infinite or NaN")
    @Clause("finite")
    void notFinite() {
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            calling(
                            "NumericalHessian.hessianFromGradient(p -> p, Vector.of(" + bad + ", 1))",
                            () -> NumericalHessian.hessianFromGradient(p -> p, Vector.of(bad, 1)))
                    .fails(IllegalArgumentException.class, "there's no step from there to either side");
        }
    }

    @Test
    @DisplayName("twelve Hessians are classified")
    @Clause({"classify", "zero"})
    void twelveCases() {
        String zero = "a zero between a positive and a negative eigenvalue changes nothing";
        String flat = "nothing is known of the flat direction";
        classified("Matrix.diagonal(5)", Matrix.diagonal(5), "MINIMUM", "one direction, and it bends upwards");
        classified("Matrix.diagonal(-5)", Matrix.diagonal(-5), "MAXIMUM", "one direction, and it bends downwards");
        classified("Matrix.diagonal(0)", Matrix.diagonal(0), "DEGENERATE", flat);
        classified("Matrix.diagonal(1, 0, -1)", Matrix.diagonal(1, 0, -1), "SADDLE", zero);
        classified("Matrix.diagonal(0, -2, 3)", Matrix.diagonal(0, -2, 3), "SADDLE", zero);
        classified("Matrix.diagonal(0, -1)", Matrix.diagonal(0, -1), "DEGENERATE", flat);
        classified("Matrix.diagonal(2, 0, 1)", Matrix.diagonal(2, 0, 1), "DEGENERATE", flat);
        classified("Matrix.zeros(3, 3)", Matrix.zeros(3, 3), "DEGENERATE", flat);
        classified("Matrix.diagonal(-1, -2, -3)", Matrix.diagonal(-1, -2, -3), "MAXIMUM", "all three are negative");
        classified("Matrix.diagonal(2, -1, -3)", Matrix.diagonal(2, -1, -3), "SADDLE", "one positive, two negative");
        classified("the rows (2, 1), (1, 2)", rows(2, 1, 2), "MINIMUM", "the eigenvalues are 3 and 1");
        classified("the rows (-1, 2), (2, -1)", rows(-1, 2, -1), "SADDLE", "the eigenvalues are 1 and −3");
    }

    private static Matrix rows(double a, double b, double c) {
        return Matrix.of(new double[] {a, b}, new double[] {b, c});
    }

    @Test
    @DisplayName("a curvature that's less than a millionth of the largest counts as 0")
    @Clause({"zero", "classify"})
    void negligible() {
        String noise = "1e-9 is less than a millionth of 1: it may be the rounding error of a zero";
        classified("Matrix.diagonal(1, 1e-9)", Matrix.diagonal(1, 1e-9), "DEGENERATE", noise);
        classified("Matrix.diagonal(1, -1e-9)", Matrix.diagonal(1, -1e-9), "DEGENERATE", noise);
        classified("Matrix.diagonal(-1, 1e-9)", Matrix.diagonal(-1, 1e-9), "DEGENERATE", noise);
        classified("Matrix.diagonal(-1, -1e-9)", Matrix.diagonal(-1, -1e-9), "DEGENERATE", noise);
        String large = "1 is less than a millionth of 1e9";
        classified("Matrix.diagonal(1e9, 1)", Matrix.diagonal(1e9, 1), "DEGENERATE", large);
        classified("Matrix.diagonal(-1e9, 1)", Matrix.diagonal(-1e9, 1), "DEGENERATE", large);
        String enough = "1e-4 is more than a millionth of 1";
        classified("Matrix.diagonal(1, 1e-4)", Matrix.diagonal(1, 1e-4), "MINIMUM", enough);
        classified("Matrix.diagonal(1, -1e-4)", Matrix.diagonal(1, -1e-4), "SADDLE", enough);
        classified("Matrix.diagonal(1e-4, -1)", Matrix.diagonal(1e-4, -1), "SADDLE", enough);
        classified("Matrix.diagonal(-1e-4, -1)", Matrix.diagonal(-1e-4, -1), "MAXIMUM", enough);
    }

    @Test
    @DisplayName("other units change no kind: small curvatures aren't 0 if all are small")
    @Clause({"zero", "classify"})
    void otherUnits() {
        String small = "beside 3e-9, 2e-9 isn't negligible";
        classified("Matrix.diagonal(3e-9, 2e-9)", Matrix.diagonal(3e-9, 2e-9), "MINIMUM", small);
        classified("Matrix.diagonal(-3e-9, -2e-9)", Matrix.diagonal(-3e-9, -2e-9), "MAXIMUM", small);
        classified("Matrix.diagonal(-3e-9, 2e-9)", Matrix.diagonal(-3e-9, 2e-9), "SADDLE", small);
    }

    @Test
    @DisplayName("a curvature of 0 stays 0, however large or small the one beside it is")
    @Clause({"zero", "classify"})
    void zeroBesideAnything() {
        String zero = "0 is at most 1e-6 times anything, so the flat way isn't decided";
        for (double size : new double[] {1, 1e300, 1e-300, Double.MIN_VALUE}) {
            classified("Matrix.diagonal(" + size + ", 0)", Matrix.diagonal(size, 0), "DEGENERATE", zero);
            classified("Matrix.diagonal(0, " + -size + ")", Matrix.diagonal(0, -size), "DEGENERATE", zero);
        }
    }

    @Test
    @DisplayName("a diagonal Hessian is classified by the signs on its diagonal, at every size")
    @Clause({"classify", "unchanged"})
    void diagonalHessians() {
        MemberProbes.of(
                        "NumericalHessian.classify(the diagonal matrix of x)",
                        Argument.of(Matrix::diagonal, CurvatureChecks::diagonal),
                        a -> NumericalHessian.classify(a).name(),
                        CurvatureChecks::kind)
                .elements(Gen.anyOf(Gen.doubles(0.1, 8), Gen.doubles(-8, -0.1), Gen.constant(0.0)))
                .upTo(9)
                .without(Probe.EMPTY, "n is 1 or more")
                .without(Probe.NAN, "the contract is about numbers")
                .without(Probe.INFINITIES, "the contract is about numbers")
                .hold("the eigenvalues of a diagonal matrix are the entries on its diagonal");
    }

    private static double[] diagonal(Matrix a) {
        double[] entries = new double[a.rows()];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = a.get(i, i);
        }
        return entries;
    }

    private static String kind(double[] curvatures) {
        long up = Arrays.stream(curvatures).filter(c -> c > 0).count();
        long down = Arrays.stream(curvatures).filter(c -> c < 0).count();
        if (up > 0 && down > 0) {
            return "SADDLE";
        }
        if (up == curvatures.length) {
            return "MINIMUM";
        }
        return down == curvatures.length ? "MAXIMUM" : "DEGENERATE";
    }

    @Test
    @DisplayName("turned axes change nothing, and the opposite function has the opposite kind")
    @Clause("classify")
    void turnedAxes() {
        Gen<Double> curvatures = Gen.anyOf(Gen.doubles(0.1, 8), Gen.doubles(-8, -0.1));
        forAll(withMirror(curvatures)).check(pair -> {
            double[][] rows = withEigenvalues(pair.first(), pair.second());
            String expected = kind(pair.first());
            String why = "its eigenvalues are " + JavaLiterals.elements(pair.first());
            calling(
                            () -> "NumericalHessian.classify(" + show(rows) + ")",
                            () -> NumericalHessian.classify(Matrix.of(rows)).name())
                    .gives(expected, why);
            String opposite = switch (expected) {
                case "MINIMUM" -> "MAXIMUM";
                case "MAXIMUM" -> "MINIMUM";
                default -> expected;
            };
            calling(
                            () -> "NumericalHessian.classify(" + show(rows) + ".times(-1000))",
                            () -> NumericalHessian.classify(Matrix.of(rows).times(-1000))
                                    .name())
                    .gives(opposite, "the function upside down, and steeper");
        });
    }

    @Test
    @DisplayName("classify throws if the matrix isn't symmetric")
    @Clause("not-symmetric")
    void notSymmetric() {
        Matrix lopsided = Matrix.of(new double[] {1, 2}, new double[] {3, 4});
        calling("NumericalHessian.classify(the rows (1, 2), (3, 4))", () -> NumericalHessian.classify(lopsided))
                .fails(IllegalArgumentException.class, "a Hessian is symmetric, so something went wrong before");
    }
}
