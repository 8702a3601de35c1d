package gradus.checks.newton_hessian;

import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.property.Property.forAll;

import gradus.ml.calculus.Gradient;
import gradus.ml.linalg.Vector;
import gradus.proctor.assertions.Clause;
import gradus.proctor.assertions.Expect;
import gradus.proctor.format.JavaLiterals;
import gradus.proctor.probes.Argument;
import gradus.proctor.probes.MemberProbes;
import gradus.proctor.probes.Probe;
import gradus.proctor.property.Gen;
import gradus.proctor.property.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Jacobians by differences.
class JacobianChecks {

    private static final Gen<Pair<double[][], double[]>> LINEAR_MAPS = Gen.sizes(1, 4)
            .flatMap(m -> Gen.sizes(1, 4)
                    .flatMap(n -> Gen.pairs(Gen.matrix(Gen.doubles(-5, 5), m, n), Gen.array(Gen.doubles(-5, 5), n))));

    static double[] product(double[][] a, double[] x) {
        double[] result = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < x.length; j++) {
                result[i] += a[i][j] * x[j];
            }
        }
        return result;
    }

    static UnaryOperator<Vector> linear(double[][] a) {
        return x -> Vector.of(product(a, x.toArray()));
    }

    @Test
    @DisplayName("the Jacobian of x ↦ A·x is A, whatever x is")
    @Clause({"jacobian", "both-sides"})
    void linearMapsAreTheirOwnJacobians() {
        forAll(LINEAR_MAPS).check(pair -> {
            double[][] a = pair.first();
            double[] x = pair.second();
            calling(
                            () -> "Gradient.jacobian(x -> A·x, Vector.of(" + JavaLiterals.elements(x)
                                    + ")), where A has the rows " + JavaLiterals.rows(a),
                            () -> Gradient.jacobian(linear(a), Vector.of(x)).toArray())
                    .within(1e-8, 1e-8)
                    .gives(a, "output i is the sum of A[i][j] · x[j]");
        });
    }

    @Test
    @DisplayName("each output of squares and products has its gradient in its row, at every size")
    @Clause({"jacobian", "both-sides", "unchanged"})
    void quadraticOutputs() {
        MemberProbes.of(
                        "Gradient.jacobian(p -> (p₀² + p₀, p₁² + p₀, …), x)",
                        Argument.of(Vector::of, Vector::toArray),
                        x -> Gradient.jacobian(JacobianChecks::squaresPlusFirst, x)
                                .toArray(),
                        x -> {
                            double[][] rows = new double[x.length][x.length];
                            for (int i = 0; i < x.length; i++) {
                                rows[i][0] = 1;
                                rows[i][i] += 2 * x[i];
                            }
                            return rows;
                        })
                .upTo(9)
                .within(1e-8, 1e-8)
                .without(Probe.EMPTY, "n is 1 or more")
                .without(Probe.NAN, "another check looks at that")
                .without(Probe.INFINITIES, "another check looks at that")
                .without(Probe.NEGATIVE_ZERO, "the sign of a zero is open")
                .hold("the derivative of a square is twice its root, and that of p₀ is 1");
    }

    private static Vector squaresPlusFirst(Vector p) {
        return Vector.from(p.size(), i -> p.get(i) * p.get(i) + p.get(0));
    }

    @Test
    @DisplayName("smooth functions have their Jacobian to at least six digits")
    @Clause({"accuracy", "both-sides"})
    void smoothFunctions() {
        forAll(Gen.pairs(Gen.doubles(-2, 2), Gen.doubles(-2, 2))).check(pair -> {
            double x = pair.first();
            double y = pair.second();
            calling(
                            () -> "Gradient.jacobian(p -> (sin(x·y), exp x + y³), Vector.of(" + x + ", " + y + "))",
                            () -> Gradient.jacobian(
                                            p -> Vector.of(
                                                    Math.sin(p.get(0) * p.get(1)),
                                                    Math.exp(p.get(0)) + Math.pow(p.get(1), 3)),
                                            Vector.of(x, y))
                                    .toArray())
                    .within(0, 4e-7)
                    .gives(
                            new double[][] {{y * Math.cos(x * y), x * Math.cos(x * y)}, {Math.exp(x), 3 * y * y}},
                            "(y·cos(x·y), x·cos(x·y)) and (exp x, 3y²)");
        });
    }

    @Test
    @DisplayName("large components of x need larger steps")
    @Clause("accuracy")
    void largeComponents() {
        forAll(Gen.pairs(Gen.doubles(1e5, 1e6), Gen.doubles(-1e6, -1e5)))
                .cases(30)
                .check(pair -> {
                    double x = pair.first();
                    double y = pair.second();
                    calling(
                                    () -> "Gradient.jacobian(p -> (x² / 1e6, x + y), Vector.of(" + x + ", " + y + "))",
                                    () -> Gradient.jacobian(
                                                    p -> Vector.of(p.get(0) * p.get(0) / 1e6, p.get(0) + p.get(1)),
                                                    Vector.of(x, y))
                                            .toArray())
                            .within(0, 1e-7)
                            .gives(new double[][] {{2 * x / 1e6, 0}, {1, 1}}, "near 1e6, doubles are 1e-10 apart");
                });
    }

    @Test
    @DisplayName("each component has a step of its own: a large one beside it changes nothing")
    @Clause("accuracy")
    void ownSteps() {
        for (int small : new int[] {0, 1}) {
            double[] x = {1e6, 1e6};
            x[small] = 0.5;
            double[][] expected = new double[1][2];
            expected[0][small] = Math.cos(0.5);
            calling(
                            "Gradient.jacobian(p -> Vector.of(Math.sin(p.get(" + small + "))), Vector.of(" + x[0] + ", "
                                    + x[1] + ")).toArray()",
                            () -> Gradient.jacobian(p -> Vector.of(Math.sin(p.get(small))), Vector.of(x))
                                    .toArray())
                    .within(0, 1e-8)
                    .gives(expected, "the step of 0.5 is that of 1, whatever the other component is");
        }
    }

    @Test
    @DisplayName("the Jacobian of g after f is the product of the Jacobians: the chain rule")
    @Clause("jacobian")
    void chainRule() {
        UnaryOperator<Vector> f =
                p -> Vector.of(p.get(0) * p.get(1), Math.sin(p.get(0)), p.get(1) - p.get(0) * p.get(0));
        UnaryOperator<Vector> g = q -> Vector.of(q.get(0) * q.get(2), Math.cos(q.get(1)) + q.get(0));
        forAll(Gen.pairs(Gen.doubles(-2, 2), Gen.doubles(-2, 2))).check(pair -> {
            Vector x = Vector.of(pair.first(), pair.second());
            double[][] inner = Gradient.jacobian(f, x).toArray();
            double[][] outer = Gradient.jacobian(g, f.apply(x)).toArray();
            double[][] expected = new double[outer.length][];
            for (int i = 0; i < outer.length; i++) {
                expected[i] = new double[inner[0].length];
                for (int j = 0; j < inner[0].length; j++) {
                    for (int k = 0; k < inner.length; k++) {
                        expected[i][j] += outer[i][k] * inner[k][j];
                    }
                }
            }
            calling(
                            () -> "Gradient.jacobian(p -> g(f(p)), " + x + ")",
                            () -> Gradient.jacobian(p -> g.apply(f.apply(p)), x).toArray())
                    .within(1e-6, 1e-5)
                    .gives(expected, "your Jacobian of g at f(x), times your Jacobian of f at x");
        });
    }

    @Test
    @DisplayName("jacobian calls f at most 2n times, with one component moved")
    @Clause({"calls", "unchanged"})
    void fewCalls() {
        double[] x = {3, -1, 0.5, 10};
        List<double[]> called = new ArrayList<>();
        calling(
                        "Gradient.jacobian(f, Vector.of(3, -1, 0.5, 10)), where f has five outputs",
                        () -> Gradient.jacobian(
                                p -> {
                                    called.add(p.toArray());
                                    return Vector.of(p.get(0), p.get(1), p.get(2), p.get(3), p.get(0) * p.get(3));
                                },
                                Vector.of(x)))
                .result();
        Expect.that(
                called.size() <= 8,
                "the number of calls of f by Gradient.jacobian(f, x), for four components and five outputs",
                "at most 8",
                called.size(),
                "one call gives all outputs");
        for (double[] point : called) {
            int moved = 0;
            for (int j = 0; j < x.length; j++) {
                moved += point[j] == x[j] ? 0 : 1;
            }
            Expect.that(
                    moved <= 1,
                    "how many components of x had moved when f was called at (" + JavaLiterals.elements(point) + ")",
                    "1",
                    moved,
                    "column j is about component j alone");
        }
    }

    @Test
    @DisplayName("jacobian calls a function of one number at most twice")
    @Clause("calls")
    void twoCallsForOneComponent() {
        List<Vector> called = new ArrayList<>();
        calling(
                        "Gradient.jacobian(p -> (x, x²), Vector.of(3))",
                        () -> Gradient.jacobian(
                                p -> {
                                    called.add(p);
                                    return Vector.of(p.get(0), p.get(0) * p.get(0));
                                },
                                Vector.of(3)))
                .result();
        Expect.that(
                called.size() <= 2,
                "the number of calls of f by Gradient.jacobian(f, Vector.of(3)), where f has two outputs",
                "at most 2",
                called.size(),
                "one call on each side of 3 gives the whole column, and how many outputs there are");
    }

    @Test
    @DisplayName("jacobian throws if a component of x is infinite or NaN")
    @Clause("finite")
    void notFinite() {
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            calling(
                            "Gradient.jacobian(p -> Vector.of(1), Vector.of(0, " + bad + "))",
                            () -> Gradient.jacobian(p -> Vector.of(1), Vector.of(0, bad)))
                    .fails(IllegalArgumentException.class, "there's no step from there to either side");
        }
    }
}
