package gradus.checks.newton_hessian;

import static gradus.checks.newton_hessian.CurvatureChecks.show;
import static gradus.checks.newton_hessian.CurvatureChecks.withEigenvalues;
import static gradus.checks.newton_hessian.CurvatureChecks.withMirror;
import static gradus.checks.newton_hessian.JacobianChecks.product;
import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.property.Property.forAll;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.SingularMatrixException;
import gradus.ml.linalg.Vector;
import gradus.ml.optimise.Newton;
import gradus.ml.optimise.Objective;
import gradus.ml.optimise.OptimisationResult;
import gradus.ml.optimise.StoppingCriterion;
import gradus.proctor.assertions.Clause;
import gradus.proctor.assertions.Expect;
import gradus.proctor.format.JavaLiterals;
import gradus.proctor.probes.Argument;
import gradus.proctor.probes.MemberProbes;
import gradus.proctor.probes.Probe;
import gradus.proctor.property.Gen;
import gradus.proctor.property.Pair;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The Newton step as it is.
class NewtonStepChecks {

    private static final Gen<Double> CURVATURES = Gen.anyOf(Gen.doubles(0.5, 8), Gen.doubles(-8, -0.5));

    static double[] minus(double[] x) {
        double[] result = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            result[i] = -x[i];
        }
        return result;
    }

    static String call(String method, double[] gradient, double[][] hessian) {
        return "Newton." + method + "(Vector.of(" + JavaLiterals.elements(gradient) + "), " + show(hessian);
    }

    @Test
    @DisplayName("the step is minus the gradient divided by the curvatures, where the Hessian is diagonal")
    @Clause({"step", "unchanged"})
    void diagonalSteps() {
        MemberProbes.of(
                        "Newton.step(x, the diagonal matrix of 1, -2, 3, -4, …)",
                        Argument.of(Vector::of, Vector::toArray),
                        g -> Newton.step(g, Matrix.from(g.size(), g.size(), NewtonStepChecks::alternating))
                                .toArray(),
                        g -> {
                            double[] step = new double[g.length];
                            for (int i = 0; i < g.length; i++) {
                                step[i] = -g[i] / alternating(i, i);
                            }
                            return step;
                        })
                .upTo(9)
                .without(Probe.EMPTY, "n is 1 or more")
                .without(Probe.NAN, "the contract is about numbers")
                .without(Probe.INFINITIES, "the contract is about numbers")
                .without(Probe.NEGATIVE_ZERO, "the sign of a zero is open")
                .hold("each axis is a parabola of its own");
    }

    private static double alternating(int row, int column) {
        return row == column ? (row % 2 == 0 ? row + 1 : -row - 1) : 0;
    }

    @Test
    @DisplayName("from any point of a quadratic, the step leads to its critical point")
    @Clause("step")
    void straightToTheCriticalPoint() {
        forAll(withMirror(CURVATURES)
                        .flatMap(pair ->
                                Gen.pairs(Gen.constant(pair), Gen.array(Gen.doubles(-5, 5), pair.first().length))))
                .check(sample -> {
                    double[][] rows = withEigenvalues(
                            sample.first().first(), sample.first().second());
                    double[] way = sample.second();
                    double[] gradient = product(rows, minus(way));
                    calling(
                                    () -> call("step", gradient, rows) + ")",
                                    () -> Newton.step(Vector.of(gradient), Matrix.of(rows))
                                            .toArray())
                            .within(1e-9, 1e-9)
                            .gives(way, "there, the gradient of this quadratic is 0, whatever the signs");
                });
    }

    @Test
    @DisplayName("other units for the variables give the same step in other units")
    @Clause("step")
    void otherUnits() {
        forAll(Gen.sizes(1, 4)
                        .flatMap(n -> Gen.pairs(Gen.array(Gen.doubles(0.5, 8), n), Gen.array(Gen.doubles(-5, 5), n))))
                .check(pair -> {
                    int n = pair.first().length;
                    double[] mirror = new double[n];
                    Arrays.fill(mirror, 1);
                    double[][] rows = withEigenvalues(pair.first(), mirror);
                    double[] gradient = pair.second();
                    double[] expected = new double[n];
                    double[][] scaledRows = new double[n][n];
                    double[] scaledGradient = new double[n];
                    double[] step =
                            Newton.step(Vector.of(gradient), Matrix.of(rows)).toArray();
                    for (int i = 0; i < n; i++) {
                        expected[i] = step[i] / unit(i);
                        scaledGradient[i] = gradient[i] * unit(i);
                        for (int j = 0; j < n; j++) {
                            scaledRows[i][j] = rows[i][j] * unit(i) * unit(j);
                        }
                    }
                    calling(
                                    () -> call("step", scaledGradient, scaledRows) + ")",
                                    () -> Newton.step(Vector.of(scaledGradient), Matrix.of(scaledRows))
                                            .toArray())
                            .within(1e-9, 1e-12)
                            .gives(
                                    expected,
                                    "the problem of " + call("step", gradient, rows)
                                            + "), where you gave (" + JavaLiterals.elements(step)
                                            + "), with component i measured in units of 4ⁱ");
                });
    }

    private static double unit(int index) {
        return Math.pow(4, index);
    }

    @Test
    @DisplayName("the step satisfies the equations even if the Hessian is ill-conditioned")
    @Clause({"residual", "step"})
    void smallResidual() {
        for (int n : new int[] {6, 8, 10}) {
            double[][] hilbert = new double[n][n];
            double squares = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    hilbert[i][j] = 1.0 / (i + j + 1);
                    squares += hilbert[i][j] * hilbert[i][j];
                }
            }
            double norm = Math.sqrt(squares);
            for (int seed = 0; seed < 4; seed++) {
                double[] near = new double[n];
                for (int i = 0; i < n; i++) {
                    near[i] = Math.sin(1 + i + n * seed);
                }
                // The minimum is near: the step is short, although the inverse of H has huge entries.
                double[] gradient = product(hilbert, near);
                double worst = calling(
                                "|H·p + g| / (|H|·|p|) for p = Newton.step(g, H), where H has the entries"
                                        + " 1 / (1 + i + j), g is H times a short vector, and n = " + n,
                                () -> residual(hilbert, Newton.step(Vector.of(gradient), Matrix.of(hilbert)), gradient)
                                        / norm)
                        .satisfies(
                                r -> r <= 1e-12,
                                "at most 1e-12",
                                "elimination satisfies the equations nearly to the last digit");
                Expect.that(worst >= 0, "the residual", "0 or more", worst, "it's a norm");
            }
        }
    }

    private static double residual(double[][] hessian, Vector step, double[] gradient) {
        double[] left = product(hessian, step.toArray());
        double[] rest = new double[left.length];
        for (int i = 0; i < left.length; i++) {
            rest[i] = left[i] + gradient[i];
        }
        return Vector.of(rest).norm() / step.norm();
    }

    @Test
    @DisplayName("step throws a SingularMatrixException if the Hessian is singular")
    @Clause("singular")
    void singular() {
        List<Pair<String, Matrix>> cases = List.of(
                new Pair<>("Matrix.zeros(2, 2)", Matrix.zeros(2, 2)),
                new Pair<>("Matrix.diagonal(3, 0)", Matrix.diagonal(3, 0)),
                new Pair<>("the rows (1, 2), (2, 4)", Matrix.of(new double[] {1, 2}, new double[] {2, 4})));
        for (Pair<String, Matrix> hessian : cases) {
            calling(
                            "Newton.step(Vector.of(1, 1), " + hessian.first() + ")",
                            () -> Newton.step(Vector.of(1, 1), hessian.second()))
                    .fails(SingularMatrixException.class, "a parabola without curvature has no bottom");
        }
    }

    @Test
    @DisplayName("Newton.minimise needs one step on a quadratic, damped or not")
    @Clause({"step", "positive-definite", "hessian"})
    void oneStepOnAQuadratic() {
        Gen<Double> positive = Gen.doubles(0.5, 8);
        StoppingCriterion stop = new StoppingCriterion(1e-5, 9);
        forAll(withMirror(positive)).cases(40).check(pair -> {
            double[][] rows = withEigenvalues(pair.first(), pair.second());
            Objective quadratic = Objective.of(
                    x -> x.dot(Vector.of(product(rows, x.toArray()))) / 2, x -> Vector.of(product(rows, x.toArray())));
            Vector start = Vector.from(rows.length, i -> 3 + i);
            for (Newton newton : List.of(Newton.undamped(stop), Newton.damped(stop))) {
                calling(
                                () -> "the steps of " + (newton.damped() ? "damped" : "undamped")
                                        + " Newton on ½·x·H·x from " + start + ", where H is " + show(rows),
                                () -> newton.minimise(quadratic, start).iterations())
                        .gives(1, "the quadratic approximation is the function itself");
            }
        });
    }

    @Test
    @DisplayName("near a minimum, each error is at most about the square of the one before")
    @Clause({"step", "hessian", "accuracy"})
    void quadraticConvergence() {
        Objective f = Objective.of(x -> Math.exp(x.get(0)) - 2 * x.get(0), x -> Vector.of(Math.exp(x.get(0)) - 2));
        OptimisationResult result = calling(
                        "Newton.undamped(stop).minimise(x -> exp x − 2x, Vector.of(2))",
                        () -> Newton.undamped(new StoppingCriterion(1e-9, 20)).minimise(f, Vector.of(2)))
                .result();
        double before = Math.abs(2 - Math.log(2));
        for (Vector point : result.points().subList(1, result.points().size())) {
            double error = Math.abs(point.get(0) - Math.log(2));
            Expect.that(
                    error <= before * before + 1e-6 * before + 1e-12,
                    "the error after one more step, from an error of " + before,
                    "at most about " + before * before,
                    error,
                    "the number of correct digits doubles");
            before = error;
        }
        Expect.that(before < 1e-8, "the error at the end", "below 1e-8", before, "six steps are enough");
    }
}
