package gradus.checks.newton_hessian;

import static gradus.checks.newton_hessian.CurvatureChecks.withEigenvalues;
import static gradus.checks.newton_hessian.CurvatureChecks.withMirror;
import static gradus.checks.newton_hessian.JacobianChecks.product;
import static gradus.checks.newton_hessian.NewtonStepChecks.call;
import static gradus.checks.newton_hessian.NewtonStepChecks.minus;
import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.property.Property.forAll;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.optimise.Newton;
import gradus.proctor.assertions.Clause;
import gradus.proctor.probes.Argument;
import gradus.proctor.probes.MemberProbes;
import gradus.proctor.probes.Probe;
import gradus.proctor.property.Gen;
import gradus.proctor.property.Pair;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The step after the Hessian has been made positive definite.
class DescentStepChecks {

    private static final Gen<Double> ANY_CURVATURE = Gen.anyOf(Gen.doubles(0.5, 8), Gen.doubles(-8, -0.5));

    /// Eigenvalues and mirror, then gradient.
    private static Gen<Pair<Pair<double[], double[]>, double[]>> problems(Gen<Double> curvatures) {
        return withMirror(curvatures)
                .flatMap(pair -> Gen.pairs(Gen.constant(pair), Gen.array(Gen.doubles(-5, 5), pair.first().length)));
    }

    /// The shift that makes the smallest of these eigenvalues positive.
    private static double shift(double[] eigenvalues, double firstShift) {
        double least = least(eigenvalues);
        double shift = least > 0 ? 0 : firstShift;
        while (!(least + shift > 0)) {
            shift *= 4;
        }
        return shift;
    }

    private static double least(double[] eigenvalues) {
        double least = eigenvalues[0];
        for (double eigenvalue : eigenvalues) {
            least = Math.min(least, eigenvalue);
        }
        return least;
    }

    @Test
    @DisplayName("if all curvatures are positive, the descent step is the Newton step")
    @Clause("positive-definite")
    void positiveDefinite() {
        forAll(problems(Gen.doubles(0.5, 8))).check(problem -> {
            double[][] rows =
                    withEigenvalues(problem.first().first(), problem.first().second());
            double[] gradient = product(rows, minus(problem.second()));
            calling(
                            () -> call("descentStep", gradient, rows) + ", 0.5)",
                            () -> Newton.descentStep(Vector.of(gradient), Matrix.of(rows), 0.5)
                                    .toArray())
                    .within(1e-9, 1e-9)
                    .gives(problem.second(), "nothing is added, so it leads straight to the bottom of the quadratic");
        });
    }

    @Test
    @DisplayName("the shift is the first of firstShift · 1, 4, 16, … that makes all curvatures positive")
    @Clause("shift")
    void firstShiftThatIsEnough() {
        Gen<Double> firstShifts = Gen.doubles(0.05, 3);
        forAll(Gen.pairs(problems(ANY_CURVATURE), firstShifts)
                        // Where the smallest curvature becomes nearly 0, rounding may decide.
                        .filter(pair -> {
                            double[] eigenvalues = pair.first().first().first();
                            double shift = shift(eigenvalues, pair.second());
                            double least = least(eigenvalues);
                            return least + shift > 1e-3 && (shift == 0 || least + shift / 4 < -1e-3);
                        }))
                .check(pair -> {
                    double[] eigenvalues = pair.first().first().first();
                    double[][] rows =
                            withEigenvalues(eigenvalues, pair.first().first().second());
                    double[] step = pair.first().second();
                    double firstShift = pair.second();
                    double shift = shift(eigenvalues, firstShift);
                    double[] gradient = product(rows, minus(step));
                    for (int i = 0; i < step.length; i++) {
                        gradient[i] -= shift * step[i];
                    }
                    calling(
                                    () -> call("descentStep", gradient, rows) + ", " + firstShift + ")",
                                    () -> Newton.descentStep(Vector.of(gradient), Matrix.of(rows), firstShift)
                                            .toArray())
                            .within(1e-8, 1e-8)
                            .gives(
                                    step,
                                    "the smallest curvature is " + least(eigenvalues) + ", so the shift is " + shift);
                });
    }

    @Test
    @DisplayName("a descent step leads downhill, whatever the curvatures")
    @Clause({"descent", "shift"})
    void downhill() {
        forAll(problems(ANY_CURVATURE)
                        .filter(problem -> Vector.of(problem.second()).norm() > 0.1))
                .check(problem -> {
                    double[][] rows = withEigenvalues(
                            problem.first().first(), problem.first().second());
                    Vector gradient = Vector.of(problem.second());
                    calling(
                                    () -> "the slope along " + call("descentStep", problem.second(), rows) + ", 0.01)",
                                    () -> Newton.descentStep(gradient, Matrix.of(rows), 0.01)
                                            .dot(gradient))
                            .satisfies(slope -> slope < 0, "less than 0", "with positive curvatures, it falls");
                });
    }

    @Test
    @DisplayName("diagonal Hessians with negative curvatures, at every size")
    @Clause({"shift", "unchanged"})
    void diagonalHessians() {
        MemberProbes.of(
                        "Newton.descentStep(x, the diagonal matrix of -1, 0, 1, 2, …, 0.5)",
                        Argument.of(Vector::of, Vector::toArray),
                        g -> Newton.descentStep(g, Matrix.from(g.size(), g.size(), (i, j) -> i == j ? i - 1 : 0), 0.5)
                                .toArray(),
                        g -> {
                            double[] step = new double[g.length];
                            for (int i = 0; i < g.length; i++) {
                                step[i] = -g[i] / (i - 1 + 2);
                            }
                            return step;
                        })
                .upTo(9)
                .without(Probe.EMPTY, "n is 1 or more")
                .without(Probe.NAN, "the contract is about numbers")
                .without(Probe.INFINITIES, "the contract is about numbers")
                .without(Probe.NEGATIVE_ZERO, "the sign of a zero is open")
                .hold("0.5 isn't enough for a curvature of −1, so the shift is 2");
    }

    @Test
    @DisplayName("a curvature of 0 is shifted too, and so is a Hessian of zeros")
    @Clause("shift")
    void flatDirections() {
        calling(
                        "Newton.descentStep(Vector.of(5, 2), Matrix.diagonal(2, 0), 0.5)",
                        () -> Newton.descentStep(Vector.of(5, 2), Matrix.diagonal(2, 0), 0.5)
                                .toArray())
                .gives(new double[] {-2, -4}, "diag(2, 0) isn't positive definite, diag(2.5, 0.5) is");
        calling(
                        "Newton.descentStep(Vector.of(3, -1), Matrix.zeros(2, 2), 0.25)",
                        () -> Newton.descentStep(Vector.of(3, -1), Matrix.zeros(2, 2), 0.25)
                                .toArray())
                .gives(new double[] {-12, 4}, "without curvature, the step is against the gradient");
        calling(
                        "Newton.descentStep(Vector.of(2, 6), Matrix.diagonal(-4, 1), 1)",
                        () -> Newton.descentStep(Vector.of(2, 6), Matrix.diagonal(-4, 1), 1)
                                .toArray())
                .gives(new double[] {-2.0 / 12, -6.0 / 17}, "−4 + 4 is 0 and not positive, so the shift is 16");
    }

    @Test
    @DisplayName("descentStep throws if the first shift isn't greater than 0")
    @Clause("first-shift")
    void uselessShifts() {
        for (double shift : new double[] {0, -1, Double.NaN}) {
            for (Matrix hessian : new Matrix[] {Matrix.identity(2), Matrix.zeros(2, 2)}) {
                calling(
                                "Newton.descentStep(Vector.of(1, 1), hessian, " + shift + ")",
                                () -> Newton.descentStep(Vector.of(1, 1), hessian, shift))
                        .fails(IllegalArgumentException.class, "no multiple of it lifts a curvature above 0");
            }
        }
    }

    @Test
    @DisplayName("descentStep throws if the matrix isn't symmetric")
    @Clause("not-symmetric")
    void notSymmetric() {
        Matrix lopsided = Matrix.of(new double[] {1, 2}, new double[] {3, 4});
        calling(
                        "Newton.descentStep(Vector.of(1, 1), the rows (1, 2), (3, 4), 1)",
                        () -> Newton.descentStep(Vector.of(1, 1), lopsided, 1))
                .fails(IllegalArgumentException.class, "a Hessian is symmetric, so something went wrong before");
    }
}
