package gradus.checks.linear_systems;

import static gradus.checks.linear_systems.BySubstitutionChecks.product;
import static gradus.checks.linear_systems.BySubstitutionChecks.show;
import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.property.Property.forAll;

import gradus.ml.linalg.Lu;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.proctor.assertions.Clause;
import gradus.proctor.probes.Argument;
import gradus.proctor.probes.MemberProbes;
import gradus.proctor.probes.Probe;
import gradus.proctor.property.Gen;
import gradus.proctor.property.Linearity;
import gradus.proctor.property.Pair;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Solutions: whether they solve the equations.
class SolveChecks {

    /// A well-conditioned matrix, and the solution of a system with it: in each row and each column, one entry
    /// outweighs the others.
    private static final Gen<Pair<double[][], double[][]>> SYSTEMS = Gen.sizes(1, 5)
            .flatMap(n -> Gen.pairs(
                    Gen.pairs(Gen.permutations(n), Gen.matrix(Gen.doubles(-1, 1), n, n))
                            .map(pair -> outweighed(pair.first(), pair.second())),
                    Gen.sizes(1, 3).flatMap(k -> Gen.matrix(Gen.doubles(-5, 5), n, k))));

    private static double[][] outweighed(int[] order, double[][] rows) {
        double[][] result = new double[order.length][];
        for (int i = 0; i < order.length; i++) {
            result[i] = rows[i].clone();
            result[i][order[i]] += rows[i][order[i]] < 0 ? -order.length : order.length;
        }
        return result;
    }

    @Test
    @DisplayName("the solution is the one that the right-hand side was made of")
    @Clause("solve")
    void undoesTheProduct() {
        forAll(SYSTEMS).check(pair -> {
            double[][] b = product(pair.first(), pair.second());
            calling(
                            () -> "Lu.of(" + show(pair.first()) + ").solve(" + show(b) + ")",
                            () -> Lu.of(Matrix.of(pair.first()))
                                    .solve(Matrix.of(b))
                                    .toArray())
                    .within(1e-9, 1e-9)
                    .gives(pair.second(), "it satisfies all equations, and there's only one such solution");
        });
    }

    @Test
    @DisplayName("the order of the equations doesn't matter")
    @Clause({"solve", "factors"})
    void orderOfEquations() {
        forAll(SYSTEMS.flatMap(pair -> Gen.pairs(Gen.constant(pair), Gen.permutations(pair.first().length))))
                .check(sample -> {
                    double[][] x = sample.first().second();
                    double[][] a = reordered(sample.first().first(), sample.second());
                    double[][] b = product(a, x);
                    calling(
                                    () -> "Lu.of(" + show(a) + ").solve(" + show(b) + ")",
                                    () -> Lu.of(Matrix.of(a))
                                            .solve(Matrix.of(b))
                                            .toArray())
                            .within(1e-9, 1e-9)
                            .gives(x, "the same equations in another order have the same solution");
                });
    }

    private static double[][] reordered(double[][] rows, int[] order) {
        double[][] result = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            result[i] = rows[order[i]];
        }
        return result;
    }

    @Test
    @DisplayName("three rows that go round are put in order, and so is the right-hand side")
    @Clause({"solve", "factors"})
    void threeRowsGoRound() {
        calling(
                        "Lu.of(Matrix.of(new double[][] {{0, 0, 2}, {5, 0, 0}, {0, 4, 0}})).solve(Vector.of(6, 5, 8))",
                        () -> Lu.of(Matrix.of(new double[][] {{0, 0, 2}, {5, 0, 0}, {0, 4, 0}}))
                                .solve(Vector.of(6, 5, 8))
                                .toArray())
                .gives(new double[] {1, 2, 3}, "2·x₂ = 6, 5·x₀ = 5 and 4·x₁ = 8");
    }

    @Test
    @DisplayName("solve throws if there isn't one right-hand side for each equation")
    @Clause("shapes")
    void otherSizes() {
        Lu lu = Lu.of(Matrix.of(new double[][] {{0, 1, 2}, {3, 1, 0}, {1, 0, 1}}));
        String why = "each of the three equations has one right-hand side";
        for (int size : new int[] {0, 1, 2, 4}) {
            calling("lu.solve(" + size + " zeros) for three equations", () -> lu.solve(Vector.of(new double[size])))
                    .fails(IllegalArgumentException.class, why);
            calling(
                            "lu.solve(Matrix.zeros(" + size + ", 2)) for three equations",
                            () -> lu.solve(Matrix.zeros(size, 2)))
                    .fails(IllegalArgumentException.class, why);
        }
    }

    @Test
    @DisplayName("there may be no equations, and no right-hand sides")
    @Clause("empty")
    void emptySolutions() {
        calling(
                        "Lu.of(Matrix.zeros(0, 0)).solve(Matrix.zeros(0, 2)).shape()",
                        () -> Lu.of(Matrix.zeros(0, 0))
                                .solve(Matrix.zeros(0, 2))
                                .shape())
                .gives("(0, 2)", "no unknowns, for two right-hand sides");
        calling(
                        "Lu.of(Matrix.identity(2)).solve(Matrix.zeros(2, 0)).shape()",
                        () -> Lu.of(Matrix.identity(2))
                                .solve(Matrix.zeros(2, 0))
                                .shape())
                .gives("(2, 0)", "two unknowns, for no right-hand side");
    }

    @Test
    @DisplayName("the solutions for the columns of the identity are the inverse")
    @Clause("solve")
    void inverse() {
        forAll(SYSTEMS).cases(40).check(pair -> {
            double[][] a = pair.first();
            calling(
                            () -> "Lu.of(" + show(a) + ").inverse() times the matrix",
                            () -> Lu.of(Matrix.of(a))
                                    .inverse()
                                    .times(Matrix.of(a))
                                    .toArray())
                    .within(1e-9, 1e-9)
                    .gives(Matrix.identity(a.length).toArray(), "`inverse` calls your `solve` with the identity");
        });
    }

    @Test
    @DisplayName("the solution is linear in the right-hand side")
    @Clause("solve")
    void linearInTheRightHandSide() {
        Lu lu = Lu.of(Matrix.of(new double[][] {{0, -2, 3}, {4, -2, 0}, {-2, 5, -1}}));
        Linearity.isLinear(
                "b -> lu.solve(b)",
                3,
                b -> lu.solve(Vector.of(b)).toArray(),
                "if x solves for b, and y for c, then x + y solves for b + c");
    }

    @Test
    @DisplayName("solutions are right at every size")
    @Clause({"solve", "empty"})
    void solveIsProbed() {
        String finite = "the contract is about finite numbers";
        MemberProbes.of(
                        "Lu.of(a).solve(x) with ones in a, and 4 more to the right of the diagonal and in the corner"
                                + " below",
                        Argument.array(),
                        x -> Lu.of(Matrix.from(x.length, x.length, (r, c) -> c == (r + 1) % x.length ? 5 : 1))
                                .solve(Vector.of(x))
                                .toArray(),
                        SolveChecks::plainSolution)
                .upTo(17)
                .without(Probe.NAN, finite)
                .without(Probe.INFINITIES, finite)
                .without(Probe.NEGATIVE_ZERO, "the contract leaves the sign of a zero open")
                .hold("each equation is the sum of all unknowns plus 4 times the next one");
    }

    /// Each equation says s + 4·x[r + 1] = b[r], with the sum s of all unknowns. Added up, they say
    /// (n + 4)·s = the sum of b.
    private static double[] plainSolution(double[] b) {
        double sum = 0;
        for (double value : b) {
            sum += value;
        }
        double[] x = new double[b.length];
        for (int r = 0; r < b.length; r++) {
            x[(r + 1) % b.length] = (b[r] - sum / (b.length + 4)) / 4;
        }
        return x;
    }
}
